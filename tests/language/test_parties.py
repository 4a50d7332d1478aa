from graphkit.documents.model import Span
from graphkit.language.parties import Parties, PartyHit

COUNCIL = PartyHit(Span(0, 10), "council", "organisation")
TEAM = PartyHit(Span(0, 25), "team", "team")
POST = PartyHit(Span(30, 50), "post", "post")
BODY = PartyHit(Span(44, 50), "body", "organisation")
PARTIES = Parties((), (COUNCIL, TEAM, POST, BODY))


def test_within_gives_the_longest_of_overlapping_hits_in_text_order() -> None:
    assert PARTIES.within(Span(0, 60)) == [TEAM, POST]


def test_within_gives_an_inner_hit_when_the_outer_one_sticks_out() -> None:
    assert PARTIES.within(Span(0, 20)) == [COUNCIL]
    assert PARTIES.within(Span(40, 60)) == [BODY]


def test_within_an_empty_span_is_nobody() -> None:
    assert PARTIES.within(Span(5, 5)) == []


def test_an_unknown_key_is_no_party() -> None:
    assert PARTIES.party("nobody") is None
