"""index.html: what was built, and the answers that people come for, in words."""

from urllib.parse import urlencode

from graphkit.views import answers, evidence, words
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.model import Action, Paper, ViewData
from graphkit.views.page import Page, asset

_FIRST = 8
_OWNERS = 4


def index_page(data: ViewData) -> Page:
    """The front page; everything on it is also true without scripts."""
    title = _title(data)
    body = join(
        el("h1", title),
        _built(data),
        (_headlines(data), _topics(data), _gaps(data)) if data.actions else None,
        _papers(data) if data.papers else None,
        _unread(data) if data.unread else None,
    )
    return Page(file="index.html", title=title, body=body, styles=(asset("base.css"), asset("index.css")))


def to_actions(**choices: str) -> str:
    """The address of the action table with these choices made."""
    return f"actions.html#{urlencode(choices)}"


def _title(data: ViewData) -> str:
    boards = {paper.board for paper in data.papers.values() if paper.board}
    return (
        f"What the papers of {boards.pop()} say will be done"
        if len(boards) == 1
        else "What the papers say will be done"
    )


def _built(data: ViewData) -> Markup:
    if not data.papers:
        return el(
            "p", "No paper is in the graph yet. Build it from some papers, then write the pages again.", class_="lede"
        )
    partners = {part.party for action in data.actions for part in action.parts}
    figures = [
        (len(data.papers), "paper", "papers", "#papers"),
        (len(data.actions), "action", "actions", "actions.html"),
        (len(data.priorities), "priority", "priorities", "matrix.html"),
        (len(partners), "partner with a part in them", "partners with a part in them", to_actions(role="all")),
        (len(data.unread), "passage not understood", "passages not understood", "#unread" if data.unread else None),
    ]
    items = [
        el("li", el("a" if link else "span", el("b", f"{number:,}"), " ", one if number == 1 else many, href=link))
        for number, one, many, link in figures
    ]
    return el("ul", items, class_="figures")


def _headlines(data: ViewData) -> Markup:
    actions = list(data.actions)
    sentences = [_most(data), _share(actions, "no owner", "owner", answers.without_owner(actions))]
    sentences.append(_share(actions, "no deadline", "due", answers.without_deadline(actions)))
    empty = answers.empty_priorities(data)
    if data.priorities:
        sentences.append(
            join(
                el("a", words.count(len(empty), "priority has", "priorities have"), href="matrix.html"),
                " no action recorded: ",
                [
                    join("; " if number else None, said(priority.label))
                    for number, priority in enumerate(empty[:_FIRST])
                ],
                "." if len(empty) <= _FIRST else f" and {len(empty) - _FIRST} more.",
            )
            if empty
            else join("Every ", el("a", "priority", href="matrix.html"), " has an action recorded.")
        )
    return join(el("h2", "In short"), el("ul", [el("li", one) for one in sentences if one], class_="short"))


def _most(data: ViewData) -> Markup | None:
    named = [pair for pair in answers.owner_tally(data, data.actions) if pair[0].type != "collective"]
    if not named:
        return None
    tops = [
        join(el("a", said(party.label), href=to_actions(partner=party.key)), f" ({number})")
        for party, number in named[:3]
    ]
    return (
        join("The partners that own most are ", _joined(tops), ".") if len(tops) > 1 else join(tops[0], " owns most.")
    )


def _share(actions: list[Action], what: str, name: str, found: list[Action]) -> Markup:
    if not found:
        return join(f"Every action has {what.replace('no ', 'an ' if 'owner' in what else 'a ')}.")
    number = f"{len(found):,} of {words.count(len(actions), 'action')}"
    return join(el("a", number, href=to_actions(**{name: "none"})), f" {'has' if len(found) == 1 else 'have'} {what}.")


def _joined(items: list[Markup]) -> Markup:
    last = len(items) - 1
    return join([join(None if not n else " and " if n == last else ", ", item) for n, item in enumerate(items)])


