"""From the rows of the store to the records of the pages."""

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from graphkit.graph.rows import Value
from graphkit.graph.store import Store
from graphkit.graph.vocabulary import DCTERMS, HW
from graphkit.views import sparql
from graphkit.views.model import (
    Action,
    Concept,
    Due,
    Link,
    Paper,
    Part,
    Party,
    Priority,
    Quote,
    Tag,
    Unread,
    ViewData,
)
from graphkit.views.naming import told_apart

_CLASS_SEGMENT = re.compile("/(?:document|party|priority|action|topic|population)/")
_ROLE_ORDER = ("owner", "deliverer", "supporter", "consulted", "funder", "host", "recipient", "audience")


def load_view_data(store: Store) -> ViewData:
    """Read all that the pages show; raises QueryFailed when the store refuses a query."""

    def ask(question: str) -> list[dict[str, Value]]:
        return list(store.query(question))

    quotes = _quotes(ask(sparql.QUOTES))
    papers = _papers(ask(sparql.PAPERS))
    rank = {key: number for number, key in enumerate(papers)}
    actions = _actions(ask(sparql.ACTIONS), quotes, ask(sparql.PARTS), ask(sparql.TAGS), ask(sparql.LINKS))
    priorities = _priorities(ask(sparql.PRIORITIES), quotes)
    count = ask(sparql.DECISIONS)[0]["count"]
    return ViewData(
        papers=papers,
        parties=_parties(ask(sparql.PARTIES), actions, papers),
        topics=_concepts(ask(sparql.CONCEPTS % "Topic")),
        populations=_concepts(ask(sparql.CONCEPTS % "PopulationGroup")),
        priorities={one.key: one for one in sorted(priorities, key=lambda p: (_place(rank, p.paper), p.order, p.key))},
        actions=tuple(sorted(actions, key=lambda a: (_place(rank, a.paper), a.order, a.key))),
        unread=_unread(ask(sparql.UNREAD), quotes, rank),
        decisions=count if isinstance(count, int) else 0,
    )


def key_of(iri: str) -> str:
    """The stable end of an IRI: what follows its class segment ("document/", "party/", ...), unescaped."""
    found = _CLASS_SEGMENT.search(iri)
    if found:
        return unquote(iri[found.end() :])
    return unquote(iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1])


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _maybe(value: Value) -> str | None:
    return _text(value) or None


