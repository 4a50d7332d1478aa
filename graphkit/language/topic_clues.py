"""The clues for and against each topic that an action may be about: where its labels stand, and what stands beside.

A clue is a short phrase ("clause label, subject"); `topic_choice` weighs them. The clues say nothing of a paper's own
words, only of places and of concepts, so that the weights hold for papers never seen.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graphkit.language.act import Act
from graphkit.language.concept_table import concepts
from graphkit.language.concepts import ConceptHit, by_topic
from graphkit.language.fold import fold

Hits = Sequence[ConceptHit]

# Words between an act and what was said before it: the nearer, the likelier the act is about it.
_CLOSE, _NEAR, _FARTHEST = 14, 40, 180
_PLACES = {
    "with": "company", "by": "company", "through": "company", "using": "company", "via": "company",
    "in": "setting", "at": "setting", "across": "setting", "within": "setting", "into": "setting", "from": "setting",
    "for": "aim", "to": "aim", "on": "matter", "about": "matter", "of": "of", "and": "and", "or": "and",
    "including": "instance",
}  # fmt: skip
_PREPOSITION = re.compile(rf"\b({'|'.join(_PLACES)})\s+(?:[\w'’-]+\s+){{0,3}}$", re.IGNORECASE)
_LONGEST_LOOK = 45


@dataclass(frozen=True, slots=True)
class TopicSetting:
    """An action's clause and all that its place lends to it, each as the concepts found there.

    `before` is the text of the same item or section before the action, `row` the other cells of its table row.
    """

    text: str
    act: Act
    clause: Hits
    stem: Hits = ()
    heading: Hits = ()
    title: Hits = ()
    before: Hits = ()
    row: Hits = ()


def clues(setting: TopicSetting) -> dict[str, tuple[list[str], ConceptHit]]:
    """Each topic that any place states, with its clues and the hit that states it best."""
    return _Clues(setting).all()


class _Clues:
    """One action's evidence, gathered place by place."""

    def __init__(self, setting: TopicSetting) -> None:
        self.setting = setting
        self.away = _words_away(setting)
        self.places: dict[str, dict[str, list[ConceptHit]]] = {
            name: by_topic(hits)
            for name, hits in (
                ("clause", [hit for hit in setting.clause if not hit.named]),
                ("stem", [hit for hit in setting.stem if not hit.named]),
                ("name", [hit for hit in (*setting.clause, *setting.stem) if hit.named]),
                ("heading", setting.heading),
                ("title", setting.title),
                ("row", setting.row),
                ("before", list(self.away)),
            )
        }
        self.clause = self.places["clause"]
        self.subjects = [topic for topic in self.clause if kind(topic) == "subject"]
        self.firm = [topic for topic in self.subjects if any(hit.firm for hit in self.clause[topic])]

    def all(self) -> dict[str, tuple[list[str], ConceptHit]]:
        found: dict[str, tuple[list[str], ConceptHit]] = {}
        for name, topics in self.places.items():
            for topic, hits in topics.items():
                if topic not in found:
                    best = next((hit for hit in hits if hit.firm), hits[0])
                    state = f"{name} {'label' if best.firm else 'cue'}" if name in ("clause", "before") else name
                    found[topic] = (list(dict.fromkeys(self._of(topic, name, state))), best)
        return found

    def _of(self, topic: str, name: str, state: str) -> Iterator[str]:
        yield from (topic, f"kind {kind(topic)}", state, f"{state}, {_mode(self.setting.act)}")
        yield from (f"also in {other}" for other, topics in self.places.items() if topic in topics and other != name)
        others = min(sum(other != topic for other in self.firm), 2)
        yield f"{state}, {others} other subjects in the clause"
        yield from (f"{name}, {other} about {self._about(other, topic)}" for other in ("heading", "title"))
        if name in ("heading", "title", "row", "before"):
            silent = "silent" if not self.clause else "on other matters" if self.subjects else "on methods"
            yield f"{name}, clause {silent}"
            many = sum(kind(other) == "subject" for other in self.places[name])
            yield f"{name}, {min(many, 3)} subjects there"
        if topic in self.clause:
            yield from self._in_clause(topic, state)
        if topic in self.places["before"]:
            yield from self._said_before(topic)
        yield from self._relations(topic)

    def _in_clause(self, topic: str, state: str) -> Iterator[str]:
        """Where in the clause the topic's labels stand, and beside what other than subjects."""
        yield f"clause, number {min(list(self.clause).index(topic), 2) + 1}"
        yield from (f"clause, {self._position(hit)}" for hit in self.clause[topic])
        words = max(len(self.setting.text[hit.span.start : hit.span.end].split()) for hit in self.clause[topic])
        yield f"{state} of {min(words, 3)} words"
        others = {kind(other) for other in self.clause if other != topic} - {"subject"}
        yield from (f"{kind(topic)} in clause beside {other}" for other in sorted(others))

    def _said_before(self, topic: str) -> Iterator[str]:
        """How near to the act the topic was said, and how often."""
        said = self.places["before"]
        hits = said[topic]
        last = hits[-1].span.end
        away = self.away[hits[-1]]
        yield f"before, {'close' if away < _CLOSE else 'near' if away < _NEAR else 'far'}"
        subjects = {other: found for other, found in said.items() if kind(other) == "subject" and other != topic}
        if all(found[-1].span.end <= last for found in subjects.values()):
            yield "before, the last said"
        if all(len(found) < len(hits) for found in subjects.values()):
            yield "before, the most often said"
        if len(hits) > 1:
            yield "before, often"

    def _position(self, hit: ConceptHit) -> str:
        act = self.setting.act
        if act.doer is not None and act.doer.meets(hit.span):
            return "in the doer"
        start = max(act.span.start, hit.span.start - _LONGEST_LOOK)
        found = _PREPOSITION.search(self.setting.text[start : hit.span.start])
        return f"after {_PLACES[fold(found[1])]}" if found else "as object"

    def _about(self, name: str, topic: str) -> str:
        topics = self.places[name]
        if topic in topics:
            return "the same"
        return "another" if any(kind(other) == "subject" for other in topics) else "none"

    def _relations(self, topic: str) -> Iterator[str]:
        table = concepts()
        stated = topic in self.clause or topic in self.places["stem"]
        around = [*self.places["heading"], *self.places["title"]]
        name = "stated" if stated else "elsewhere"
        if any(topic in table[other].broader for other in self.clause):
            yield f"{name}, broader than one in clause"
        if stated and any(topic in table[other].broader for other in around):
            yield "stated, broader than one in heading"
        if not stated and any(other in table[topic].broader for other in self.clause):
            yield "elsewhere, narrower than one in clause"


def _words_away(setting: TopicSetting) -> dict[ConceptHit, int]:
    """What was said before the act, in order, with how many words away; not what is too far to tell of it."""
    away: dict[ConceptHit, int] = {}
    place, words = setting.act.span.start, 0
    for hit in reversed(setting.before):
        if hit.span.end < place:
            words += len(setting.text[hit.span.end : place].split())
            place = hit.span.end
        if words > _FARTHEST:
            break
        away[hit] = words
    return dict(reversed(away.items()))


def _mode(act: Act) -> str:
    return "commitment" if act.governing in ("commit", "plan", "propose") else "decision"


@cache
def kind(topic: str) -> str:
    """What sort of topic it is: the board's own business, a way of working, an umbrella over others, or a subject."""
    concept = concepts()[topic]
    if concept.gives_way:
        return "governance"
    if concept.method:
        return "method"
    return "subject" if concept.parents else "umbrella"