def _topics(data: ViewData) -> Markup | None:
    grouped = answers.by_topic(data)
    if not grouped:
        return None
    ranked = sorted(
        grouped, key=lambda key: (-len(grouped[key]), data.topics[key].label if key in data.topics else key)
    )
    first, rest = ranked[:_FIRST], ranked[_FIRST:]

    def table(keys: list[str], caption: str) -> Markup:
        heads = [el("th", head, scope="col") for head in ("Topic", "Actions", "Owners")]
        rows = [_topic_row(data, key, grouped[key]) for key in keys]
        return el(
            "table",
            el("caption", caption, class_="unseen"),
            el("thead", el("tr", heads)),
            el("tbody", rows),
            class_="answers",
        )

    return join(
        el("h2", "Which partners own actions on …", id="topics"),
        el("p", "Narrower topics are counted with the broader one.", class_="soft"),
        table(first, "Topics with most actions, and who owns them"),
        el("details", el("summary", f"{words.count(len(rest), 'more topic')}"), table(rest, "Other topics"))
        if rest
        else None,
    )


def _topic_row(data: ViewData, key: str, actions: tuple[Action, ...]) -> Markup:
    tally = answers.owner_tally(data, actions)
    owners = [join(said(party.label), f" ({number})") for party, number in tally[:_OWNERS]]
    more = f" and {words.count(len(tally) - _OWNERS, 'other')}" if len(tally) > _OWNERS else None
    nobody = len(answers.without_owner(actions))
    label = data.topics[key].label if key in data.topics else key
    return el(
        "tr",
        el("th", el("a", said(label), href=to_actions(topic=key)), scope="row"),
        el("td", f"{len(actions):,}", class_="number"),
        el(
            "td",
            [join(", " if number else None, owner) for number, owner in enumerate(owners)],
            more,
            el("span", f"{nobody} without an owner", class_="flag") if nobody else None,
        ),
    )


def _gaps(data: ViewData) -> Markup | None:
    dated = sorted(
        (action for action in data.actions if action.due and action.due.date),
        key=lambda action: (action.due.date or "" if action.due else "", action.key),
    )
    if not dated:
        return None
    items = [
        el(
            "li",
            el("span", words.due(action.due), class_="when"),
            el("span", said(action.text), el("small", _owner_line(data, action))),
        )
        for action in dated
    ]
    return join(
        el("h2", "What is due when"),
        el("ol", items[:_FIRST], class_="due"),
        el("details", el("summary", f"{len(items) - _FIRST} more, later"), el("ol", items[_FIRST:], class_="due"))
        if len(items) > _FIRST
        else None,
        el("p", el("a", "See all in the table, by date", href=to_actions(sort="due"))),
    )


def _owner_line(data: ViewData, action: Action) -> Markup:
    owners = [said(answers.party_of(data, part.party).label) for part in action.owners]
    line = _joined(owners) if owners else el("span", words.NO_OWNER, class_="flag")
    return join(line, f", {action.progress}" if action.progress else None)


def _papers(data: ViewData) -> Markup:
    actions: dict[str, int] = {}
    for action in data.actions:
        actions[action.paper] = actions.get(action.paper, 0) + 1
    rows = [_paper_row(data, paper, actions.get(paper.key, 0)) for paper in data.papers.values()]
    heads = [el("th", head, scope="col") for head in ("Paper", "Date", "Kind", "Actions", "Not understood")]
    return join(
        el("h2", "Papers", id="papers"),
        el("table", el("thead", el("tr", heads)), el("tbody", rows), class_="answers papers"),
        el("p", f"They also record {words.count(data.decisions, 'decision')}.", class_="soft")
        if data.decisions
        else None,
    )


def _paper_row(data: ViewData, paper: Paper, number: int) -> Markup:
    unread = sum(1 for one in data.unread if one.quote.paper == paper.key)
    title = el("a", said(paper.title), href=to_actions(paper=paper.key)) if number else said(paper.title)
    return el(
        "tr",
        el("th", title, el("small", said(paper.path)), scope="row"),
        el("td", words.date(paper.date) or el("span", "undated", class_="soft"), data_label="Date"),
        el("td", words.kind(paper.kind), data_label="Kind"),
        el("td", f"{number:,}", class_="number", data_label="Actions"),
        el("td", f"{unread:,}", class_="number", data_label="Not understood"),
    )


def _unread(data: ViewData) -> Markup:
    items = [
        el(
            "li",
            el("p", said(one.reason), class_="reason"),
            evidence.quoted(one.quote),
            evidence.source(data, one.quote),
        )
        for one in data.unread
    ]
    return join(
        el("h2", "Not understood", id="unread"),
        el("p", "No rule understood these passages. They may hold actions: read them yourself.", class_="lede"),
        el("details", el("summary", f"Show {words.count(len(items), 'passage')}"), el("ul", items, class_="unread")),
    )
