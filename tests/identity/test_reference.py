"""The reference lists: loading, indexes, places inside places, validity."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.identity import Reference, reference
from graphkit.identity.reference_check import main, problems
from graphkit.identity.when import begins_after, ended_by, in_force

_DATE = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4])


def test_the_lists_that_come_along_have_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert problems() == []
    assert main([]) == 0
    assert capsys.readouterr().out.endswith("nothing wrong\n")


def test_the_checker_tells_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(tmp_path, "places", "code,name,type,parent_codes,valid_from,valid_to,successor_codes,former_codes,source")
    _write(
        tmp_path,
        "organisations",
        "id,name,type,places,places_basis,ods_code,other_ids,valid_from,valid_to,successor,part_of,derived,source",
        "a,One,icb,E1,own area,Q,gss:1,2020-13,2019,b,,,nothing",
        "a,One,icb,,,,,,,,,,k|l",
    )
    _write(tmp_path, "aliases", "alias,target,scope,kind,source", "x,type:none,here,nickname,k|l")
    _write(tmp_path, "roles-and-sectors", "label,type,aliases,normal_name")
    found = problems(tmp_path)
    assert [each.partition(":")[0] for each in found] == [
        *["organisation a"] * 8,
        "alias x",
        "alias x",
        "alias x",
        "a and a",
    ]
    assert main([str(tmp_path)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == len(found)


def _write(folder: Path, name: str, *lines: str) -> None:
    (folder / f"{name}.csv").write_text("\n".join((*lines, "")), encoding="utf-8")


def test_indexes_lead_to_the_rows(lists: Reference) -> None:
    assert [each.id for each in lists.by_name["nhs northmere ccg"]] == ["ccg-northmere"]
    assert [each.target for each in lists.by_alias["NWPT"]] == ["partnership-trust"]
    assert "nwpt" not in lists.by_alias
    assert {each.id for each in lists.by_place["E08000901"]} >= {"northmere-council", "healthwatch-northmere"}
    assert len(lists.by_type["healthwatch"]) == 3


def test_a_county_holds_its_districts(lists: Reference) -> None:
    assert lists.expand(["E10000901"]) == {"E10000901", "E07000901", "E07000902"}
    assert lists.around(["E07000901"]) == {"E07000901", "E10000901", "E12000901", "E92000901"}


def test_covering_works_up_and_down(lists: Reference) -> None:
    bodies = lists.organisations
    assert lists.covers(bodies["wold-police"], ["E07000901"])
    assert lists.covers(bodies["upper-wolden-council"], ["E10000901"])
    assert lists.covers(bodies["nhs-england"], ["E08000901"])
    assert not lists.covers(bodies["wold-police"], ["E08000901", "E08000902"])
    assert lists.meets(bodies["wold-police"], ["E08000901", "E08000902"])


def test_an_unknown_kind_of_alias_is_refused(tmp_path: Path) -> None:
    _write(tmp_path, "aliases", "alias,target,scope,kind,source", "x,y,area,nickname,k|l")
    with pytest.raises(ValueError, match="unknown kind 'nickname'"):
        _ = Reference(tmp_path).aliases


def test_real_bodies_are_in_force_at_their_time() -> None:
    bodies = reference().organisations
    assert bodies["nhs-england"].valid("2020-01-01")
    assert not any(body.valid("2005") for body in reference().by_type["ccg"])
    assert all(body.valid(None) for body in bodies.values())


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "on", "expected"),
    [
        ("2013-04-01", "2021-03-31", "2021-03-31", True),
        ("2013-04-01", "2021-03-31", "2021-04-01", False),
        ("2013-04-01", "2021-03-31", "2013", True),
        ("2013-04-01", "2021-03-31", "2013-03", False),
        ("2026", "", "2026-02-24", True),
        ("", "2013", "2013-12-31", True),
        ("", "2013", "2014-01-01", False),
        ("", "", "1066", True),
    ],
)
def test_in_force(valid_from: str, valid_to: str, on: str, expected: bool) -> None:
    assert expected is in_force(valid_from, valid_to, on)


@given(_DATE, _DATE)
def test_a_body_is_either_to_come_in_force_or_over(on: str, other: str) -> None:
    start, end = sorted((on, other))
    assert in_force(start, "", end)
    assert in_force("", end, start)
    assert not (begins_after(start, on) and ended_by(start, on))
