from pathlib import Path

import pytest

from graphkit import resources
from graphkit.language.fold import fold
from graphkit.language.gazetteer import Gazetteer, is_whole


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    return [text[match.start : match.end] for match in gazetteer.find(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Northmere City Council met.", ["Northmere City Council"]),
        ("NORTHMERE CITY COUNCIL", ["NORTHMERE CITY COUNCIL"]),
        ("NHS Northmere & Wolden Integrated Care Board", ["NHS Northmere & Wolden Integrated Care Board"]),
        ("WHFT and NHSE", ["WHFT", "NHSE"]),
        ("whft and nhse", []),
        ("Northmere City Councillors and Northmere City Council-owned land", []),
        ("a Council house; the Council's view", ["the Council"]),
    ],
)
def test_names_match_whole_words_longest_first(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    assert found(gazetteer, text) == names


def test_a_short_name_survives_where_a_longer_one_fails_at_its_boundary(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "NHS Englander and NHS England") == ["NHS England"]
    assert found(gazetteer, "Northmere Policemen, Police") == ["Police"]


def test_offsets_hold_after_characters_beyond_the_basic_plane(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "\U0001f600 Healthwatch Northmere \U0001f600") == ["Healthwatch Northmere"]


def test_patterns_with_an_area_are_not_surface_forms(gazetteer: Gazetteer) -> None:
    assert not any("{" in entry.form for entry in gazetteer.entries)


def test_a_folder_is_read_once(reference: Path) -> None:
    assert Gazetteer.load(reference) is Gazetteer.load(reference / ".." / reference.name)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"places\.csv"):
        Gazetteer.load(tmp_path / "nothing")


def test_kinds_tell_what_an_id_is(gazetteer: Gazetteer) -> None:
    assert gazetteer.kinds["wolden-trust"] == "nhs-trust"


def test_the_reference_list_of_the_package_is_read() -> None:
    gazetteer = Gazetteer.load(resources.REFERENCE)
    assert found(gazetteer, "NHS England wrote to Public Health Wales") == ["NHS England", "Public Health Wales"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (" ab ", True),
        ("xab ", False),
        (" abx", False),
        ("a-ab ", False),
        (" ab-x", False),
        (" ab's", True),
        ("/ab/", True),
    ],
)
def test_whole_words(text: str, whole: bool) -> None:
    start = text.index("ab")
    assert is_whole(text, start, start + 2) is whole
