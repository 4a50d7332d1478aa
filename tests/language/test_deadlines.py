import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.deadlines import DueHit, choose, find_dues

MEETING = "2023-03-15"


def due(text: str, anchor: str | None = MEETING) -> DueHit | None:
    return choose(find_dues(text, 0, len(text), anchor))


@pytest.mark.parametrize(
    ("clause", "words", "offset", "date"),
    [
        ("an update be brought in 12 months' time", "in 12 months' time", "P12M", "2024-03-15"),
        ("reply to Mrs Penn within two weeks", "within two weeks", "P14D", "2023-03-29"),
        ("open the hub by 1 April 2025", "by 1 April 2025", None, "2025-04-01"),
        ("finish the audit by end of March 2026", "by end of March 2026", None, "2026-03"),
        ("set up the panel by the end of Q2 2024/25", "by the end of Q2 2024/25", None, "2024-09"),
        ("hold a workshop in the New Year", "in the New Year", None, "2024-01"),
        ("publish the map by summer 2025", "by summer 2025", None, "2025"),
        ("deliver it over the next 18 months", "over the next 18 months", "P18M", "2024-09-15"),
        ("consult from 1 May to 30 June 2023", "from 1 May to 30 June 2023", None, "2023-06-30"),
        ("halve the figure by 2028", "by 2028", None, "2028"),
        ("nominate a lead by September", "by September", None, "2023-09"),
        ("report to the July meeting", "to the July meeting", None, "2023-07"),
        ("report to the meeting in June", "to the meeting in June", None, "2023-06"),
        ("the draft be considered by the Board in June 2024", "in June 2024", None, "2024-06"),
        ("sign it off before it is published in Spring 2024", "before it is published in Spring 2024", None, "2024"),
        ("merge the two groups with effect from 1 May 2023", "with effect from 1 May 2023", None, "2023-05-01"),
        ("let the Chair know by Friday", "by Friday", "P2D", "2023-03-17"),
        ("tell members by the end of the month", "by the end of the month", None, "2023-03"),
    ],
)
def test_a_bound_time_is_the_deadline(clause: str, words: str, offset: str | None, date: str) -> None:
    hit = due(clause)
    assert hit is not None
    assert (hit.text, hit.offset, hit.date) == (words, offset, date)
    assert clause[slice(*hit.span)] == words


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("the plan be brought to the next meeting", "to the next meeting"),
        ("bring the figures to a future meeting of the Board", "to a future meeting"),
        ("check this and reply before publication", "before publication"),
        ("close the account with immediate effect", "with immediate effect"),
    ],
)
def test_an_event_is_kept_in_words_without_a_date(clause: str, words: str) -> None:
    hit = due(clause)
    assert hit is not None
    assert (hit.text, hit.offset, hit.date) == (words, None, None)


def test_a_month_without_its_year_needs_the_meeting() -> None:
    hit = due("nominate a lead by September", None)
    assert hit is not None
    assert (hit.text, hit.date) == ("by September", None)


@pytest.mark.parametrize(
    "clause",
    [
        "correct the minutes of the meeting held on 12 January 2023",
        "note the report published in June 2022",
        "deliver the Northmere Health Strategy 2024-28",
        "train staff on the Care Act 2014",
        "weigh all babies aged 6 months",
        "pay for the post for two years",
        "review what was spent in the last 12 months",
        "members may ask for it",
        "ring 01632 960123 in case of doubt",
        "see every patient within 14 days",
        "answer within 28 days of the referral",
        "start the pilot from April 2024",
        "run the service, if the money comes through by 1 May 2023",
        "use the reserve should funding not be found by 1 May 2023",
        "work with the Future Board",
        "keep to the budget for 2024/25",
        "compare the figures in 2019 and in 2022",
        "hold a fair every year in the autumn",
    ],
)
def test_other_times_are_no_deadlines(clause: str) -> None:
    assert due(clause) is None


def test_a_number_of_days_without_a_meeting_to_count_from_is_a_standard() -> None:
    assert due("pay small suppliers within 10 days", None) is None
    assert due("write to Mr Dunn within 10 days") is not None


def test_of_two_dates_the_later_binds() -> None:
    hit = due("open five clinics by 2024 and the rest by 2025")
    assert hit is not None
    assert hit.date == "2025"


def test_a_separate_second_event_does_not_bind() -> None:
    hit = due("survey pupils in 2026 and again in 2029")
    assert hit is not None
    assert hit.date == "2026"


def test_a_deadline_binds_before_the_meeting_that_it_serves() -> None:
    hit = due("send items for the April meeting by 24 March 2023")
    assert hit is not None
    assert hit.date == "2023-03-24"


def test_only_the_clause_is_read_and_places_count_from_the_paper() -> None:
    paper = "By 1 May 2023 x. Write to the trust by 1 June 2023. By 1 July 2023 y."
    start, end = paper.index("Write"), paper.index(" By 1 July")
    hits = find_dues(paper, start, end, MEETING)
    assert [paper[slice(*hit.span)] for hit in hits] == ["by 1 June 2023"]


def test_nothing_chosen_from_nothing() -> None:
    assert choose([]) is None


@given(st.text(alphabet="by the end of March 2024 in 12 months next meeting,.\n1/", max_size=200))
def test_every_hit_quotes_its_place(text: str) -> None:
    for hit in find_dues(text, 0, len(text), MEETING):
        assert " ".join(text[slice(*hit.span)].split()) == hit.text


@pytest.mark.parametrize("word", ["if ", "by the end of ", "1 to 2 ", "next ", "before the "])
def test_a_hostile_clause_is_cut(word: str) -> None:
    text = word * 100_000
    assert all(hit.span.end <= 3000 for hit in find_dues(text, 0, len(text), MEETING))
