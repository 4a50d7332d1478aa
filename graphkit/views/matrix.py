"""matrix.html: which partner has actions under which priority, and which priorities have none."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.views import answers, evidence, words
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.model import Action, Party, Priority, ViewData
from graphkit.views.page import Page, asset

NONE = "none"
_HEAT = (1, 2, 3, 5, 8)
_HEAT_WORDS = ("1", "2", "3–4", "5–7", "8+")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the matrix: a priority (None for actions under no priority), its depth, its actions with "stated"."""

    key: str
    anchor: str
    priority: Priority | None
    depth: int
    actions: tuple[tuple[Action, bool], ...]


def matrix_page(data: ViewData) -> Page:
    """The matrix, and below it the actions of every priority, which each cell leads to."""
    groups = _groups(data)
    partners = _partners(data)
    drawn = bool(data.priorities)
    body = join(
        el("h1", "Priorities and partners"),
        el("p", _summary(data), class_="lede"),
        (_controls(), _matrix(data, groups, partners), _lists(data, groups), _dialog()) if drawn else None,
    )
    return Page(
        file="matrix.html",
        title="Priorities and partners",
        body=body,
        styles=(asset("base.css"), asset("matrix.css")),
        scripts=(asset("state.js"), asset("matrix.js")) if drawn else (),
    )


def _summary(data: ViewData) -> str:
    if not data.priorities:
        return "No priority was found: the papers hold no strategy that this graph could read."
    empty = answers.empty_priorities(data)
    return (
        f"{words.count(len(data.priorities), 'priority', 'priorities')} against "
        f"{words.count(len(_partners(data)), 'partner')}. "
        + (
            f"{words.count(len(empty), 'priority has', 'priorities have')} no action recorded."
            if empty
            else "Every priority has an action recorded."
        )
    )


def _partners(data: ViewData) -> list[Party]:
    """Everybody with a part in an action, those who own most first."""
    owners = {party.key: number for party, number in answers.owner_tally(data, data.actions)}
    keys = {part.party for action in data.actions for part in action.parts}
    parties = [answers.party_of(data, key) for key in keys]
    return sorted(parties, key=lambda p: (-owners.get(p.key, 0), p.label.casefold(), p.key))


def _groups(data: ViewData) -> list[tuple[str, list[Line]]]:
    """Headings (a strategy's title) with their rows, then the actions under no priority."""
    found = answers.by_priority(data)
    groups: dict[str, list[Line]] = {}
    for number, priority in enumerate(_nested(data)):
        depth = len(answers.above(data.priorities, priority.key))
        line = Line(priority.key, f"p{number + 1}", priority, depth, found[priority.key])
        groups.setdefault(priority.paper, []).append(line)
    named = [(_heading(data, key), lines) for key, lines in groups.items()]
    loose = tuple((action, False) for action in data.actions if not action.links)
    return [*named, ("Under no priority", [Line(NONE, "p0", None, 0, loose)])] if loose else named


def _nested(data: ViewData) -> list[Priority]:
    """Priorities in the order of their papers, each followed by those under it."""
    below: dict[str | None, list[Priority]] = {}
    for priority in data.priorities.values():
        below.setdefault(priority.parent if priority.parent in data.priorities else None, []).append(priority)
    found: dict[str, Priority] = {}

    def walk(parent: str | None) -> None:
        for priority in below.get(parent, ()):
            if priority.key not in found:
                found[priority.key] = priority
                walk(priority.key)

    walk(None)
    return [*found.values(), *(one for key, one in data.priorities.items() if key not in found)]


def _heading(data: ViewData, paper: str) -> str:
    one = data.papers.get(paper)
    return f"{one.title} ({words.date(one.date)})" if one and one.date else one.title if one else paper


def _controls() -> Markup:
    def tick(name: str, value: str, label: str, *, on: bool) -> Markup:
        box = el("input", type="checkbox", name=name, value=value, checked=on)
        return el("label", box, el("span", label), class_="check")

    key = el(
        "p",
        el("span", el("b", "3"), " stated in the paper", class_="key"),
        el("span", el("i", "+2"), " inferred from the same topic", class_="key"),
        el(
            "span",
            [el("span", label, class_=f"swatch h{step}") for step, label in enumerate(_HEAT_WORDS, 1)],
            " actions",
        ),
        class_="keys",
    )
    form = el(
        "form",
        tick("role", "all", "Count every role, not owners only", on=False),
        tick("inferred", "no", "Leave out inferred links", on=False),
        id="controls",
        hidden=True,
    )
    return join(form, key)


