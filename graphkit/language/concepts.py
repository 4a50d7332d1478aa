"""What a clause is about: the topics and population groups of the SKOS schemes (annotation guide, "Topics").

The clause's own words come first, then those of the stem it completes; a priority's heading or an item's title is asked
only where they state no topic, and what it gives is marked inherited. A population group is stated or it is not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from graphkit.documents.model import Span
from graphkit.language.concept_table import Concept, Scheme, concepts
from graphkit.language.fold import fold
from graphkit.language.label_matcher import LabelMatcher
from graphkit.language.tag import Tag

Basis = Literal["explicit", "inherited"]

MOST_TOPICS = 3
_CUE, _EXCEPT = "cue", "except"


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A label of a concept in the text, or only a cue of it (`firm` false)."""

    slug: str
    scheme: Scheme
    span: Span
    firm: bool = True


def find_concepts(text: str, span: Span, masks: Sequence[Span] = ()) -> list[ConceptHit]:
    """The concepts whose labels stand in a span, in order; of labels within a longer one only the longest.

    `masks` are places of names (of bodies, posts, publications): a label that lies in one or reaches into one is part
    of the name and states nothing; a label that holds a whole name ("NHS health check") stays.
    """
    hits = [hit for hit in _stated(text, span) if hit.scheme == "topic" or not _takes_part(text, hit.span.start)]
    inside = [mask for mask in masks if mask.meets(span)]
    kept = [hit for hit in hits if not any(hit.span.meets(mask) and not _beyond(hit.span, mask) for mask in inside)]
    return _longest(kept)


def topics_of(
    clause_hits: Iterable[ConceptHit],
    stem_hits: Iterable[ConceptHit] = (),
    heading_hits: Iterable[ConceptHit] = (),
    title_hits: Iterable[ConceptHit] = (),
) -> tuple[Tag, ...]:
    """At most three topics: the most specific that the clause states, else its stem, its heading, its title.

    A clause that states only methods (hw:method) takes its heading's topics as well.
    """
    clause, stem, heading, title = list(clause_hits), list(stem_hits), list(heading_hits), list(title_hits)
    stated: list[tuple[list[ConceptHit], Basis]] = [(clause, "explicit"), ([*clause, *stem], "explicit")]
    lent: list[tuple[list[ConceptHit], Basis]] = [(heading, "inherited"), (title, "inherited")]
    # A topic that gives way is taken only from the words themselves: a strategy's title is no subject of its actions.
    for hits, basis, giving_way in [(*level, False) for level in (*stated, *lent)] + [
        (*level, True) for level in stated
    ]:
        found = _most_specific(_narrowed(hits), giving_way=giving_way)
        if found:
            tags = tuple(Tag(slug, basis, span) for slug, span in found.items())
            return (*tags, *_subjects(tags, heading))[:MOST_TOPICS]
    return ()


def _subjects(tags: tuple[Tag, ...], heading: list[ConceptHit]) -> list[Tag]:
    """What the priority's heading is about, where a clause says only how something is done ("early intervention")."""
    table = concepts()
    if not all(table[tag.slug].method for tag in tags):
        return []
    lent = _most_specific(_narrowed(heading), giving_way=False)
    return [Tag(slug, "inherited", span) for slug, span in lent.items() if all(slug != tag.slug for tag in tags)]


def populations_of(clause_hits: Iterable[ConceptHit], stem_hits: Iterable[ConceptHit] = ()) -> tuple[Tag, ...]:
    """The most specific population groups that the clause or its stem states."""
    hits = [hit for hit in (*clause_hits, *stem_hits) if hit.scheme == "population"]
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


def _beyond(outer: Span, inner: Span) -> bool:
    return outer.holds(inner) and outer != inner


def _narrowed(hits: list[ConceptHit]) -> list[ConceptHit]:
    """The topic hits, with those that a topic and a group together state ("mental health" for "children")."""
    table = concepts()
    groups = {name for hit in hits if hit.scheme == "population" for name in (hit.slug, *table[hit.slug].broader)}
    topics = [hit for hit in hits if hit.scheme == "topic"]
    return [replace(hit, slug=slug) for hit in topics for slug in _for_groups(hit.slug, groups) or [hit.slug]]


def _for_groups(slug: str, groups: set[str]) -> list[str]:
    return [other.slug for other in _grouped() if slug in other.parents and other.group in groups]


@cache
def _grouped() -> tuple[Concept, ...]:
    return tuple(concept for concept in concepts().values() if concept.group is not None)


def _most_specific(hits: list[ConceptHit], *, giving_way: bool) -> dict[str, Span]:
    """The narrowest topics by labels, or where there are none by cues; those that give way only when asked for."""
    table = concepts()
    asked = [hit for hit in hits if giving_way or not table[hit.slug].gives_way]
    places: dict[str, Span] = {}
    for hit in [hit for hit in asked if hit.firm] or asked:
        places.setdefault(hit.slug, hit.span)
    return _leaves(places)


def _leaves(places: dict[str, Span]) -> dict[str, Span]:
    """Without the concepts that are broader than another one present."""
    covered = {above for slug in places for above in concepts()[slug].broader}
    return {slug: span for slug, span in places.items() if slug not in covered}
