"""Gold: what a person wrote down of one paper (docs/evaluate.md), as JSON, checked before it is believed."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graphkit.documents.model import Span
from graphkit.errors import GoldFault
from graphkit.evaluation.facts import ActionFact, DueFact, PaperFacts, PartyFact, PriorityFact, TagFact
from graphkit.evaluation.likeness import plain_name
from graphkit.evaluation.places import Places
from graphkit.evaluation.shape import Fault, misshapen, nearest
from graphkit.language.concept_table import concepts

Gold = Mapping[str, Any]

_MOST_WORDS, _MOST_TOPICS, _SHOWN = 40, 3, 60


def load_gold(path: Path) -> Gold:
    """The gold of one file, in the right form; what it says is not yet held against the paper (see `doubts`).

    Raises:
        GoldFault: it cannot be opened, is not JSON, or has not the form of gold.
    """
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise GoldFault(f"{path}: cannot be opened ({error.strerror}): check its permissions") from error
    except UnicodeDecodeError as error:
        raise GoldFault(f"{path}: is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise GoldFault(f"{path}: line {error.lineno}: is not JSON ({error.msg}): mend that line") from error
    except RecursionError as error:
        raise GoldFault(f"{path}: is nested too deeply to be gold: take it out of the folder") from error
    faults = [_told(path, fault) for fault in misshapen(value)]
    if faults:
        raise GoldFault("\n".join(faults))
    gold: Gold = value
    return gold


def doubts(path: Path, gold: Gold, places: Places) -> list[str]:
    """What in gold of the right form does not fit its paper, the ontology or itself: a line each."""
    name = Path(places.document.path).name
    found: list[Fault] = []
    if gold.get("document", name) != name:
        found.append((".document", f"says {gold['document']!r}, but the paper beside it is {name}: name that one"))
    found += _unprinted(gold, places, name)
    found += [fault for number, action in enumerate(gold["actions"], 1) for fault in _of_action(number, action, gold)]
    return [_told(path, fault) for fault in found]


def _told(path: Path, fault: Fault) -> str:
    place, what = fault
    return f"{path}: {place.lstrip('.') or 'the whole'} {what}"


def _unprinted(gold: Gold, places: Places, name: str) -> Iterator[Fault]:
    """Quotes, labels and parties that do not stand in the paper."""
    remedy = f"copy them from {name}"
    for number, action in enumerate(gold["actions"], 1):
        if places.find(action["quote"]) is None:
            yield f".actions[{number}].quote", f"is not in the paper: “{action['quote'][:_SHOWN]}”: {remedy}"
    for number, priority in enumerate(gold["priorities"], 1):
        if places.find(priority["label"]) is None:
            yield f".priorities[{number}].label", f"is not in the paper: “{priority['label'][:_SHOWN]}”: {remedy}"
    for place, party in _parties(gold):
        if party["type"] != "collective" and not any(places.find(form) for form in party["names"]):
            yield f"{place}.names", f"are not in the paper: “{party['names'][0][:_SHOWN]}”: {remedy}"


def _parties(gold: Gold) -> Iterator[tuple[str, Gold]]:
    for number, action in enumerate(gold["actions"], 1):
        for field in ("owners", "others"):
            for place, party in enumerate(action.get(field, ()), 1):
                yield f".actions[{number}].{field}[{place}]", party
    for place, party in enumerate(gold["partners"], 1):
        yield f".partners[{place}]", party


def _of_action(number: int, action: Gold, gold: Gold) -> Iterator[Fault]:
    place = f".actions[{number}]"
    labels = [priority["label"] for priority in gold["priorities"]]
    refs = [other["ref"] for other in gold["actions"] if other.get("ref")]
    if len(action["quote"].split()) > _MOST_WORDS:
        yield f"{place}.quote", f"has more than {_MOST_WORDS} words: cut it"
    if len(action.get("topics", ())) > _MOST_TOPICS:
        yield f"{place}.topics", f"has more than {_MOST_TOPICS}: keep the most specific"
    for field, scheme in (("topics", "topic"), ("populations", "population")):
        known = [slug for slug, concept in concepts().items() if concept.scheme == scheme]
        for slug in _slugs(action.get(field)):
            if slug not in known:
                yield f"{place}.{field}", f"{slug!r} is not in the ontology{nearest(slug, known)}: see docs/ontology.md"
    for field, choices in (("priority", labels), ("parent", refs)):
        if action.get(field) and action[field] not in choices:
            what = "priorities' labels" if field == "priority" else "actions' refs"
            yield f"{place}.{field}", f"{action[field]!r} is none of the {what}{nearest(action[field], choices)}"


def gold_facts(gold: Gold, places: Places) -> PaperFacts:
    """What gold says of its paper, each fact with its place there as far as the words are found."""
    actions, last = [], 0
    whole = Span(0, len(places.document.text))
    for action in gold["actions"]:
        # Gold follows the paper, in which the same words may stand more than once.
        span = places.find(action["quote"], Span(last, whole.end)) or places.find(action["quote"])
        last = span.end if span else last
        actions.append(_action(action, span, places))
    return PaperFacts(
        kind=gold["kind"],
        board=frozenset(plain_name(name) for name in gold.get("board", ())),
        date=gold.get("meeting_date") or "",
        actions=tuple(actions),
        priorities=tuple(PriorityFact(one["label"], places.find(one["label"])) for one in gold["priorities"]),
        partners=tuple(_party(one, "", whole, places) for one in gold["partners"]),
    )


def _action(action: Gold, span: Span | None, places: Places) -> ActionFact:
    owners = [_party(one, "owner", span, places) for one in action["owners"]]
    others = [_party(one, one["role"], span, places) for one in action.get("others", ())]
    due = action.get("due")
    return ActionFact(
        text=action["quote"],
        ref=action.get("ref") or "",
        status=action["status"],
        parties=(*owners, *others),
        topics=tuple(map(TagFact, _slugs(action.get("topics")))),
        populations=tuple(map(TagFact, _slugs(action.get("populations")))),
        due=_due(due, span, places) if due else None,
        priority=action.get("priority") or "",
        span=span,
    )


def _due(due: Gold, within: Span | None, places: Places) -> DueFact:
    words = due.get("text")
    span = places.find(words, within) if words and within else None
    return DueFact(words, due.get("offset"), due.get("date"), span)


def _party(party: Gold, role: str, within: Span | None, places: Places) -> PartyFact:
    """A party; its place is its name inside the action's words, else those words."""
    named = (places.find(name, within) for name in party["names"]) if within else iter(())
    span = next((one for one in named if one is not None), within if role else None)
    names = frozenset(name for name in map(plain_name, party["names"]) if name)
    return PartyFact(names, party["type"], party["names"][0], role, span)


def _slugs(printed: Iterable[str] | None) -> list[str]:
    """Slugs without a prefix ("top:") or the rest of an address."""
    return [one.removeprefix("top:").removeprefix("pop:").rsplit("/", 1)[-1] for one in printed or ()]
