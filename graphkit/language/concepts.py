"""What a clause is about: the topics and population groups of the SKOS schemes (annotation guide, "Topics").

Which of the topics that an action's clause, stem, heading and title state is meant is weighed in `topic_choice`; a
population group is stated or it is not.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graphkit.documents.model import Span
from graphkit.language.concept_table import Concept, Scheme, concepts
from graphkit.language.fold import fold
from graphkit.language.label_matcher import LabelMatcher
from graphkit.language.tag import Tag

MOST_TOPICS = 3
_CUE, _EXCEPT = "cue", "except"


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A label of a concept in the text, or only a cue of it (`firm` false); `named` when it is part of a name."""

    slug: str
    scheme: Scheme
    span: Span
    firm: bool = True
    named: bool = False


def find_concepts(text: str, span: Span, masks: Sequence[Span] = ()) -> list[ConceptHit]:
    """The concepts whose labels stand in a span, in order; of labels within a longer one only the longest.

    `masks` are places of names (of bodies, posts, publications) in order: a label that lies in one or reaches into one
    is part of the name and states nothing by itself (`named`); one that holds a whole name ("NHS health check") does.
    """
    hits = [hit for hit in _stated(text, span) if hit.scheme == "topic" or not _takes_part(text, hit.span.start)]
    marked = [replace(hit, named=True) if _in_name(hit.span, masks) else hit for hit in hits]
    kept = [*_longest([hit for hit in marked if not hit.named]), *_longest([hit for hit in marked if hit.named])]
    return sorted(kept, key=lambda hit: (hit.span.start, -hit.span.end, hit.slug))


def topics_of(hits: Iterable[ConceptHit]) -> tuple[Tag, ...]:
    """At most three topics that a heading states by itself: the most specific, by labels rather than by cues."""
    stated = by_topic(hit for hit in hits if not hit.named)
    for giving_way in (False, True):
        found = _most_specific(stated, giving_way=giving_way)
        if found:
            return tuple(Tag(slug, "explicit", span) for slug, span in found.items())[:MOST_TOPICS]
    return ()


def populations_of(clause_hits: Iterable[ConceptHit], stem_hits: Iterable[ConceptHit] = ()) -> tuple[Tag, ...]:
    """The most specific population groups that the clause or its stem states."""
    hits = [hit for hit in (*clause_hits, *stem_hits) if hit.scheme == "population" and not hit.named]
    places: dict[str, Span] = {}
    for hit in [hit for hit in hits if hit.firm] or hits:
        places.setdefault(hit.slug, hit.span)
    return tuple(Tag(slug, "explicit", span) for slug, span in _leaves(places).items())


def _stated(text: str, span: Span) -> list[ConceptHit]:
    """Every label and cue in a span, in order and longer ones first, save those that an exception holds."""
    table = concepts()
    hits: list[ConceptHit] = []
    excepted: dict[str, int] = {}
    found = ((*key.rpartition(" ")[::2], Span(*place)) for key, *place in _matcher().find(text, *span))
    for kind, slug, place in sorted(found, key=lambda one: (one[2].start, -one[2].end, one[0] != _EXCEPT, one[1])):
        if kind == _EXCEPT:
            excepted[slug] = max(place.end, excepted.get(slug, 0))
        elif excepted.get(slug, 0) < place.end:
            hits.append(ConceptHit(slug, table[slug].scheme, place, firm=not kind))
    return hits


def _longest(hits: list[ConceptHit]) -> list[ConceptHit]:
    """Of hits in order, those not inside a longer one of their scheme."""
    kept = []
    reach: dict[Scheme, Span] = {}
    for hit in hits:
        widest = reach.get(hit.scheme)
        if widest is None or hit.span.end > widest.end:
            reach[hit.scheme] = hit.span
        elif hit.span != widest:
            continue
        kept.append(hit)
    return kept


def _takes_part(text: str, start: int) -> bool:
    """Whether a group stands right after "with": those with whom something is done are partners in it, not its aim."""
    return fold(text[max(0, start - 8) : start]).split()[-1:] == ["with"]


@cache
def _matcher() -> LabelMatcher:
    labels: dict[str, tuple[str, ...]] = {}
    for slug, concept in concepts().items():
        labels |= {slug: concept.labels, f"{_CUE} {slug}": concept.cues, f"{_EXCEPT} {slug}": concept.exceptions}
    return LabelMatcher(labels)


def _in_name(span: Span, masks: Sequence[Span]) -> bool:
    """Whether a span lies in one of these names, or reaches into one without holding it."""
    low = bisect_left(masks, span.start, key=lambda mask: mask.end - 1)
    for mask in masks[low:]:
        if mask.start >= span.end:
            return False
        if mask.meets(span) and not _beyond(span, mask):
            return True
    return False


def _beyond(outer: Span, inner: Span) -> bool:
    return outer.holds(inner) and outer != inner


def by_topic(hits: Iterable[ConceptHit]) -> dict[str, list[ConceptHit]]:
    """The topics that hits state, in order, with those that a topic and a group together state.

    "Mental health" and "children" in the same words state young people's mental health.
    """
    table, listed = concepts(), list(hits)
    groups = {name for hit in listed if hit.scheme == "population" for name in (hit.slug, *table[hit.slug].broader)}
    found: dict[str, list[ConceptHit]] = {}
    for hit in listed:
        if hit.scheme == "topic":
            for slug in _for_groups(hit.slug, groups) or [hit.slug]:
                found.setdefault(slug, []).append(hit)
    return found


def _for_groups(slug: str, groups: set[str]) -> list[str]:
    return [other.slug for other in _grouped() if slug in other.parents and other.group in groups] if groups else []


@cache
def _grouped() -> tuple[Concept, ...]:
    return tuple(concept for concept in concepts().values() if concept.group is not None)


def _most_specific(stated: Mapping[str, Sequence[ConceptHit]], *, giving_way: bool) -> dict[str, Span]:
    """The narrowest topics by labels, or where there are none by cues; those that give way only when asked for."""
    table = concepts()
    asked = {slug: hits for slug, hits in stated.items() if giving_way or not table[slug].gives_way}
    firm = {slug: hit.span for slug, hits in asked.items() for hit in hits[::-1] if hit.firm}
    return _leaves(firm or {slug: hits[0].span for slug, hits in asked.items()})


def _leaves(places: dict[str, Span]) -> dict[str, Span]:
    """Without the concepts that are broader than another one present."""
    covered = {above for slug in places for above in concepts()[slug].broader}
    return {slug: span for slug, span in places.items() if slug not in covered}
