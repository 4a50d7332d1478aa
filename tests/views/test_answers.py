from hypothesis import given
from hypothesis import strategies as st

from graphkit.views import answers
from graphkit.views.model import Action, Concept, Link, Priority, ViewData

LETTERS = st.sampled_from("abcdef")


def test_a_broader_topic_counts_the_actions_of_narrower_ones(data: ViewData) -> None:
    grouped = answers.by_topic(data)
    assert set(grouped["self-harm"]) < set(grouped["youth-mental-health"]) <= set(grouped["mental-health"])


def test_owners_of_youth_mental_health_are_named(data: ViewData) -> None:
    tally = answers.owner_tally(data, answers.by_topic(data)["youth-mental-health"])
    assert "Northmere and Wolden Partnership NHS Trust" in {party.label for party, _ in tally}
    assert [number for _, number in tally] == sorted((number for _, number in tally), reverse=True)


def test_a_priority_with_an_action_below_it_is_not_empty() -> None:
    view = ViewData(
        priorities={
            "up": Priority("up", "Up", "p", 1),
            "down": Priority("down", "Down", "p", 2, parent="up"),
            "bare": Priority("bare", "Bare", "p", 3),
        },
        actions=(Action("a", "Do it", "p", 1, "agreed", links=(Link("down", stated=True),)),),
    )
    assert [priority.key for priority in answers.empty_priorities(view)] == ["bare"]


@given(st.dictionaries(LETTERS, st.lists(LETTERS, max_size=3).map(tuple)), st.sets(LETTERS))
def test_the_tree_shows_each_wanted_concept_once_even_in_a_loop(
    broader: dict[str, tuple[str, ...]], wanted: set[str]
) -> None:
    concepts = {key: Concept(key, key.upper(), above) for key, above in broader.items()}
    shown = [concept.key for concept, _ in answers.tree(concepts, wanted)]
    assert sorted(shown) == sorted(wanted)


@given(st.dictionaries(LETTERS, LETTERS))
def test_going_up_from_a_priority_ends(parents: dict[str, str]) -> None:
    priorities = {key: Priority(key, key, "p", 0, parent=above) for key, above in parents.items()}
    for key in priorities:
        chain = answers.above(priorities, key)
        assert len(chain) == len(set(chain))
