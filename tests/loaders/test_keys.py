from hypothesis import given
from hypothesis import strategies as st

from graphkit.loaders.keys import action_keys, distinct, priority_key


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "b-2"])))
def test_keys_stay_in_order_and_none_is_given_twice(keys: list[str]) -> None:
    found = distinct(keys)
    assert len(found) == len(set(found)) == len(keys)
    assert all(own == key or own.startswith(f"{key}-") for own, key in zip(found, keys, strict=True))


def test_a_repeated_key_counts_up() -> None:
    assert distinct(["a", "b", "a", "a-2", "a"]) == ["a", "b", "a-2", "a-2-2", "a-3"]


def test_a_number_printed_twice_is_told_apart_by_the_words() -> None:
    alone, *twice = action_keys([("3", "open a hub"), ("4", "open a hub"), ("4", "close a hub")])
    assert alone == "3"
    assert len({*twice}) == 2
    assert all(key.startswith("4-") for key in twice)


def test_a_priority_is_keyed_under_its_parent() -> None:
    assert priority_key("Ageing well", "people") == "people.ageing-well"
