from collections.abc import Callable

import pytest

from graphkit.documents.model import Document
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.names import find_parties

Paper = Callable[[str], Document]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kindle Trust spoke.\nLantern Trust reported delays.\nThe Trust will reply.", "Lantern Trust"),
        ("Mere College met.\nWolden College spoke. The College agreed to host it.", "Wolden College"),
    ],
)
def test_a_bare_kind_means_the_body_named_last(paper: Paper, gazetteer: Gazetteer, text: str, body: str) -> None:
    parties = find_parties(paper(text), gazetteer)
    place = text.rindex("The ")
    hit = next(hit for hit in parties.hits if hit.span.start >= place)
    party = parties.party(hit.key)
    assert party is not None
    assert party.label == body


@pytest.mark.parametrize(
    "youth", ["Youth Council", "Parent Council", "Race Equality Council", "Council for Voluntary Service"]
)
def test_other_councils_are_not_the_council(paper: Paper, gazetteer: Gazetteer, youth: str) -> None:
    parties = find_parties(
        paper(f"Northmere {youth} met.\nNorthmere City Council spoke.\nThe Council agreed."), gazetteer
    )
    council = next(one for one in parties.parties if "The Council" in one.names)
    assert "Northmere City Council" in council.names


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Anne, Chief Officer, Wolden CCG\nThe Chief Officer of Wolden CCG", {"Chief Officer of Wolden CCG"}),
        (
            "Wolden Spinal Care NHS Trust met.\nSpinal Care Trust",
            {"Wolden Spinal Care NHS Trust", "Spinal Care Trust"},
        ),
        ("Wolden and Mere Hospitals NHS Foundation Trust (WMH) met.\nWMH", {"WMH"}),
    ],
)
def test_names_of_one_body_with_words_left_out(paper: Paper, gazetteer: Gazetteer, text: str, forms: set[str]) -> None:
    found = [one.names for one in find_parties(paper(text), gazetteer).parties if forms <= set(one.names)]
    assert len(found) == 1
    assert len(found[0]) > 1
