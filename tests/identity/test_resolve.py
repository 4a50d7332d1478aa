"""What the names of a paper mean in the area of its board and at its date."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.documents.model import Document
from graphkit.identity import Identified, Identifier
from graphkit.language.party import Party
from graphkit.loaders.findings import Findings

Means = Callable[..., Party]
Reading = Callable[..., Identified]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Northmere City Council", "northmere-council"),
        ("the Northmere City Council", "northmere-council"),
        ("Northmere Council", "northmere-council"),
        ("Southmere Council", "southmere-council"),
        ("NHS Northmere Clinical Commissioning Group", "ccg-northmere"),
        ("Northmere CCG", "ccg-northmere"),
        ("Northmere & Wolden Partnership NHS FOUNDATION Trust", "partnership-trust"),
        ("Northmere and Wolden Partnership NHS Trust", "partnership-trust"),
        ("Northmere and Wolden Partnership Trust", "partnership-trust"),
        ("Mary Ellet Hospital", "mary-ellet"),
        ("NHS\xa0England", "nhs-england"),
        ("Wold Police", "wold-police"),
        ("Upper Wold Council", "upper-wolden-council"),
    ],
)
def test_forms_of_a_name_lead_to_its_body(means: Means, name: str, identity: str) -> None:
    found = means(name)
    assert identity == found.id
    assert found.outcome == "resolved"
    assert found.names[0] == found.label
    assert name in found.names


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("the Council", "northmere-council"),
        ("the City Council", "northmere-council"),
        ("NCC", "northmere-council"),
        ("Healthwatch", "healthwatch-northmere"),
        ("the CCG", "ccg-northmere"),
        ("the Police", "wold-police"),
        ("NWPT", "partnership-trust"),
    ],
)
def test_general_names_mean_the_body_of_the_boards_area(means: Means, name: str, identity: str) -> None:
    assert identity == means(name).id


@pytest.mark.parametrize("name", ["the Council", "Healthwatch", "the CCG", "ICB", "NWPT", "Mary Elet NHS Trust"])
def test_without_an_area_general_names_and_misspellings_mean_nobody(means: Means, name: str) -> None:
    found = means(name, board="Programme Board")
    assert found.id is None
    assert found.outcome == "unresolved"


def test_the_same_words_mean_another_body_in_another_area(means: Means) -> None:
    there = "Southmere Health and Wellbeing Board"
    assert means("Healthwatch", board=there).id == "healthwatch-southmere"
    assert means("the Council", board=there).id == "southmere-council"
    assert means("the CCG", board=there).id is None
    assert means("NWPT", board=there).id is None


def test_of_several_councils_the_council_is_the_boards_own(means: Means) -> None:
    county = "Woldenshire Health and Wellbeing Board"
    assert means("the Council", board=county).id == "woldenshire-council"
    assert means("the County Council", board=county).id == "woldenshire-council"
    assert means("District Council", board=county).id == "upper-wolden-council"


def test_a_joint_boards_council_is_in_doubt(means: Means) -> None:
    found = means("the Council", board="Northmere and Woldenshire Joint Committee")
    assert found.outcome == "ambiguous"
    assert found.id is None
    assert found.candidates == ("northmere-council", "woldenshire-council")


@pytest.mark.parametrize(
    ("date", "identity"),
    [
        ("2010-02", "pct-northmere"),
        ("2015", "ccg-northmere"),
        ("2021-04-01", "ccg-both"),
        ("2022-06-30", "ccg-both"),
        ("2024-11-05", None),
    ],
)
def test_the_date_chooses_between_bodies_that_followed_one_another(
    means: Means, date: str, identity: str | None
) -> None:
    name = "NHS Northmere" if date < "2013" else "the CCG"
    assert identity == means(name, date=date).id


def test_one_name_of_two_bodies_goes_by_the_date(means: Means) -> None:
    assert means("NHS Northmere", date="2011-01-01").id == "pct-northmere"
    assert means("NHS Northmere", date="2023-01-01").id == "icb-both"
    assert means("NHS Northmere", date=None).outcome == "ambiguous"


def test_an_undated_paper_is_not_older_than_the_bodies_it_names(reading: Reading, party: Callable[..., Party]) -> None:
    result = reading(party("NHS Northmere"), party("NHS Northmere and Wolden Integrated Care Board", at=90), date=None)
    assert [each.id for each in result.findings.parties] == ["northmere-hwb", "icb-both"]


def test_a_body_named_in_full_after_its_end_is_that_body_and_says_what_followed(means: Means) -> None:
    found = means("NHS Northmere CCG", date="2023-09-01")
    assert found.id == "ccg-northmere"
    assert "ended 2021-03-31, followed by icb-both" in found.why


def test_a_general_name_may_lag_behind_its_body_for_two_years(means: Means) -> None:
    assert means("the CCG", date="2022-09-01").id == "ccg-both"
    assert means("the CCG", date="2025-09-01").id is None


@pytest.mark.parametrize(("name", "score"), [("Mary Elet NHS Trust", 0.79), ("Mary Ellett Hospital NHS Trust", 0.98)])
def test_a_misspelt_name_is_repaired_with_its_score(means: Means, name: str, score: float) -> None:
    found = means(name)
    assert found.id == "mary-ellet"
    assert found.why.startswith("repaired: ")
    assert found.why.endswith(f"score {score:.2f}")


@pytest.mark.parametrize(
    "name",
    [
        "Mary Allan Hospital NHS Trust",
        "North Vale Police",
        "Ellen March Hospitals NHS Trust",
        "Upper Woldon Primary School",
        "Mary Ellet Community College",
        "Southmere Police",
    ],
)
def test_near_names_of_other_bodies_are_left_alone(means: Means, name: str) -> None:
    assert means(name).id is None


def test_plurals_name_no_single_body(means: Means) -> None:
    found = means("the CCGs")
    assert found.id is None
    assert found.candidates == ("ccg-northmere",)


@pytest.mark.parametrize("name", ["the Trust", "the Ambulance Service"])
def test_an_area_that_is_only_guessed_gives_candidates(means: Means, name: str) -> None:
    found = means(name)
    assert found.outcome == "ambiguous"
    assert found.candidates


def test_a_partnership_is_not_the_board_it_is_named_after(means: Means) -> None:
    assert means("Northmere and Wolden Integrated Care Partnership", date="2024-01-01").id is None


def test_a_short_name_does_not_outlive_its_body(means: Means) -> None:
    assert means("Westbeck", date="2016-01-01").id == "westbeck"
    assert means("Westbeck", date="2021-01-01").id is None
    assert means("Westbeck", date=None).id is None


def test_a_fuller_name_that_is_unknown_keeps_an_acronym_from_deciding(means: Means) -> None:
    assert means("North Wolden Parents Together", "NWPT").id is None
    assert means("Northmere and Wolden Partnership", "NWPT").id is None
    assert means("Northmere and Wolden Partnership Trust", "NWPT").id == "partnership-trust"


def test_the_initials_of_a_body_of_the_area_are_borne_out_by_its_kind(means: Means) -> None:
    assert means("NW ICB", "ICB", date="2024-01-01").id == "icb-both"
    assert means("QX ICB", "ICB", date="2024-01-01").id is None


def test_names_of_several_bodies_under_one_party_are_in_doubt(means: Means) -> None:
    found = means("Northmere City Council", "Southmere Metropolitan Borough Council")
    assert found.outcome == "ambiguous"
    assert found.candidates == ("northmere-council", "southmere-council")


def test_the_board_alone_is_any_board(means: Means) -> None:
    assert means("the Board", kind="board").id is None
    assert means("Children's Board", "the Board", kind="board").id is None
    assert means("Health & Wellbeing Board", kind="board").id == "northmere-hwb"


def test_an_organisations_general_name_is_no_board(means: Means) -> None:
    assert means("the Council", kind="board").id is None


def test_posts_belong_to_the_boards_council(means: Means) -> None:
    found = means("Director of Public Health", "DPH", kind="post")
    assert found.id == "post:director-of-public-health@northmere-council"
    assert means("Interim Director of Public Health", kind="post").id == found.id
    assert means("DPH", kind="post").names == ("DPH", "Director of Public Health")


@pytest.mark.parametrize("name", ["Deputy Leader", "Chair", "Director of Parks"])
def test_other_posts_get_no_id(means: Means, name: str) -> None:
    found = means(name, kind="post")
    assert found.id is None
    assert found.names == (name,)


def test_a_post_needs_one_known_council(means: Means) -> None:
    name = "Director of Public Health"
    assert means(name, kind="post", board="Programme Board").id is None
    assert means(name, kind="post", board="Northmere and Woldenshire Joint Committee").id is None


def test_sectors_keep_the_printed_words_beside_a_normal_name_and_never_get_an_id(means: Means) -> None:
    found = means("third sector", kind="sector")
    assert (found.id, found.label) == (None, "third sector")
    assert found.names == ("third sector", "voluntary and community sector")


def test_what_is_listed_as_a_sector_but_is_a_body_becomes_an_organisation(means: Means) -> None:
    found = means("NHS England", kind="sector")
    assert (found.id, found.type) == ("nhs-england", "organisation")


@pytest.mark.parametrize("kind", ["team", "collective", "person"])
def test_teams_collectives_and_persons_stay_as_they_are(means: Means, kind: str) -> None:
    found = means("Northmere City Council", kind=kind)
    assert (found.id, found.outcome) == (None, "unresolved")


def test_used_rows_are_told(reading: Reading, party: Callable[..., Party]) -> None:
    result = reading(party("Healthwatch"), party("Director of Public Health", kind="post"), party("Some Club"))
    assert result.used == {"northmere-hwb", "healthwatch-northmere", "northmere-council"}
    assert result.area is not None
    assert result.area.codes == ("E08000901",)


@settings(deadline=None)  # the first example loads the lists
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4, unique=True))
def test_any_names_at_all_are_kept_and_read_alike_twice(names: list[str]) -> None:
    identifier = _real()
    findings = Findings("minutes", "test", parties=(Party("k", names[0], tuple(names), "organisation", ()),))
    document = Document("p", "p", "text/plain", " ".join(names), (), "0")
    once, again = (identifier.identify(findings, document) for _ in range(2))
    assert once == again
    assert set(names) <= set(once.findings.parties[0].names)


@cache
def _real() -> Identifier:
    return Identifier()
