from collections.abc import Callable
from typing import Any

import pytest

from graphkit.loaders.unreadable import GARBLED, OTHER_LANGUAGE

Reader = Callable[..., Any]
WELSH = "Penderfynwyd y bydd y Bwrdd yn cytuno i'r cynllun ac yn ei gyhoeddi erbyn mis Mawrth."


@pytest.mark.parametrize(
    "words",
    [
        WELSH,
        "Bydd partneriaid yn gweithio gyda'i gilydd i wella iechyd a lles pobl y sir dros y pum mlynedd nesaf.",
        "Comhaontaíodh an Bord go gcuirfeadh na comhpháirtithe plean gníomhaíochta i bhfeidhm roimh an samhradh.",
    ],
)
def test_a_passage_in_another_language_is_told_with_its_place(read: Reader, words: str) -> None:
    paper = read(f"RESOLVED that the plan be published.\n\n{words}\n\nThe Board noted the report.\n")
    [unread] = [one for one in paper.findings.unread if one.reason == OTHER_LANGUAGE]
    assert paper.words(unread.span) == words


def test_passages_in_a_row_are_told_once(read: Reader) -> None:
    paper = read(f"{WELSH}\n\n{WELSH}\n\n{WELSH}\n")
    assert [one.reason for one in paper.findings.unread] == [OTHER_LANGUAGE]


@pytest.mark.parametrize(
    "words",
    [
        "Present: Jane Marsh, Tom Reed, Northmere City Council, Wolden Hospitals Trust, Age UK, Healthwatch",
        "- improve access and choice in community dental services everywhere people live",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "The Board agreed that the plan be published by the Council in both Welsh and English.",
    ],
)
def test_english_and_lists_of_names_are_not_taken_for_another_language(read: Reader, words: str) -> None:
    assert all(one.reason != OTHER_LANGUAGE for one in read(words + "\n").findings.unread)


def test_characters_garbled_all_over_are_told_once(read: Reader) -> None:
    garbled = "The Boardâ€™s plan â€“ and the Councilâ€™s â€“ be published."
    reasons = [one.reason for one in read(f"RESOLVED that:\n{garbled}\n").findings.unread]
    assert f"4 {GARBLED}" in reasons


def test_one_slip_is_no_garbled_paper(read: Reader) -> None:
    assert all(GARBLED not in one.reason for one in read("The Boardâ€™s plan be published.\n").findings.unread)
