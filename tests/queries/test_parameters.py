import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import BadParameter
from graphkit.queries.parameters import Parameter, checked

TOPIC = Parameter("topic", "slug", "the topic", None, "Topic")
BY = Parameter("by", "date", "the day", "")
MOST = Parameter("most", "integer", "how many", 5)
SURE = Parameter("sure", "number", "from 0 to 1", 0.5)
NAME = Parameter("name", "text", "part of a name", "")
ALL = (TOPIC, BY, MOST, SURE, NAME)


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        (TOPIC, "youth-mental-health", "youth-mental-health"),
        (TOPIC, "Youth mental_health ", "youth-mental-health"),
        (BY, "2025-03-31", "2025-03-31"),
        (BY, dt.date(2025, 3, 31), "2025-03-31"),
        (BY, dt.datetime(2025, 3, 31, 12, tzinfo=dt.UTC), "2025-03-31"),
        (BY, "", ""),
        (MOST, "12", 12),
        (MOST, 12, 12),
        (MOST, "-1", -1),
        (SURE, "0.95", 0.95),
        (NAME, " Northmere City Council ", "Northmere City Council"),
    ],
)
def test_a_value_is_read_as_its_type(parameter: Parameter, value: object, expected: object) -> None:
    assert parameter.value(value) == expected


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (TOPIC, ""),
        (TOPIC, "a/b"),
        (TOPIC, '"; DROP ALL'),
        (BY, "31/03/2025"),
        (BY, "2025-02-30"),
        (BY, "2025-3-1"),
        (BY, "٢٠٢٥-٠٣-٠١"),
        (MOST, "1.5"),
        (MOST, ""),
        (MOST, "9" * 30),
        (SURE, "nan"),
        (SURE, "lots"),
        (NAME, "x" * 5000),
    ],
)
def test_a_wrong_value_is_refused_in_one_line_with_name_and_remedy(parameter: Parameter, value: str) -> None:
    with pytest.raises(BadParameter) as refused:
        parameter.value(value)
    message = str(refused.value)
    assert message.startswith(f"{parameter.name}={value[:20]}")
    assert ": give " in message
    assert "\n" not in message
    assert len(message) < 160


def test_defaults_stand_in_for_what_is_not_given() -> None:
    values = checked("q", ALL, {"topic": "loneliness", "by": None})
    assert values == {"topic": "loneliness", "by": "", "most": 5, "sure": 0.5, "name": ""}


def test_a_missing_required_parameter_is_named_with_its_help() -> None:
    with pytest.raises(BadParameter, match=r"q needs topic=\.\.\.: the topic"):
        checked("q", ALL, {})


def test_an_unknown_parameter_is_named_with_one_that_comes_close() -> None:
    with pytest.raises(BadParameter, match="q has no parameter 'topics': did you mean topic"):
        checked("q", ALL, {"topics": "x"})
    with pytest.raises(BadParameter, match="it takes none"):
        checked("q", (), {"topics": "x"})


@pytest.mark.parametrize(
    "facts",
    [
        {"type": "colour", "help": "x", "default": ""},
        {"type": "text", "help": "x"},
        {"type": "text", "help": "x", "required": True, "default": ""},
        {"type": "slug", "help": "x", "required": True},
        {"type": "text", "help": "x", "default": "", "of": "Topic"},
        {"type": "text", "help": "x", "default": "", "size": 3},
    ],
)
def test_a_header_that_makes_no_sense_is_refused(facts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="parameter p"):
        Parameter.read("p", facts)


@given(st.sampled_from(ALL), st.text(max_size=80))
def test_any_text_is_either_read_or_refused_as_a_bad_parameter(parameter: Parameter, text: str) -> None:
    try:
        value = parameter.value(text)
    except BadParameter:
        return
    assert parameter.value(value) == value