def _matrix(data: ViewData, groups: list[tuple[str, list[Line]]], partners: list[Party]) -> Markup:
    heads = [
        el("th", el("span", "Priority"), scope="col", class_="corner"),
        el("th", el("span", "All actions"), scope="col", class_="all", data_partner=""),
        el("th", el("span", words.NO_OWNER), scope="col", class_="all", data_partner=NONE),
        [el("th", el("span", said(party.label)), scope="col", data_partner=party.key) for party in partners],
    ]
    width = len(partners) + 3
    bodies = [
        el(
            "tbody",
            el("tr", el("th", el("span", said(heading)), colspan=width, scope="rowgroup"), class_="group"),
            [_line(line, partners) for line in lines],
        )
        for heading, lines in groups
    ]
    return el(
        "div",
        el(
            "table",
            el("caption", "Number of actions by priority and partner; a number opens the list", class_="unseen"),
            el("thead", el("tr", heads)),
            bodies,
            id="matrix",
            class_="matrix",
        ),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label="Matrix of priorities and partners",
    )


def _line(line: Line, partners: list[Party]) -> Markup:
    label = line.priority.label if line.priority else "No priority, stated or inferred"
    empty = el("span", "no action recorded", class_="flag") if not line.actions else None
    cells = [_cell(line, "", "All actions", "all", line.actions)]
    cells.append(_cell(line, NONE, words.NO_OWNER, "all", [pair for pair in line.actions if not pair[0].owners]))
    for party in partners:
        pairs = [pair for pair in line.actions if any(part.party == party.key for part in pair[0].owners)]
        cells.append(_cell(line, party.key, party.label, "", pairs))
    head = el("th", el("a", said(label), href=f"#{line.anchor}"), empty, scope="row", class_=f"d{min(line.depth, 3)}")
    return el("tr", head, cells, data_priority=line.key, data_label=label)


def _cell(line: Line, key: str, label: str, kind: str, pairs: Iterable[tuple[Action, bool]]) -> Markup:
    found = list(pairs)
    if not found:
        return el("td", class_=kind or None)
    stated = sum(1 for _, is_stated in found if is_stated or line.priority is None)
    inferred = len(found) - stated
    link = el(
        "a",
        el("span", said(label), class_="who"),
        el("b", str(stated)) if stated else None,
        el("i", f"+{inferred}") if inferred else None,
        href=f"#{line.anchor}",
        aria_label=spoken(stated, inferred, label, line.priority.label if line.priority else "no priority"),
    )
    heat = None if kind else f"h{sum(1 for least in _HEAT if len(found) >= least)}"
    return el("td", link, class_=kind or heat)


def spoken(stated: int, inferred: int, partner: str, priority: str) -> str:
    """A cell in words, for a screen reader."""
    parts = [words.count(stated, "action")] if stated else []
    parts += [f"{inferred} inferred"] if inferred else []
    return f"{', '.join(parts)}: {partner}, {priority}"


def _lists(data: ViewData, groups: list[tuple[str, list[Line]]]) -> Markup:
    sections = [
        el(
            "section",
            el("h3", said(line.priority.label if line.priority else "Under no priority")),
            el("p", said(heading), class_="source") if line.priority else None,
            el("ul", [_entry(data, action, stated, line) for action, stated in line.actions], class_="entries")
            if line.actions
            else el("p", el("span", "no action recorded", class_="flag")),
            id=line.anchor,
            data_priority=line.key,
        )
        for heading, lines in groups
        for line in lines
    ]
    return join(el("h2", "The actions of each priority"), el("div", sections, id="lists"))


def _entry(data: ViewData, action: Action, stated: bool, line: Line) -> Markup:
    owners = [said(answers.party_of(data, part.party).label) for part in action.owners]
    parted = [join(", " if number else None, owner) for number, owner in enumerate(owners)]
    facts = [words.status(action.status), words.due(action.due)]
    link = next((one for one in action.links if one.priority == line.key), None)
    how = None
    if line.priority and not stated:
        how = el(
            "span", " · ", ", ".join(filter(None, ("inferred link", words.sure(link.confidence if link else None))))
        )
    return el(
        "li",
        el("p", said(action.text), class_="words"),
        el(
            "p",
            parted or el("span", words.NO_OWNER, class_="flag"),
            " · ",
            said(" · ".join(facts)),
            how,
            class_="facts",
        ),
        el("details", el("summary", "The paper’s words"), evidence.shown(data, action.quote)),
        class_=None if stated or line.priority is None else "inferred",
        data_owners="\n".join(sorted({part.party for part in action.owners})) or None,
        data_parties="\n".join(sorted({part.party for part in action.parts})) or None,
        data_stated="yes" if stated or line.priority is None else "no",
    )


def _dialog() -> Markup:
    return el(
        "dialog",
        el("h2", "", id="chosen", tabindex=-1),
        el("p", "", id="chosen-priority", class_="soft"),
        el("ul", id="chosen-actions", class_="entries"),
        el("p", el("a", "See this partner in the table", id="chosen-link", href="actions.html")),
        el("button", "Close", type="button", id="close"),
        id="cell",
        aria_labelledby="chosen",
    )
