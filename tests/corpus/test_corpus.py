"""The corpus itself: every paper has gold, and gold fits its paper."""

from graphkit.evaluation.measured import Evaluation


def test_every_paper_has_gold_that_fits_it(measured: Evaluation) -> None:
    assert measured.faults == ()
    assert measured.without == ()
    assert len(measured.papers) == 45


def test_gold_leads_to_its_words_in_the_paper(measured: Evaluation) -> None:
    missed = [fact for fact in measured.facts if fact.kind == "actions" and fact.verdict == "missed"]
    assert [fact.fact for fact in missed if fact.span is None] == []
