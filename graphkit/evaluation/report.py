"""A measure as text for a terminal and as plain data for JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphkit.evaluation.calibration import Record, by_band, by_rule
from graphkit.evaluation.facts import FACTS, KINDS
from graphkit.evaluation.judging import Judged
from graphkit.evaluation.measured import Evaluation, Measured
from graphkit.evaluation.scores import ALL, Score

# "named owners" are owners once more.
LISTED: frozenset[str] = frozenset(KINDS) - {"named owners"}

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DIGITS = 4


def as_text(measured: Evaluation, kinds: frozenset[str] = LISTED) -> str:
    """Errors of these kinds, calibration, papers, and the scores at the end, where a terminal shows them."""
    sections = [
        [line for paper in measured.papers for one in paper.errors(kinds) for line in _error_lines(paper, one)],
        _calibration_lines("rule", by_rule(measured.facts)),
        _calibration_lines("confidence", by_band(measured.facts)),
        _score_lines("paper", {paper.name: paper.scores[ALL] for paper in measured.papers}),
        _score_lines("kind of fact", measured.scores),
    ]
    return "\n".join("".join(f"{line}\n" for line in section) for section in sections if section)


def _error_lines(paper: Measured, one: Judged) -> Iterator[str]:
    """A line that an editor can jump to, and the paper's words below it."""
    line = f":{paper.places.line(one.span)}" if one.span else ""
    sure = "" if one.confidence is None else f", {one.confidence:.2f}"
    why = f" [{one.rule}{sure}]" if one.rule else ""
    yield _plain(f"{paper.paper}{line}: {one.verdict} {one.kind}: {one.fact}{why}")
    before, words, after = paper.places.around(one.span) if one.span else ("", "", "")
    if one.action and " ".join(one.action.split()) not in (words, one.fact):
        yield _plain(f"    in the action “{one.action}”")
    if words:
        yield _plain(f"    {before}[{words}]{after}")


def _plain(text: str) -> str:
    """Text that cannot steer a terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _score_lines(head: str, scores: Mapping[str, Score]) -> list[str]:
    width = max(len(head), *(len(name) for name in scores)) if scores else 0
    lines = [f"{head:<{width}}  precision  recall     F1   right   false  missed"]
    for name, one in scores.items():
        known = one != Score()
        shares = f"{one.precision:9.3f}  {one.recall:6.3f}  {one.f1:5.3f}" if known else f"{'-':>9}  {'-':>6}  {'-':>5}"
        lines.append(f"{_plain(name):<{width}}  {shares}  {one.right:6}  {one.false:6}  {one.missed:6}")
    return lines if scores else []


def _calibration_lines(head: str, records: Sequence[Record]) -> list[str]:
    names = [one.name if one.kind == "all" else f"{one.kind}: {one.name}" for one in records]
    width = max(len(head), *map(len, names)) if names else 0
    lines = [f"{head:<{width}}   facts   says  right"]
    lines += [
        f"{_plain(name):<{width}}  {one.facts:6}  {_says(one)}  {one.share:5.2f}"
        for name, one in zip(names, records, strict=True)
    ]
    return lines if records else []


def _says(one: Record) -> str:
    return f"{'-':>5}" if one.said is None else f"{one.said:5.2f}"


def as_data(measured: Evaluation, kinds: frozenset[str] = LISTED) -> dict[str, Any]:
    """The same as dictionaries and lists; shares are from 0 to 1 with four digits, offsets are code points."""
    return {
        "scores": {name: _score(one) for name, one in measured.scores.items()},
        "all_facts": list(FACTS),
        "papers": [_paper(paper, kinds) for paper in measured.papers],
        "calibration": {
            "rules": [_record(one, "rule") for one in by_rule(measured.facts)],
            "bands": [_record(one, "band") for one in by_band(measured.facts)],
        },
        "faults": list(measured.faults),
        "without_gold": [path.as_posix() for path in measured.without],
    }


def _score(one: Score) -> dict[str, float]:
    shares = {"precision": one.precision, "recall": one.recall, "f1": one.f1}
    counts = {"right": one.right, "false": one.false, "missed": one.missed}
    return {**{name: round(share, _DIGITS) for name, share in shares.items()}, **counts}


def _record(one: Record, name: str) -> dict[str, Any]:
    shares = {"says": None if one.said is None else round(one.said, _DIGITS), "share_right": round(one.share, _DIGITS)}
    return {"kind": one.kind, name: one.name, "facts": one.facts, "right": one.right, **shares}


def _paper(paper: Measured, kinds: frozenset[str]) -> dict[str, Any]:
    return {
        "paper": paper.paper.as_posix(),
        "gold": paper.gold.as_posix(),
        "scores": {name: _score(one) for name, one in paper.scores.items()},
        "errors": [_error(paper, one) for one in paper.errors(kinds)],
    }


def _error(paper: Measured, one: Judged) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "verdict": one.verdict,
        "fact": one.fact,
        "action": one.action or None,
        "line": paper.places.line(one.span) if one.span else None,
        "span": list(one.span) if one.span else None,
        "quote": paper.places.document.words(one.span) if one.span else None,
        "rule": one.rule or None,
        "confidence": one.confidence,
    }
