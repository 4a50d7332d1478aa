"""Which sections of a strategy are those of a priority: the ones in which something is promised or aimed at."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from graphkit.documents.model import Span
from graphkit.loaders.commitments import CommitmentReader
from graphkit.loaders.sections import Line, Section


class Holders(NamedTuple):
    """The sections that hold a list of commitments or aims, and those in which prose alone promises something."""

    listed: frozenset[Section]
    told: frozenset[Section]


def holders_of(every: Sequence[Line], reader: CommitmentReader, captions: Iterable[Span | None]) -> Holders:
    """The sections that hold something, by the names they have: "What we will do" is the section above it.

    `captions` are the headings above tables of actions.
    """
    pairs = list(zip(reader.raws, reader.sections, strict=True))
    lists = [section for raw, section in pairs if raw.rule != "prose-commitment" and raw.act.governing != "agree"]
    aims = [line.section for line in every if line.zone == "aims" and line.block.kind == "item"]
    above_tables = frozenset(captions)
    tables = [line.section for line in every if line.block.kind == "heading" and line.block.span in above_tables]
    told = [section for raw, section in pairs if raw.rule == "prose-commitment"]
    return Holders(_subjects([*lists, *aims, *tables], reader.actions), _subjects(told, reader.actions))


def _subjects(sections: Iterable[Section], actions: Collection[Section]) -> frozenset[Section]:
    """The sections of their own names, with the ones right above them; what speaks of the whole plan is of none.

    A heading that is an action is no name of the section.
    """
    found: set[Section] = set()
    for section in sections:
        subject = next((one for one in section.chain() if one.opens is None and one not in actions), None)
        if subject is None or any(one.whole for one in section.chain()):
            continue
        found.add(subject)
        if subject.parent is not None and subject.parent.opens is None and not subject.numbered:
            found.add(subject.parent)
    return frozenset(found)
