"""Which topics an action is about: clues weighed by `data/topic-weights.yaml`.

The weights are those of a logistic regression over annotated papers (tests/corpus/train_topics.py writes the file, and
measures it on papers that it was not trained on). A topic's clues are added up; the sum is the log odds that it is
meant. The best topic is taken from `first` on, others beside it from `more` on, three at most.
"""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from graphkit.language.concept_table import concepts
from graphkit.language.concepts import MOST_TOPICS
from graphkit.language.data_file import data_file
from graphkit.language.tag import Tag
from graphkit.language.topic_clues import TopicSetting, clues


class Weights(NamedTuple):
    """Log odds a clue adds, and the probability from which the best topic and further ones are taken."""

    clues: Mapping[str, float]
    first: float
    more: float


@cache
def weights() -> Weights:
    """Those of the file."""
    table = data_file("topic-weights.yaml")
    return Weights(MappingProxyType(table["clues"] | table["topics"]), table["first"], table["more"])


def choose_topics(setting: TopicSetting) -> tuple[Tag, ...]:
    """At most three topics, likeliest first; inherited are those that neither the clause nor its stem states."""
    found = clues(setting)
    chosen = choose({topic: probability(own, weights().clues) for topic, (own, _) in found.items()}, weights())
    own = (setting.act.span, *(hit.span for hit in setting.stem))
    tags = []
    for topic in chosen:
        span = found[topic][1].span
        explicit = any(place.holds(span) for place in own)
        tags.append(Tag(topic, "explicit" if explicit else "inherited", span))
    return tuple(tags)


def choose(likely: Mapping[str, float], table: Weights) -> list[str]:
    """The topics to take by their probabilities, none beside one that is narrower."""
    ranked = sorted(likely, key=lambda topic: (-likely[topic], topic))
    taken = [topic for rank, topic in enumerate(ranked) if likely[topic] >= (table.more if rank else table.first)]
    covered = {above for topic in taken for above in concepts()[topic].broader}
    return [topic for topic in taken if topic not in covered][:MOST_TOPICS]


def probability(own: Iterable[str], table: Mapping[str, float]) -> float:
    """How likely it is that a topic with these clues is meant."""
    return 1 / (1 + math.exp(-sum(table.get(clue, 0.0) for clue in own)))