def _slug(value: Value) -> str:
    return key_of(_text(value)) if value is not None else ""


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _whole(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _place(rank: dict[str, int], paper: str) -> int:
    return rank.get(paper, len(rank))


def _first(rows: Iterable[dict[str, Value]], key: str) -> dict[str, dict[str, Value]]:
    """The first row of each thing: a value that should stand once may stand twice in a graph that people edit."""
    found: dict[str, dict[str, Value]] = {}
    for row in rows:
        found.setdefault(_text(row[key]), row)
    return found


def _grouped(rows: Iterable[dict[str, Value]], key: str) -> defaultdict[str, list[dict[str, Value]]]:
    found: defaultdict[str, list[dict[str, Value]]] = defaultdict(list)
    for row in rows:
        found[_text(row[key])].append(row)
    return found


def _quotes(rows: list[dict[str, Value]]) -> dict[str, Quote]:
    return {
        thing: Quote(
            paper=_slug(row["paper"]),
            start=_whole(row["start"]),
            end=_whole(row["end"]),
            exact=_text(row["exact"]),
            prefix=_text(row["prefix"]),
            suffix=_text(row["suffix"]),
        )
        for thing, row in _first(rows, "thing").items()
    }


def _papers(rows: list[dict[str, Value]]) -> dict[str, Paper]:
    found = [
        Paper(
            key=key_of(iri),
            title=_text(row["title"]) or _text(row["path"]) or key_of(iri),
            kind=_text(row["kind"]),
            path=_text(row["path"]),
            date=_maybe(row["date"]),
            url=_maybe(row["url"]),
            board=_maybe(row["board"]),
        )
        for iri, row in _first(rows, "paper").items()
    ]
    return {paper.key: paper for paper in sorted(found, key=lambda p: (p.date is None, p.date or "", p.key))}


def _parties(rows: list[dict[str, Value]], actions: list[Action], papers: dict[str, Paper]) -> dict[str, Party]:
    first = {key_of(iri): row for iri, row in _first(rows, "party").items()}
    parties = [Party(key, _text(row["label"]) or key, _text(row["type"])) for key, row in first.items()]
    areas = {key: _text(row["area"]) for key, row in first.items() if row["area"]}
    return told_apart(parties, areas, actions, papers)


def _concepts(rows: list[dict[str, Value]]) -> dict[str, Concept]:
    return {
        key_of(iri): Concept(
            key=key_of(iri),
            label=_text(group[0]["label"]) or key_of(iri),
            broader=tuple(sorted({_slug(row["broader"]) for row in group if row["broader"] is not None})),
        )
        for iri, group in _grouped(rows, "concept").items()
    }


def _priorities(rows: list[dict[str, Value]], quotes: dict[str, Quote]) -> list[Priority]:
    return [
        Priority(
            key=key_of(iri),
            label=_text(row["label"]) or key_of(iri),
            paper=_slug(row["paper"]),
            order=_whole(row["order"]),
            parent=_slug(row["parent"]) or None,
            quote=quotes.get(iri),
        )
        for iri, row in _first(rows, "priority").items()
    ]


def _actions(
    rows: list[dict[str, Value]],
    quotes: dict[str, Quote],
    parts: list[dict[str, Value]],
    tags: list[dict[str, Value]],
    links: list[dict[str, Value]],
) -> list[Action]:
    parts_of, tags_of, links_of = _grouped(parts, "action"), _grouped(tags, "action"), _grouped(links, "action")
    return [
        Action(
            key=key_of(iri),
            text=_text(row["text"]) or (quotes[iri].exact if iri in quotes else key_of(iri)),
            paper=_slug(row["paper"]),
            order=_whole(row["order"]),
            status=_slug(row["status"]),
            ref=_maybe(row["ref"]),
            rule=_text(row["rule"]),
            confidence=_number(row["confidence"]),
            progress=_maybe(row["progress"]),
            recurrence=_maybe(row["recurrence"]),
            due=Due(_text(row["words"]) or _text(row["due"]), _maybe(row["due"]))
            if row["words"] or row["due"]
            else None,
            topics=_tags(tags_of[iri], DCTERMS + "subject"),
            populations=_tags(tags_of[iri], HW + "targets"),
            parts=_parts(parts_of[iri], quotes),
            links=_links(links_of[iri]),
            quote=quotes.get(iri),
        )
        for iri, row in _first(rows, "action").items()
    ]


def _tags(rows: list[dict[str, Value]], prop: str) -> tuple[Tag, ...]:
    found = _first((row for row in rows if row["property"] == prop), "concept")
    return tuple(Tag(key_of(concept), _slug(row["basis"])) for concept, row in found.items())


def _parts(rows: list[dict[str, Value]], quotes: dict[str, Quote]) -> tuple[Part, ...]:
    found = [
        Part(
            party=_slug(row["party"]),
            role=_slug(row["role"]),
            basis=_slug(row["basis"]),
            rule=_text(row["rule"]),
            confidence=_number(row["confidence"]),
            quote=quotes.get(part),
        )
        for part, row in _first(rows, "part").items()
    ]

    def order(part: Part) -> tuple[int, int, str]:
        role = _ROLE_ORDER.index(part.role) if part.role in _ROLE_ORDER else len(_ROLE_ORDER)
        return role, part.quote.start if part.quote else 0, part.party

    return tuple(sorted(found, key=order))


def _links(rows: list[dict[str, Value]]) -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for row in rows:
        key, stated = _slug(row["priority"]), row["property"] == HW + "advances"
        if key not in found or (stated and not found[key].stated):
            found[key] = Link(key, stated, _text(row["rule"]), _number(row["confidence"]))
    return tuple(found.values())


def _unread(rows: list[dict[str, Value]], quotes: dict[str, Quote], rank: dict[str, int]) -> tuple[Unread, ...]:
    found = [Unread(_text(row["reason"]), quotes[_text(row["thing"])]) for row in rows if row["thing"] in quotes]
    return tuple(sorted(found, key=lambda u: (_place(rank, u.quote.paper), u.quote.start, u.quote.end, u.reason)))
