"""A confidence means what it says. To measure every rule anew and write its record: this file as a script.

    python tests/corpus/test_calibration.py

writes graphkit/language/data/confidence.yaml, from which every fact has its confidence, and prints the record, and how
well the record of all papers but one holds on that one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import yaml

from graphkit import resources
from graphkit.evaluation.calibration import Record, band_of, by_band, by_rule
from graphkit.evaluation.measured import Evaluation
from graphkit.language.confidence import ANY

TABLE = resources.LANGUAGE / "confidence.yaml"
HEAD = """\
# How often each rule was right on the annotated papers of tests/corpus: `right` of its facts there (`of`). `confidence`
# is that share, drawn towards `any rule` where a rule has few facts. Measured by tests/corpus/test_calibration.py,
# never set by hand.
"""
# A rule's share counts as if this many facts of the common share had been seen too (a Beta prior): one fact that was
# right by luck makes no rule certain.
PRIOR = 3
NEAR, NEAR_UNSEEN, MANY = 0.07, 0.1, 30
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
    right, facts = total(rules)
    rows = [(ANY, right, facts), *((one.name, one.right, one.facts) for one in rules)]
    return [
        f"{kind}:",
        *(
            f"  {name}: {{confidence: {drawn(good, seen, right / facts):.2f}, right: {good}, of: {seen}}}"
            for name, good, seen in rows
        ),
    ]


def confidences(records: Iterable[Record]) -> dict[tuple[str, str], float]:
    """What each rule of a kind of fact would say by this record; `ANY` for a rule without facts."""
    known = list(records)
    totals = {kind: total([one for one in known if one.kind == kind]) for kind in {one.kind for one in known}}
    said = {(kind, ANY): right / facts for kind, (right, facts) in totals.items()}
    return said | {(one.kind, one.name): drawn(one.right, one.facts, said[one.kind, ANY]) for one in known}


def total(records: Iterable[Record]) -> tuple[int, int]:
    known = list(records)
    return sum(one.right for one in known), sum(one.facts for one in known)


def unseen(measured: Evaluation) -> list[Record]:
    """The bands of today's confidences, with what the record of the other papers alone would say of each fact.

    The bands stay those of the whole record: a paper read well lowers the others' record of its rules, so bands of that
    record would gather what is right in the lower one.
    """
    groups: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for paper in measured.papers:
        said = confidences(by_rule(fact for other in measured.papers if other is not paper for fact in other.facts))
        for fact in paper.facts:
            if fact.confidence is not None and fact.kind != "named owners":
                sure = said.get((fact.kind, fact.rule), said[fact.kind, ANY])
                groups[band_of(fact.confidence)].append((sure, fact.verdict == "right"))
    return [
        Record("all", band, len(facts), sum(right for _, right in facts), sum(sure for sure, _ in facts) / len(facts))
        for band, facts in sorted(groups.items())
    ]


def astray(bands: Iterable[Record], near: float) -> list[str]:
    """A line for each band of many facts in which the share that is right is not near what they say."""
    return [
        f"{band.name}: says {band.said:.2f}, right {band.share:.2f} of {band.facts}"
        for band in bands
        if band.facts >= MANY and band.said is not None and abs(band.said - band.share) > near
    ]


def test_what_is_said_to_be_right_is_right_as_often(measured: Evaluation) -> None:
    assert astray(by_band(measured.facts), NEAR) == [], REMEDY
    assert sum(band.facts >= MANY for band in by_band(measured.facts)) > 2


def test_the_record_of_other_papers_holds_on_a_paper_that_it_has_not_seen(measured: Evaluation) -> None:
    bands = unseen(measured)
    assert sum(band.facts for band in bands) > 1000
    assert astray(bands, NEAR_UNSEEN) == [], REMEDY


def test_a_band_is_astray_when_it_has_many_facts_and_is_not_near() -> None:
    assert astray([Record("all", "0.9 to 1.0", 30, 27, 0.9), Record("all", "0.5 to 0.6", 29, 0, 0.5)], 0.01) == []
    assert astray([Record("all", "0.9 to 1.0", 40, 20, 0.9)], 0.1) == ["0.9 to 1.0: says 0.90, right 0.50 of 40"]


def test_the_common_rules_have_a_record(measured: Evaluation) -> None:
    stored = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    bare = [
        rule
        for rule in by_rule(measured.facts)
        if rule.facts >= MANY and rule.said is not None and rule.name not in stored[rule.kind]
    ]
    assert bare == [], REMEDY


def test_a_rule_with_few_facts_is_drawn_towards_the_common_share() -> None:
    assert drawn(90, 100, 0.5) == 0.89
    assert drawn(1, 1, 0.8) == 0.85
    assert drawn(0, 1, 0.8) == 0.6
    assert drawn(1000, 1000, 1.0) == 0.99


def test_the_table_holds_every_rule_below_its_kind_with_its_counts() -> None:
    records = [
        Record("owners", "subject", 8, 7, 0.5),
        Record("owners", "we", 2, 1, 0.5),
        Record("actions", "a", 1, 1, 0.5),
    ]
    read: Mapping[str, Mapping[str, Mapping[str, float]]] = yaml.safe_load(table(records))
    assert read["owners"][ANY] == {"confidence": 0.8, "right": 8, "of": 10}
    assert read["owners"]["subject"] == {"confidence": 0.85, "right": 7, "of": 8}
    assert read["actions"]["a"]["of"] == 1


def main() -> None:
    """Measures every rule on the corpus, writes the table, and prints how it was before."""
    from graphkit.evaluating import evaluate

    measured = evaluate(Path(__file__).resolve().parent)
    records = [one for one in by_rule(measured.facts) if one.said is not None]
    said = confidences(records)
    print(f"{'':42}  facts   said  right   says now")
    for one in records:
        now = said[one.kind, one.name]
        print(f"{one.kind + ': ' + one.name:42}  {one.facts:5}   {one.said or 0:.2f}   {one.share:.2f}       {now:.2f}")
    for what, bands in (("as it was", by_band(measured.facts)), ("by the record of other papers", unseen(measured))):
        for one in bands:
            print(f"{one.name + ', ' + what:42}  {one.facts:5}   {one.said or 0:.2f}   {one.share:.2f}")
    TABLE.write_text(table(records), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
