"""A confidence means what it says. To measure every rule anew and write its record: this file as a script.

    python tests/corpus/test_calibration.py

writes graphkit/language/data/confidence.yaml, from which every fact has its confidence, and prints the record.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from graphkit.evaluation.calibration import Record, by_band, by_rule
from graphkit.evaluation.measured import Evaluation
from graphkit.language.confidence import ANY

TABLE = Path(__file__).resolve().parents[2] / "graphkit" / "language" / "data" / "confidence.yaml"
HEAD = """\
# How often each rule was right on the annotated papers of tests/corpus: `right` of its facts there (`of`). `confidence`
# is that share, drawn towards `any rule` where a rule has few facts. Measured by tests/corpus/test_calibration.py,
# never set by hand.
"""
# A rule's share counts as if this many facts of the common share had been seen too (a Beta prior): one fact that was
# right by luck makes no rule certain.
PRIOR = 6
NEAR, MANY = 0.15, 30
REMEDY = "rules have changed: python tests/corpus/test_calibration.py measures them anew"


def drawn(right: int, facts: int, common: float) -> float:
    """The share of facts that were right, drawn towards the common share; two digits, never 0 or 1."""
    return min(0.99, max(0.01, round((right + PRIOR * common) / (facts + PRIOR), 2)))


def table(records: Iterable[Record]) -> str:
    """The text of confidence.yaml for the records of rules."""
    kinds: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        kinds[record.kind].append(record)
    lines = [line for kind, rules in sorted(kinds.items()) for line in section(kind, rules)]
    return HEAD + "".join(f"{line}\n" for line in lines)


def section(kind: str, rules: Sequence[Record]) -> list[str]:
    right, facts = sum(one.right for one in rules), sum(one.facts for one in rules)
    rows = [(ANY, right, facts), *((one.name, one.right, one.facts) for one in rules)]
    return [
        f"{kind}:",
        *(
            f"  {name}: {{confidence: {drawn(good, seen, right / facts):.2f}, right: {good}, of: {seen}}}"
            for name, good, seen in rows
        ),
    ]


def test_what_is_said_to_be_right_is_right_as_often(measured: Evaluation) -> None:
    bands = [band for band in by_band(measured.facts) if band.facts >= MANY]
    wrong = [f"{band.name}: says {band.said:.2f}, right {band.share:.2f}" for band in bands]
    assert not [line for line, band in zip(wrong, bands, strict=True) if abs(band.said - band.share) > NEAR], REMEDY
    assert len(bands) > 2


def test_the_common_rules_have_a_record(measured: Evaluation) -> None:
    stored = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    bare = [rule for rule in by_rule(measured.facts) if rule.facts >= MANY and rule.name not in stored[rule.kind]]
    assert bare == [], REMEDY


def test_a_rule_with_few_facts_is_drawn_towards_the_common_share() -> None:
    assert drawn(90, 100, 0.5) == 0.88
    assert drawn(1, 1, 0.8) == 0.83
    assert drawn(0, 1, 0.8) == 0.69
    assert drawn(1000, 1000, 1.0) == 0.99


def test_the_table_holds_every_rule_below_its_kind_with_its_counts() -> None:
    records = [
        Record("owners", "subject", 8, 7, 0.5),
        Record("owners", "we", 2, 1, 0.5),
        Record("actions", "a", 1, 1, 0.5),
    ]
    read: Mapping[str, Mapping[str, Mapping[str, float]]] = yaml.safe_load(table(records))
    assert read["owners"][ANY] == {"confidence": 0.8, "right": 8, "of": 10}
    assert read["owners"]["subject"] == {"confidence": 0.84, "right": 7, "of": 8}
    assert read["actions"]["a"]["of"] == 1


def main() -> None:
    """Measures every rule on the corpus, writes the table, and prints how it was before."""
    from graphkit.evaluating import evaluate

    measured = evaluate(Path(__file__).resolve().parent)
    records = by_rule(measured.facts)
    common = {kind: share(records, kind) for kind in {one.kind for one in records}}
    print(f"{'':42}  facts   said  right   says now")
    for one in records:
        now = drawn(one.right, one.facts, common[one.kind])
        print(f"{one.kind + ': ' + one.name:42}  {one.facts:5}   {one.said:.2f}   {one.share:.2f}       {now:.2f}")
    for one in by_band(measured.facts):
        print(f"{'said ' + one.name:42}  {one.facts:5}   {one.said:.2f}   {one.share:.2f}")
    TABLE.write_text(table(records), encoding="utf-8", newline="\n")


def share(records: Iterable[Record], kind: str) -> float:
    mine = [one for one in records if one.kind == kind]
    return sum(one.right for one in mine) / sum(one.facts for one in mine)


if __name__ == "__main__":
    main()
