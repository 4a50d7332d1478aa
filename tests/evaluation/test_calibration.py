"""Confidence against the share that was right, by rule and by band."""

import pytest

from graphkit.evaluation.calibration import Record, by_band, by_rule
from graphkit.evaluation.facts import Kind
from graphkit.evaluation.judging import Judged, Verdict


def fact(kind: Kind, verdict: Verdict, rule: str, confidence: float | None) -> Judged:
    return Judged(kind, verdict, "a fact", rule=rule, confidence=confidence)


FACTS = [
    fact("owners", "right", "subject", 0.9),
    fact("owners", "right", "subject", 0.9),
    fact("owners", "false", "subject", 0.9),
    fact("owners", "false", "deciding-board", 0.5),
    fact("actions", "right", "table-row", 1.0),
    fact("other roles", "right", "subject", 0.49),
    # Rules of facts without a confidence have a record too.
    fact("topics", "right", "inherited", None),
    # Neither what was missed nor what names no rule nor a second look at owners is counted.
    fact("owners", "missed", "", None),
    fact("topics", "false", "", None),
    fact("named owners", "false", "subject", 0.9),
]


def test_a_rule_has_a_record_for_each_kind_of_fact() -> None:
    records = by_rule(FACTS)
    others, subject = [*records[:3], records[4]], records[3]
    assert others == [
        Record("actions", "table-row", 1, 1, 1.0),
        Record("other roles", "subject", 1, 1, 0.49),
        Record("owners", "deciding-board", 1, 0, 0.5),
        Record("topics", "inherited", 1, 1, None),
    ]
    assert (subject.name, subject.facts, subject.right) == ("subject", 3, 2)
    assert subject.said == pytest.approx(0.9)
    assert subject.share == pytest.approx(2 / 3)


def test_a_band_holds_its_lower_end_and_the_last_one_both() -> None:
    bands = [(band.name, band.facts, band.right) for band in by_band(FACTS)]
    assert bands == [("0.0 to 0.5", 1, 1), ("0.5 to 0.6", 1, 0), ("0.9 to 1.0", 4, 3)]
    assert by_band(FACTS)[-1].said == pytest.approx(3.7 / 4)


def test_without_facts_there_is_no_record() -> None:
    assert by_rule([]) == by_band([]) == []
