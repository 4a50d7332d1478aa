"""Where priorities are listed: sentences that open a list of them, and those that name them one after the other."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphkit.documents.model import Span
from graphkit.language.fold import fold
from graphkit.language.rules import rule_table
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading

_FILE = "priority-lists.yaml"
_ENDS_OPEN = re.compile(r":\s*[-–—]?\s*$|\s[-–—]\s*$")
_LIST = r"\s+(?P<list>[^.:]{8,400})"
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
_COMMA = re.compile(r"\s*,\s*(?:and\s+|&\s+)?|\s+and\s+")
_AFTERWARDS = re.compile(
    r",\s+(?:which|with|but|while|although|as|so|and (?:the|it|they|these|this)\b.{0,40}\b(?:is|are|was|were))\b.*"
)
# A priority that is named in a sentence has at most this many words.
_MOST = 14


@cache
def _patterns(table: str) -> Sequence[tuple[str, re.Pattern[str]]]:
    after = _LIST if table == "inline" else ""
    return [(rule.name, re.compile(rule.either + after)) for rule in rule_table(_FILE, table)]


def opens_priorities(line: str) -> str | None:
    """The rule by which a line's last words open a list of priorities ("The plan's aims are:"), or None."""
    folded = fold(line).strip()
    if not _ENDS_OPEN.search(folded):
        return None
    words = folded.rstrip(" :–—-")
    return next((name for name, pattern in _patterns("leads") if pattern.search(words)), None)


def names_priorities(sentence: str) -> str | None:
    """The rule by which a sentence names priorities one after the other, or None."""
    found = _listed(sentence)
    return found[0] if found else None


def named_priorities(text: str, span: Span) -> Iterator[Span]:
    """The priorities that the sentences of a passage name."""
    for sentence in sentences(text, span):
        found = _listed(text[sentence.start : sentence.end])
        for start, end in found[1] if found else ():
            yield Span(sentence.start + start, sentence.start + end)


def _listed(sentence: str) -> tuple[str, list[tuple[int, int]]] | None:
    folded = fold(sentence)
    for name, pattern in _patterns("inline"):
        match = pattern.search(folded)
        items = list(_items(sentence, folded, *match.span("list"))) if match else []
        if len(items) > 1 and all(_is_name(folded[start:end]) for start, end in items):
            return name, items
    return None


def _items(sentence: str, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a list, cut at semicolons if it has any, else at commas and the "and" before the last."""
    after = _AFTERWARDS.search(folded, start, end)
    end = after.start() if after and ";" not in folded[start:end] else end
    cut = _SEMICOLON if ";" in folded[start:end] else _COMMA
    at = start
    for match in [*cut.finditer(folded, start, end), None]:
        own = trim(sentence, Span(at, match.start() if match else end), " .,;:")
        if own.end > own.start:
            yield own.start, own.end
        at = match.end() if match else end


def _is_name(words: str) -> bool:
    """Whether words may name a priority: a few, that do not tell what was done with it."""
    parts = words.split()
    first = parts[0] if parts else ""
    told = reading(first, "participle") is not None and reading(first, "base") is None
    return 0 < len(parts) <= _MOST and not told and first not in ("not", "being", "that", "still", "now", "also", "to")
