"""Official codes, and how bodies follow and contain one another."""

import pytest

from graphkit.identity import Reference, codes_of, part_of, predecessors_of, reference, successors_of


def test_codes_are_pairs_with_ods_first(lists: Reference) -> None:
    expected = (("ODS", "QZZ"), ("GSS", "E54000901"), ("GSS", "E54000902"))
    assert expected == codes_of(lists, "icb-both")
    assert codes_of(lists, "nobody") == ()


def test_a_code_that_holds_for_a_time_goes_by_the_date(lists: Reference) -> None:
    assert codes_of(lists, "icb-both", "2023-01-01") == (("ODS", "QZZ"), ("GSS", "E54000901"))
    assert codes_of(lists, "icb-both", "2025-06-01") == (("ODS", "QZZ"), ("GSS", "E54000902"))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, ("ccg-northmere",)),
        ("2015-01-01", ("ccg-northmere",)),
        ("2021-12-31", ("ccg-both",)),
        ("2024", ("icb-both",)),
    ],
)
def test_successors_are_followed_to_the_date(lists: Reference, on: str | None, expected: tuple[str, ...]) -> None:
    assert expected == successors_of(lists, "pct-northmere", on)


def test_predecessors_are_followed_back_to_the_date(lists: Reference) -> None:
    assert predecessors_of(lists, "icb-both") == ("ccg-both",)
    assert predecessors_of(lists, "icb-both", "2014") == ("ccg-northmere",)
    assert predecessors_of(lists, "nobody") == ()


def test_a_trust_is_part_of_its_board(lists: Reference) -> None:
    assert part_of(lists, "mary-ellet") == ("icb-both",)
    assert part_of(lists, "nobody") == ()


def test_every_chain_of_real_bodies_ends() -> None:
    lists = reference()
    for identity in lists.organisations:
        for on in ("2012", "2024-01-01", "2026-11-01"):
            assert all(lists.organisations[each].valid(on) for each in successors_of(lists, identity, on))
