"""List markers as boards print them: numbers, letters, roman numerals, decimals, bullets; and how deep they nest."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

MAX_LEVEL = 9

# Glyphs that stand only for bullets, with the private-use ones that Symbol and Wingdings leave behind, and the
# invisible ones that remain where a bullet's font was lost.
_GLYPHS = "·•‣⁃∙⋅▪▫■□●○◦◘◙❑❒❖➢➤►▶▸✓✔✦☐☑\uf000-\uf0ff\u00ad\u200b-\u200d\u2060\ufeff"
_SPACE = "[ \t\u00a0\u2000-\u200a\u202f\u3000]"
_TIME = rf"(?!{_SPACE}*(?:[ap]\.?m\b|noon|hrs|hours|o.clock|per{_SPACE}cent|%|million|billion|bn|m\b|km\b|miles))"
_PATTERNS = tuple(
    (family, re.compile(pattern))
    for family, pattern in (
        ("bullet", rf"(?P<mark>[{_GLYPHS}]){_SPACE}*"),
        ("bullet", rf"(?P<mark>[-–—*+oØ§→>»]){_SPACE}+(?=\S)"),
        ("bullet", r"(?P<mark>[-–*•])$"),
        ("decimal", rf"(?P<mark>(?P<value>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-z]?)[.)]?)(?:{_SPACE}+{_TIME}|$)"),
        ("decimal", r"(?P<mark>(?P<value>\d{1,3}(?:\.\d{1,3}){1,3})\.?)(?=[A-Z][a-z])"),
        ("number", rf"(?P<mark>\((?P<value>\d{{1,3}})\)){_SPACE}*"),
        ("number", rf"(?P<mark>(?P<value>\d{{1,3}})\))(?:{_SPACE}+|(?=[A-Za-z])|$)"),
        ("number", rf"(?P<mark>(?P<value>\d{{1,3}})\.)(?:{_SPACE}+|(?=[A-Z“‘\"'(])|$)"),
        ("letter", rf"(?P<mark>\((?P<value>[a-z]{{1,2}}|[A-Z])\)){_SPACE}*"),
        ("letter", rf"(?P<mark>(?P<value>[a-zA-Z])\))(?:{_SPACE}+|$)"),
        ("letter", rf"(?P<mark>(?P<value>[a-z])\.)(?:{_SPACE}+|$)"),
        ("letter", rf"(?P<mark>(?P<value>[A-Z])\.){_SPACE}+"),
        ("roman", rf"(?P<mark>\((?P<value>[ivx]{{2,6}}|[IVX]{{2,6}})\)){_SPACE}*"),
        ("roman", rf"(?P<mark>(?P<value>[ivx]{{2,6}}|[IVX]{{2,6}})[.)])(?:{_SPACE}+|$)"),
        ("code", rf"(?P<mark>(?P<value>[A-Z]{{1,3}}\d{{1,3}}[a-z]?)[.:)])(?:{_SPACE}+|$)"),
        ("code", rf"(?P<mark>(?P<value>[A-Z]{{1,4}}\d{{1,3}}[a-z]?))(?:\t|{_SPACE}{{2,}})"),
        # "1 – Open a hub" and "LW1 Open a hub", where a neighbour is marked alike.
        ("dashed", rf"(?P<mark>(?P<value>\d{{1,2}})){_SPACE}[–—-]{_SPACE}(?=[A-Z])"),
        ("coded", rf"(?P<mark>(?P<value>[A-Z]{{1,3}}\d{{1,2}})){_SPACE}(?=[A-Z][a-z])"),
        ("bare", rf"(?P<mark>(?P<value>\d{{1,3}}))(?:\t|{_SPACE}{{2,}}){_SPACE}*(?=\D)"),
    )
)
_DOUBTFUL = frozenset({"bare", "dashed", "coded"})
_DIGIT = {"i": 1, "v": 5, "x": 10}
# "(cc)" is no list's third turn: only doubled letters past z are ("(aa)").
_DOUBLE = re.compile(r"([a-z])\1\Z")
# The longest that any marker can be, with the space that follows it.
_REACH = 120


class Reading(NamedTuple):
    """One way to read a marker: the family and shape of its list ("(1)" and "1." differ), and its place in it."""

    family: str
    shape: str
    value: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at the start of a line: `text` as printed, `end` where the item's words start, its possible readings.

    `doubtful` marks are markers only where a neighbour in the same list is found ("A." may be somebody's initial).
    """

    text: str
    end: int
    readings: tuple[Reading, ...]
    doubtful: bool = False

    @property
    def family(self) -> str:
        """The family of its first reading."""
        return self.readings[0].family


