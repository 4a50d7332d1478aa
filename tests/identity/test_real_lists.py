"""What holds for every body of the lists that come along, in its own area and time."""

from functools import cache

import pytest

from graphkit.documents.model import Document
from graphkit.identity import Identifier, Organisation, reference
from graphkit.identity.area import Area
from graphkit.identity.lookup import Lookup
from graphkit.identity.phrases import Phrases
from graphkit.identity.setting import Setting
from graphkit.loaders.findings import Findings, Party

_KINDS = ("nhs-trust", "local-authority", "ccg", "icb", "police-force", "fire-service", "healthwatch", "health-board")


@cache
def _lookup() -> Lookup:
    return Lookup(reference(), Phrases(reference()))


def _at_home(body: Organisation) -> Setting:
    lists = reference()
    codes = body.places[:1]
    area = Area(codes, lists.places[codes[0]].name, "test") if codes else None
    return Setting(lists, area, body.valid_to or max(body.valid_from, "2025-06-01"))


def test_every_official_name_is_found() -> None:
    missed = []
    for body in reference().organisations.values():
        answer = _lookup().find(body.name, _at_home(body))
        if answer is None or answer.ids != (body.id,):
            missed.append(body.id)
    assert missed == []


def test_no_other_name_leads_to_a_wrong_body() -> None:
    lists, wrong = reference(), []
    for alias in lists.aliases:
        body = lists.organisations.get(alias.target)
        answer = _lookup().find(alias.text, _at_home(body)) if body else None
        if body and answer and answer.sure and answer.ids != (body.id,):
            wrong.append(alias.text)
    assert wrong == []


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("spoil", ["drop", "double", "swap"])
def test_no_misspelt_name_leads_to_a_wrong_body(kind: str, spoil: str) -> None:
    found = 0
    for body in reference().by_type[kind][::7]:
        name = _spoilt(body.name, spoil)
        setting = _at_home(body)
        answer = _lookup().find(name, setting) or _lookup().repair(name, setting)
        assert answer is None or not answer.sure or answer.ids == (body.id,), name
        found += answer is not None and answer.sure
    assert found


def _spoilt(name: str, spoil: str) -> str:
    """The name with the third letter of its longest word left out, doubled, or changed for the fourth."""
    word = max(name.split(), key=len)
    first, third, fourth, rest = word[:2], word[2], word[3], word[4:]
    changed = {"drop": fourth, "double": third * 2 + fourth, "swap": fourth + third}[spoil]
    return name.replace(word, first + changed + rest, 1)


def test_a_real_paper_of_2015_and_one_of_today_differ() -> None:
    identifier = Identifier()
    document = Document("p", "p", "text/plain", "", (), "0")
    board = Party("b", "Gateshead Health and Wellbeing Board", ("Gateshead Health and Wellbeing Board",), "board", ())
    ids = []
    for date in ("2014-06-01", "2016-01-01", "2023-05-01"):
        parties = (board, Party("c", "the CCG", ("the CCG",), "organisation", ()))
        findings = Findings("minutes", "test", date=date, body="b", parties=(*parties, _icb()))
        ids.append([party.id for party in identifier.identify(findings, document).findings.parties[1:]])
    assert ids[0][0] == "ccg-gateshead"
    assert ids[1][0] == "ccg-newcastle-gateshead"
    assert ids[2][1] == "nhs-north-east-and-north-cumbria-integrated-care-board"


def _icb() -> Party:
    return Party("i", "ICB", ("ICB",), "organisation", ())


@pytest.mark.parametrize(
    ("board", "expected"),
    [
        (
            "Gateshead Health and Wellbeing Board",
            "post:director-of-public-health@gateshead-metropolitan-borough-council",
        ),
        ("Falkirk Community Planning Partnership", None),
        ("Torfaen Public Services Board", None),
    ],
)
def test_a_director_of_public_health_is_a_councils_in_england_only(board: str, expected: str | None) -> None:
    parties = (
        Party("b", board, (board,), "board", ()),
        Party("p", "Director of Public Health", ("Director of Public Health",), "post", ()),
    )
    findings = Findings("minutes", "test", date="2023-01-01", body="b", parties=parties)
    result = Identifier().identify(findings, Document("p", "p", "text/plain", "", (), "0"))
    assert result.area is not None
    assert expected == result.findings.parties[1].id


def test_a_national_body_is_named_across_borders_only_by_its_full_name() -> None:
    lists = reference()
    wales = Setting(lists, Area(("W06000020",), "Torfaen", "test"), "2022-01-01")
    england = Setting(lists, Area(("E08000037",), "Gateshead", "test"), "2022-01-01")
    ireland = Setting(lists, Area(("N09000003",), "Belfast", "test"), "2022-01-01")
    for setting, name, expected in (
        (wales, "Sport England", ("sport-england",)),
        (england, "Department of Health", ("department-of-health-and-social-care",)),
        (ireland, "Department of Health", ("department-of-health-northern-ireland",)),
        (england, "Health and Social Care Board", None),
    ):
        answer = _lookup().find(name, setting)
        assert expected == (answer.ids if answer else None)
