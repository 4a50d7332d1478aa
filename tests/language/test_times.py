import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.language.calendar_words import day_of, duration, later, working_days_later
from graphkit.language.times import moments

WEDNESDAY = "2023-03-15"


def read(text: str, anchor: str | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    return [(moment.date, moment.offset) for moment in moments(text, 0, len(text), anchor)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("1 April 2015", "2015-04-01"),
        ("Friday, 1st of April, 2016", "2016-04-01"),
        ("12-14 June 2024", "2024-06-14"),
        ("June 3rd, 2024", "2024-06-03"),
        ("30/06/2023", "2023-06-30"),
        ("3.7.23", "2023-07-03"),
        ("2024-02-29", "2024-02-29"),
        ("31 March", "2023-03-31"),
        ("1 February", "2024-02-01"),
        ("Sept. 2024", "2024-09"),
        ("Mar-24", "2024-03"),
        ("09/2024", "2024-09"),
        ("end of March 2026", "2026-03"),
        ("September", "2023-09"),
        ("January", "2024-01"),
        ("May next year", "2024-05"),
        ("Q2 2024/25", "2024-09"),
        ("fourth quarter of 2024/25", "2025-03"),
        ("quarter 3 2024", "2024-09"),
        ("2024/25", "2025-03"),
        ("2024-28", "2028"),
        ("winter 2024/25", "2025"),
        ("the autumn", "2023"),
        ("Christmas", "2023-12"),
        ("the New Year", "2024-01"),
        ("the end of 2025", "2025-12"),
        ("2028", "2028"),
        ("the end of the financial year", "2023-03"),
        ("the end of the academic year", "2023-07"),
        ("the end of this year", "2023-12"),
        ("the end of the month", "2023-03"),
        ("the end of the week", "2023-03-17"),
        ("next month", "2023-04"),
        ("next year", "2024"),
    ],
)
def test_a_time_gives_its_date_with_the_granularity_of_its_words(words: str, date: str) -> None:
    assert [found for found, _ in read(words)] == [date]


@pytest.mark.parametrize(
    ("words", "offset", "date"),
    [
        ("six months", "P6M", "2023-09-15"),
        ("two weeks", "P14D", "2023-03-29"),
        ("a fortnight", "P14D", "2023-03-29"),
        ("10 working days", "P14D", "2023-03-29"),
        ("the next 12-18 months", "P18M", "2024-09-15"),
        ("6 months to 2 years", "P2Y", "2025-03-15"),
        ("a year’s time", "P1Y", "2024-03-15"),
        ("Friday", "P2D", "2023-03-17"),
        ("Wednesday", "P7D", "2023-03-22"),
    ],
)
def test_a_relative_time_gives_its_duration_and_with_an_anchor_its_date(words: str, offset: str, date: str) -> None:
    assert read(words) == [(date, offset)]


def test_without_an_anchor_a_relative_time_has_no_date() -> None:
    assert read("six months", None) == [(None, "P6M")]
    assert read("September", None) == [(None, None)]
    assert read("31 March", None) == [(None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "members may wish to march on",
        "99/99/2024",
        "0 months",
        "£2024",
        "Room 2024a",
        "2024-20",
        "01632 960123",
        "",
    ],
)
def test_what_is_no_time_is_not_read_as_one(words: str) -> None:
    assert read(words) == []


def test_a_day_that_no_month_has_leaves_the_month() -> None:
    assert read("31 February 2024") == [("2024-02", None)]


def test_line_breaks_and_odd_blanks_do_not_part_a_date() -> None:
    assert read("1\xa0April\n 2024") == [("2024-04-01", None)]


@given(st.text(), st.sampled_from([None, "2023-03-15", "2023-03", "9999-12-31", "not a day", "0001-01-01"]))
def test_any_text_is_read_without_an_error(text: str, anchor: str | None) -> None:
    for moment in moments(text, 0, len(text), anchor):
        assert 0 <= moment.start < moment.end <= len(text)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.integers(1, 400))
def test_working_days_end_on_a_weekday(day: dt.date, count: int) -> None:
    end = working_days_later(day, count)
    assert end.weekday() < 5
    assert (end - day).days >= count


def test_durations_count_weeks_in_days() -> None:
    assert duration(3, "week") == "P21D"
    assert duration(12, "month") == "P12M"
    assert duration(2, "quarter") == "P6M"


def test_a_month_after_the_31st_is_the_last_day_of_the_next() -> None:
    assert later(dt.date(2024, 1, 31), "P1M") == dt.date(2024, 2, 29)
    assert later(dt.date(9000, 1, 1), "P999Y") == dt.date(9999, 1, 1)
    assert later(dt.date(9000, 1, 1), "P1000Y") is None


def test_an_anchor_is_a_day_or_a_month() -> None:
    assert day_of("2024-06") == dt.date(2024, 6, 1)
    assert day_of("2024") is None
    assert day_of("9999-12-31") is None