def marker_of(line: str) -> Marker | None:
    """The marker that a line (without leading space) starts with."""
    head = line[:_REACH]
    for family, pattern in _PATTERNS:
        found = pattern.match(head)
        if found is None:
            continue
        mark = found["mark"]
        readings = _readings(family, mark, found.groupdict().get("value") or mark)
        if readings:
            return Marker(mark, found.end(), readings, family in _DOUBTFUL or bool(re.match(r"[A-Z]\.", mark)))
    return None


def roman(numeral: str) -> int:
    """The value of a roman numeral up to 39, 0 for what is none."""
    total = 0
    small = numeral.lower()
    if not small or not re.fullmatch(r"x{0,3}(?:ix|iv|v?i{0,3})", small):
        return 0
    for this, after in zip(small, small[1:] + " ", strict=True):
        value = _DIGIT[this]
        total += -value if _DIGIT.get(after, 0) > value else value
    return total


def _readings(family: str, mark: str, value: str) -> tuple[Reading, ...]:
    case = "A" if value.isupper() else "a"
    shape = mark.replace(value, case if family in {"letter", "roman"} else "", 1)
    if family == "bullet":
        return (Reading("bullet", mark, 0),)
    if family in ("number", "bare", "dashed"):
        return (Reading(family, shape, int(value)),)
    if family == "decimal":
        parts = re.findall(r"\d+", value)
        lettered = value[-1].isalpha()
        last = ord(value[-1]) - 96 if lettered else int(parts[-1])
        return (Reading("decimal", str(len(parts) + lettered), last),)
    if family in ("code", "coded"):
        return (Reading(family, re.sub(r"\d.*", "", value), int(re.sub(r"\D", "", value))),)
    readings = []
    if roman(value):
        readings.append(Reading("roman", shape, roman(value)))
    if len(value) == 1:
        readings.append(Reading("letter", shape, ord(value.lower()) - 96))
    elif _DOUBLE.match(value) and not readings:
        readings.append(Reading("letter", shape, ord(value[0]) - 96 + 26))
    return tuple(readings)


@dataclass(slots=True)
class _Open:
    reading: Reading
    indent: int


@dataclass(slots=True)
class Nesting:
    """Keeps the lists that are open, to say how deep each next item lies and how its marker is to be read."""

    _open: list[_Open] = field(default_factory=list)

    def clear(self) -> None:
        """A heading closes every list."""
        self._open.clear()

    def place(self, marker: Marker | None, indent: int, *, interrupted: bool) -> int:
        """The level of the next item, from 1; `interrupted` when something else stood between it and the last one."""
        readings = marker.readings if marker else (Reading("bare bullet", "", 0),)
        for depth in range(len(self._open) - 1, -1, -1):
            entry = self._open[depth]
            if depth and indent < entry.indent - 1:
                continue  # set further out than this list
            for reading in readings:
                if _same_list(reading, entry, indent) and (not interrupted or _follows(reading, entry.reading)):
                    del self._open[depth + 1 :]
                    self._open[depth] = _Open(reading, indent)
                    return depth + 1
        if interrupted or len(self._open) >= MAX_LEVEL:
            self._open.clear()
        while self._open and indent < self._open[-1].indent - 1:
            self._open.pop()
        self._open.append(_Open(readings[0], indent))
        return len(self._open)

    def continues(self, marker: Marker) -> bool:
        """Whether the marker is the next one of the list that was open last."""
        return bool(self._open) and any(_follows(r, self._open[-1].reading) for r in marker.readings)


def _follows(reading: Reading, last: Reading) -> bool:
    if reading[:2] != last[:2]:
        return False
    return reading.family == "bullet" or reading.value == last.value + 1


def _same_list(reading: Reading, entry: _Open, indent: int) -> bool:
    """The same list goes on: same marks, and not set further in (numbers may jump, but do not start anew deeper)."""
    if reading[:2] != entry.reading[:2]:
        return False
    deeper = indent > entry.indent + 1
    if reading.family in {"bullet", "bare bullet"}:
        return not deeper
    return not (deeper and reading.value <= entry.reading.value)
