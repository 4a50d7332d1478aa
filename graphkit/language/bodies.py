"""The deciding body: whose minutes, decisions or strategy a paper is.

Every board named in full gathers points: in a title line, beside the meeting's date, behind "Decision Maker:", as the
one that resolves. A bare name ("Health and Wellbeing Board", "the Board") lends its points to the best board it can
mean, and stands for the body itself when no board is named in full that deserves it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graphkit.language.kinds import papers
from graphkit.language.mentions import Mention
from graphkit.language.page import Page

_HEADS = frozenset(
    {
        "board",
        "committee",
        "partnership",
        "commission",
        "cabinet",
        "panel",
        "forum",
        "psb",
        "assembly",
        "alliance",
        "osc",
        "ijb",
        "cpp",
    }
)
_DECIDES = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:resolved|agreed|noted|approved|considered|received|"
    r"(?:is|was) (?:asked|recommended|invited)|members\b)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(
    r"(?:(?:resolved|agreed|recommended)\W{1,4}(?:that )?(?:the )?|^\W*that (?:the )?)$", re.IGNORECASE
)
_AT_MEETING = re.compile(r"\b(?:meeting|at its|sitting)\b[^.]{0,60}$", re.IGNORECASE)
_MAKER = re.compile(
    r"(?:decision maker|committee|decision made by|name of (?:meeting|committee)|board|meeting|minutes)"
    r"\s*:\s*(?:the )?$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:meeting of|minutes? of(?: the meeting of| a meeting of| meeting of)?|notes? of|agenda for|strategy of|"
    r"on behalf of) (?:the )?$",
    re.IGNORECASE,
)
# What a line of a page that names whose meeting it was gives.
_TOLD = 12.0
# A post decides only where it is said so in so many words ("the Cabinet Member for Health resolved that").
_POST_DECIDES = re.compile(
    r"\s*(?:\([^)]*\) )?(?:has |had )?(?:resolved|decided|determined) (?:that|to)\b", re.IGNORECASE
)
_ACTS = 5.0
_DECIDING = 1.1
# How many points a board named in full needs.
_ENOUGH = 0.9
# A bare "the Board" seen just once, deciding nothing, is some board or other.
_HARDLY = 0.5
_INITIALS = frozenset({"psb", "osc", "ijb", "cpp"})
_REACH = 160
_DATE = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_DATED = re.compile(
    rf"\s*(?:[-,:|(]|meeting|minutes|held on)*\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? [a-z]+,? 20\d\d|{_DATE})",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"{_DATE}\s*[-–]\s*$")


@dataclass(slots=True)
class _Board:
    """A board named in full: its longest normal name, its points, where it first stands, whether it is seen to act."""

    name: str
    first: int
    points: float = field(default=0.0)
    acts: bool = field(default=False)

    @property
    def last(self) -> str:
        return self.name.rpartition(" ")[2]


def detect_body(
    page: Page,
    mentions: Sequence[Mention],
    keys: dict[Mention, str],
    group: Callable[[str], str],
    told: Sequence[Mention] = (),
) -> str | None:
    """The normal form of the board whose paper this is, or None when nothing says so.

    `keys` gives each mention's normal form, `group` the representative of those that mean the same; `told` are the
    places where a line of the page names whose meeting or decision it tells of.
    """
    boards, bare = _gather(page, mentions, keys, group, told)
    _lend(boards)
    for pattern, ending in papers():
        if pattern.search(page.low, 0, 600):
            for board in boards:
                board.points += 1.5 if ending.search(board.name) else 0
    for board in boards:
        board.points += min(4.0, bare.get(board.last, 0.0)) if board.points >= _ENOUGH else 0
    best = max(boards, key=lambda one: (one.points, len(one.name), -one.first), default=None)
    heads = {one.last for one in boards if one.points >= 1}
    alone = max((head for head in bare if head not in heads), key=lambda one: (bare[one], one), default=None)
    other = alone is not None and alone not in _INITIALS and bare[alone] >= _DECIDING
    if best is not None and not best.acts and other:
        # "The Board considered a report on the Northmere Forum": the forum only stands in the title.
        return alone
    if best is not None and best.points >= max(_ENOUGH, bare.get(alone or "", 0.0)):
        return best.name
    if alone is not None and bare[alone] < _HARDLY:
        alone = None
    return alone or (best.name if best is not None and len(boards) == 1 else None)


def _gather(
    page: Page,
    mentions: Sequence[Mention],
    keys: dict[Mention, str],
    group: Callable[[str], str],
    told: Sequence[Mention],
) -> tuple[list[_Board], dict[str, float]]:
    """The boards named in full with their points, and the points of bare heads ("board")."""
    boards: dict[str, _Board] = {}
    bare: dict[str, float] = defaultdict(float)
    lines = {(one.start, one.end) for one in told}
    for mention in mentions:
        key = keys[mention]
        last = key.rpartition(" ")[2]
        said = (mention.start, mention.end) in lines
        named = said or (mention.type in ("organisation", "team") and last in _HEADS and mention.target is None)
        rules = mention.type == "post" and _POST_DECIDES.match(page.text, mention.end) is not None
        if mention.type != "board" and not named and not rules:
            continue
        root = group(key)
        if last == key == root and not said:
            bare[key] += 0.4 + _decides(page, mention)
            continue
        board = boards.setdefault(root, _Board(key, mention.start))
        board.name = max(board.name, key, key=len)
        evidence = _evidence(page, mention) + (_TOLD if said else _ACTS if rules else 0.0)
        board.points += evidence
        # Beyond what a title alone can give: a date, a maker's label, a verb of deciding.
        board.acts = board.acts or evidence >= _ACTS or _decides(page, mention) > 0
    return list(boards.values()), bare


def _lend(boards: Sequence[_Board]) -> None:
    """A shorter name gives its points to the best board whose name it closes."""
    closed: dict[str, list[_Board]] = defaultdict(list)
    for board in boards:
        words = board.name.split()
        for i in range(1, len(words)):
            closed[" ".join(words[i:])].append(board)
    for board in sorted(boards, key=lambda one: len(one.name)):
        heirs = [one for one in closed.get(board.name, ()) if one.points >= 1.5]
        if heirs:
            max(heirs, key=lambda one: one.points).points += board.points


def _evidence(page: Page, mention: Mention) -> float:
    """How much one place says that the board named here is the deciding one."""
    line = page.starts[page.line_at(mention.start)]
    stop = page.text.find("\n", mention.end, mention.end + _REACH)
    stop = min(len(page.text), mention.end + _REACH) if stop < 0 else stop
    before, after = page.text[max(line, mention.start - _REACH) : mention.start], page.text[mention.end : stop]
    opens = mention.start - line
    early = max(0.0, 1 - mention.start / max(1200, len(page.text) / 4))
    title = 1 - min(1.0, (opens + stop - mention.end) / 60)
    place = page.block_at(mention.start).place
    if place is not None and place.header and not place.is_header:
        # A cell that holds a name and nothing else is no title.
        early = 0.0
    found = 0.3 + early * (0.7 + 3 * title)
    found += 10 if _MAKER.search(before) else 0
    found += 5 if (_DATED.match(after) and opens < 12) or _DATE_BEFORE.search(before) else 0
    found += 2 if _MEETING.search(before) else 0
    return found + _decides(page, mention)


def _decides(page: Page, mention: Mention) -> float:
    """How much one place says that the board named here takes the decisions."""
    before = page.text[max(0, mention.start - _REACH) : mention.start].rpartition("\n")[2]
    if _DECIDES.match(page.text, mention.end) or _RESOLVED.search(before):
        return 2.5 if _AT_MEETING.search(before) else 0.7
    return 0.0
