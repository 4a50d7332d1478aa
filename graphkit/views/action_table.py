"""The table of actions: a row for each partner in each action, with the words that say so folded in."""

from collections.abc import Iterable

from graphkit.views import answers, evidence, words
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.model import Concept, Link, Tag, ViewData
from graphkit.views.rows import Row

COLUMNS = (
    ("action", "Action"),
    ("partner", "Partner"),
    ("status", "Status"),
    ("due", "Due"),
    ("topic", "Topics and people"),
    ("priority", "Priority"),
    ("paper", "Paper"),
)


def table(data: ViewData, rows: list[Row]) -> Markup:
    """The whole table, readable without scripts; each row carries what the filters look at."""
    head = el(
        "tr", [el("th", label, scope="col", role="columnheader", data_sort=key) for key, label in COLUMNS], role="row"
    )
    return el(
        "table",
        el("caption", "Actions, one row for each partner in them, with the words of the paper", class_="unseen"),
        el("colgroup", [el("col", class_=f"c-{key}") for key, _ in COLUMNS]),
        el("thead", head, role="rowgroup"),
        el("tbody", [_row(data, row) for row in rows], role="rowgroup"),
        id="table",
        role="table",
        class_="rows",
    )


def _row(data: ViewData, row: Row) -> Markup:
    action, part = row.action, row.part
    paper = data.papers.get(action.paper)
    cells = (
        _action_cell(data, row),
        _partner_cell(row),
        join(said(words.status(action.status)), el("small", said(action.progress)) if action.progress else None),
        _due_cell(row),
        join(_tags(data.topics, action.topics), _tags(data.populations, action.populations, "people")),
        [_priority(data, link) for link in action.links] or None,
        join(
            said(paper.title if paper else action.paper),
            el("small", words.date(paper.date)) if paper and paper.date else None,
        ),
    )
    return el(
        "tr",
        [el("td", cell, role="cell", class_=f"c-{key}") for (key, _), cell in zip(COLUMNS, cells, strict=True)],
        role="row",
        data_action=action.key,
        data_topic=_keys(answers.topics_of(data, action)),
        data_population=_keys(answers.populations_of(data, action)),
        data_partner=part.party if part else None,
        data_role=part.role if part else "owner",
        data_basis=part.basis if part else None,
        data_status=action.status,
        data_paper=action.paper,
        data_due=(action.due.date or "?") if action.due else None,
    )


def _keys(keys: Iterable[str]) -> str | None:
    """Keys as one attribute, parted by line ends (which no key holds)."""
    return "\n".join(sorted(keys)) or None


def _action_cell(data: ViewData, row: Row) -> Markup:
    action = row.action
    return join(
        el("p", el("span", said(action.ref), class_="ref") if action.ref else None, said(action.text), class_="words"),
        el(
            "details",
            el("summary", "The paper’s words"),
            el(
                "div",
                evidence.shown(data, action.quote, row.part.quote if row.part else None),
                _others(data, row),
                _why(row),
                class_="evidence",
            ),
        ),
    )


def _others(data: ViewData, row: Row) -> Markup | None:
    others = [part for part in row.action.parts if part is not row.part]
    if not others:
        return None
    named = [
        join(said(answers.party_of(data, part.party).label), f" ({words.role(part.role).lower()})") for part in others
    ]
    parted = [join(", " if number else None, name) for number, name in enumerate(named)]
    return el("p", "Also in this action: ", parted, ".", class_="source")


def _why(row: Row) -> Markup:
    part, action = row.part, row.action
    notes = [
        f"Read as an action by the rule “{action.rule}”" if action.rule else None,
        words.sure(action.confidence),
        f"the partner by the rule “{part.rule}”" if part and part.rule else None,
        words.sure(part.confidence) if part else None,
    ]
    return el("p", said(", ".join(note for note in notes if note)), class_="source")


def _partner_cell(row: Row) -> Markup:
    if row.part is None or row.party is None:
        return el("span", words.NO_OWNER, class_="flag")
    kind = words.PARTY_TYPE.get(row.party.type)
    return join(
        el("b", said(row.party.label)),
        el("small", f"{words.role(row.part.role)}{f' ({kind})' if kind else ''}"),
        el(
            "small",
            f"{words.basis(row.part.basis)}",
            el("span", f", {words.sure(row.part.confidence)}", class_="sure")
            if row.part.confidence is not None
            else None,
        ),
    )


def _due_cell(row: Row) -> Markup:
    due, again = row.action.due, words.recurrence(row.action.recurrence)
    repeats = el("small", said(again)) if again else None
    if due is None:
        return join(el("span", words.NO_DEADLINE, class_="flag quiet") if not again else None, repeats)
    dated = words.date(due.date)
    stated = el("small", "“", said(due.words), "”") if dated and due.words.casefold() != dated.casefold() else None
    return join(said(dated or due.words), stated, repeats)


def _tags(concepts: dict[str, Concept], tags: tuple[Tag, ...], kind: str = "topic") -> Markup | None:
    if not tags:
        return None
    items = [
        el(
            "li",
            said(concepts[tag.concept].label if tag.concept in concepts else tag.concept),
            el("span", " (from its heading)", class_="unseen") if tag.basis == "inherited" else None,
            class_="inherited" if tag.basis == "inherited" else None,
        )
        for tag in tags
    ]
    return el("ul", items, class_=f"tags {kind}")


def _priority(data: ViewData, link: Link) -> Markup | None:
    priority = data.priorities.get(link.priority)
    if priority is None:
        return None
    how = None if link.stated else el("small", ", ".join(filter(None, ("inferred", words.sure(link.confidence)))))
    return el("p", said(priority.label), how, class_=None if link.stated else "inferred")
