"""From acts to actions: keys, status, parts, topics and times."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.loaders.decisions import Decided, decisions_of
from graphkit.loaders.keys import action_keys, digest_of, distinct, priority_key
from graphkit.loaders.likeness import alike

Reader = Callable[..., Any]

# How an outcome is worded, and the status that its act has.
STATUSES = [
    ("RESOLVED that the Chair write to schools.", "agreed"),
    ("RESOLVED that Northmere Police be asked to share data.", "requested"),
    ("The Board asked Northmere Police to share data.", "requested"),
    ("RESOLVED to encourage schools to walk more.", "requested"),
    ("RESOLVED to recommend that the Cabinet adopt the plan.", "recommended"),
    ("The Board recommended that the Cabinet fund a hub.", "recommended"),
    ("RESOLVED that authority be delegated to the Director of Housing to sign the lease.", "agreed"),
    ("RESOLVED that the item be deferred to the next meeting.", "deferred"),
    ("RESOLVED that, subject to funding, a second hub be opened.", "proposed"),
    ("RESOLVED that, subject to a business case, the Chair open a second hub.", "proposed"),
    ("RESOLVED that kits be put in libraries, if the auditor agrees.", "proposed"),
    ("RESOLVED that a hub be opened, provided that a lease is signed.", "proposed"),
    ("RESOLVED that a nurse be recruited pending approval by the Cabinet.", "proposed"),
    ("RESOLVED that the Chair publish the plan, subject to minor amendments.", "agreed"),
    ("RESOLVED that the Chair find out if the lease can be signed.", "agreed"),
    ("RESOLVED that a progress report be brought back in six months.", "agreed"),
    ("The next steps proposed were as follows:\n\n- Map food banks\n- Hold a fair", "noted"),
]


@pytest.mark.parametrize(("outcome", "status"), STATUSES)
def test_the_status_comes_from_the_governing_verb(read: Reader, outcome: str, status: str) -> None:
    paper = read(f"Northmere Health and Wellbeing Board\n\nTrees\n\nMinutes:\n\nMembers met.\n\n{outcome}\n", "minutes")
    assert {action.status for action in paper.findings.actions} == {status}


def test_topics_come_from_the_clause_else_from_what_stands_above(read: Reader) -> None:
    text = "Northmere Health and Wellbeing Board\n\n{}\n\nMinutes:\n\nMembers met.\n\nRESOLVED that the Chair {}.\n"
    [own] = read(text.format("Oral health", "hold a fair on smoking"), "minutes").findings.actions
    [above] = read(text.format("Dementia", "hold a fair"), "minutes").findings.actions
    assert {tag.basis for tag in own.topics} == {"explicit"}
    assert [(tag.slug, tag.basis) for tag in above.topics] == [("dementia", "inherited")]


def test_a_body_s_name_is_no_topic(read: Reader) -> None:
    text = "RESOLVED that the Northmere Children's Trust hold a fair."
    paper = read(f"Northmere Health and Wellbeing Board\n\nFairs\n\nMinutes:\n\nMembers met.\n\n{text}\n", "minutes")
    assert all(
        "child" not in tag.slug for action in paper.findings.actions for tag in (*action.topics, *action.populations)
    )


def test_keys_do_not_depend_on_what_stands_around(read: Reader) -> None:
    act = "RESOLVED that Northmere Police share its data.\n"
    head = "Northmere Health and Wellbeing Board\n\nTrees\n\nMinutes:\n\n"
    alone = read(f"{head}Members met.\n\n{act}", "minutes").findings.actions[0]
    amid = read(f"{head}Lena Brook agreed to send figures.\n\nMembers met again.\n\n{act}", "minutes").findings.actions[
        -1
    ]
    assert alone.key == amid.key


@pytest.mark.parametrize(
    ("numbered", "keys"),
    [
        ([("1", "plant"), ("2", "dig")], ["1", "2"]),
        ([("(1)", "plant"), ("b.ii", "dig")], ["1", "b-ii"]),
        ([(None, "plant")], [digest_of("plant")]),
        ([("1", "plant"), ("1", "dig")], [f"1-{digest_of('plant')}", f"1-{digest_of('dig')}"]),
        ([(None, "Plant  trees"), (None, "plant trees")], [digest_of("plant trees"), f"{digest_of('plant trees')}-2"]),
        ([], []),
    ],
)
def test_an_action_s_key_is_its_number_where_that_is_its_own(
    numbered: list[tuple[str | None, str]], keys: list[str]
) -> None:
    assert action_keys(numbered) == keys


@given(st.lists(st.tuples(st.none() | st.text(max_size=4), st.text(max_size=20))))
def test_no_two_actions_share_a_key(numbered: list[tuple[str | None, str]]) -> None:
    keys = action_keys(numbered)
    assert len(keys) == len(set(keys)) == len(numbered)
    assert all(keys)


@given(st.lists(st.sampled_from(["a", "a-2", "b"])))
def test_repeated_keys_are_told_apart(keys: list[str]) -> None:
    assert len(set(distinct(keys))) == len(keys)


def test_a_priority_s_key_holds_its_parent_s() -> None:
    assert priority_key("Clean air & safe streets", None) == "clean-air-and-safe-streets"
    assert priority_key("Trees", "clean-air") == "clean-air.trees"
    assert priority_key("木", None) == digest_of("木")
    assert len(priority_key("very long " * 20, None)) == 60


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("share crash data with schools", "the crash data be shared with schools", 0.75),
        ("plant trees", "plant 500 trees in every ward", 1.0),
        ("plant trees", "dig ponds", 0.0),
        ("of the", "of the", 0.0),
        ("", "plant", 0.0),
    ],
)
def test_likeness_is_the_share_of_the_shorter_text(a: str, b: str, share: float) -> None:
    assert alike(a, b) == alike(b, a) == share


def test_equal_decisions_have_keys_of_their_own(read: Reader) -> None:
    from graphkit.documents.model import Span
    from graphkit.language.act import Act

    document = read("note it. Note it.").document
    acts = [
        Act("note", Span(0, 7), "note", Span(0, 4), "agree"),
        Act("note", Span(9, 16), "note", Span(9, 13), "agree"),
    ]
    first, second = decisions_of(document, [Decided(act, None, "resolved") for act in acts])
    assert second.key == f"{first.key}-2"
    assert (first.stage, first.text, second.text) == ("resolved", "note it", "Note it")
