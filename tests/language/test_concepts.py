import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.documents.model import Span
from graphkit.language.concepts import MOST_TOPICS, ConceptHit, find_concepts, populations_of, topics_of


def hits(text: str, *masked: str) -> list[ConceptHit]:
    masks = [Span(text.index(name), text.index(name) + len(name)) for name in masked]
    return find_concepts(text, Span(0, len(text)), masks)


def topics(text: str, *masked: str) -> set[str]:
    return {tag.slug for tag in topics_of(hits(text, *masked))}


def groups(text: str) -> set[str]:
    return {tag.slug for tag in populations_of(hits(text))}


@pytest.mark.parametrize(
    ("clause", "slugs"),
    [
        ("offer help to stop smoking on every ward", {"smoking"}),
        ("cut waits for a dentist", {"oral-health", "access"}),
        ("train bar staff in suicide prevention", {"suicide-self-harm", "workforce"}),
        ("write a new falls pathway", {"frailty-falls"}),
        ("open two warm hubs and give debt advice", {"poverty"}),
        ("plant trees along cycle routes", {"active-travel"}),
        ("better mental health for children in Northmere", {"youth-mental-health"}),
        ("review drug and alcohol services", {"drugs", "alcohol"}),
        ("ask the trust for its figures", {"jsna"}),
        ("bring a progress report to the Board", {"strategy-governance"}),
        ("write to Mr Dunn", set()),
    ],
)
def test_a_clause_has_the_topics_that_its_words_state(clause: str, slugs: set[str]) -> None:
    assert topics(clause) == slugs


@pytest.mark.parametrize(
    ("clause", "slug"),
    [
        ("grab rails for anyone at risk of falling", "frailty-falls"),
        ("get people home from hospital sooner", "care-integration"),
        ("pool budgets across Wolden and Eastvale", "care-integration"),
        ("agree the quorum of the Board", "strategy-governance"),
        ("nominate an independent chair", "strategy-governance"),
        ("help people to look after their own health", "prevention"),
        ("tell families where to get help", "health-literacy"),
        ("print a directory of local services", "health-literacy"),
        ("get more children to attend school", "education"),
        ("move families out of bed and breakfast", "homelessness"),
        ("weigh and measure all of Year 6", "healthy-weight"),
        ("put a counsellor in every secondary school", "youth-mental-health"),
        ("bring neighbours together at a Big Lunch", "communities"),
        ("protect the historic buildings of Northmere", "culture-health"),
        ("ask employers to sign the wellbeing charter", "workplace-health"),
        ("pay small grants to village groups", "vcse-capacity"),
        ("see a dentist in the same week", "oral-health"),
    ],
)
def test_a_clause_states_a_topic_in_the_words_that_boards_use(clause: str, slug: str) -> None:
    assert slug in topics(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "play an active role in the partnership",
        "every member plays a full part",
        "residents have a part to play",
        "playing their part in the alliance",
    ],
)
def test_playing_a_part_is_no_exercise(clause: str) -> None:
    assert "physical-activity" not in topics(clause)


@pytest.mark.parametrize(
    "clause",
    ["tackle violence against women and girls", "a walking group for women and girls", "keep women and girls safe"],
)
def test_women_and_girls_are_no_children(clause: str) -> None:
    assert "children-young-people" not in groups(clause)


def test_the_narrower_topic_hides_the_broader() -> None:
    assert topics("mental health and suicide prevention") == {"suicide-self-harm"}


def test_a_topic_that_gives_way_hides_behind_any_other() -> None:
    assert topics("bring a progress report on smoking") == {"smoking"}


def test_a_cue_hides_behind_a_label() -> None:
    assert topics("share data") == {"jsna"}
    assert topics("share data about smoking") == {"smoking"}


def test_a_name_states_nothing() -> None:
    clause = "write to the Northmere Housing and Dementia Trust about smoking"
    assert topics(clause, "Northmere Housing and Dementia Trust") == {"smoking"}


def test_a_label_that_holds_a_name_stays() -> None:
    assert topics("offer an NHS Health Check", "NHS") == {"nhs-health-checks"}


def test_an_exception_states_nothing() -> None:
    assert groups("draw up a child poverty plan") == set()
    assert groups("open a Family Hub") == set()


def test_at_most_three_topics() -> None:
    clause = "tackle smoking, obesity, dementia, homelessness and loneliness"
    assert len(topics_of(hits(clause))) == MOST_TOPICS == 3


@pytest.mark.parametrize(
    ("clause", "slugs"),
    [
        ("offer classes to older people", {"older-people"}),
        ("visit homeless people and rough sleepers", {"people-experiencing-homelessness"}),
        ("find young carers in every school", {"carers"}),
        ("help babies and their parents", {"infants-under-fives", "families"}),
        ("a plan for children in care", {"looked-after-children"}),
        ("help every family with a new baby", {"families"}),
        ("open a second family hub", set()),
        ("cards for families that live on benefits", {"families"}),
        ("repair the homes of older tenants", {"older-people"}),
        ("lunches for the over 70s", {"older-people"}),
        ("homes for people released from prison", {"justice-involved"}),
        ("every woman who smokes in pregnancy", {"pregnant-women"}),
        ("places for children aged two to four", {"infants-under-fives"}),
        ("design it with young people", set()),
        ("train staff in first aid", set()),
        ("men and women who smoke", set()),
    ],
)
def test_a_group_is_one_that_the_clause_is_to_benefit(clause: str, slugs: set[str]) -> None:
    assert groups(clause) == slugs


def test_places_are_those_of_the_words() -> None:
    text = "Agreed: stop smoking in parks; help carers"
    (tag,) = topics_of(find_concepts(text, Span(8, len(text))))
    assert text[slice(*tag.span)] == "stop smoking"
    (group,) = populations_of(find_concepts(text, Span(8, len(text))))
    assert text[slice(*group.span)] == "carers"


@given(st.text(alphabet=st.sampled_from(list("care homes children's health smoking-,\n’")), max_size=120))
def test_any_text_gives_hits_within_it_and_none_inside_another(text: str) -> None:
    found = hits(text)
    assert all(0 <= hit.span.start < hit.span.end <= len(text) for hit in found)
    for hit in found:
        rivals = [other.span for other in found if other.scheme == hit.scheme and other.span != hit.span]
        assert not any(span.holds(hit.span) for span in rivals)


def test_a_long_text_of_one_word_is_read_to_its_end() -> None:
    text = "mental health " * 20_000
    assert hits(text)[-1].span.end == len(text) - 1


@pytest.mark.parametrize(
    ("clause", "slug"),
    [
        ("cut the wait for a trusted assessor", "care-integration"),
        ("sell vacant shops on the high street", "economic-recovery"),
        ("plant hedges for nature recovery", "environment"),
        ("put benches along safe routes to school", "active-travel"),
        ("tackle nuisance and fly tipping by vandalism patrols", "community-safety"),
        ("fit heat pumps where retrofit is cheap", "housing"),
        ("halve the number of readmissions", "urgent-care"),
        ("hold stay and play mornings", "early-years"),
        ("offer opt-out testing", "sexual-health"),
        ("pay for swimming lessons", "physical-activity"),
        ("open a baby bank", "poverty"),
    ],
)
def test_the_words_of_the_field_state_their_subject(clause: str, slug: str) -> None:
    assert slug in topics(clause)


@pytest.mark.parametrize(
    ("clause", "slug"),
    [
        ("set up an urgent business meeting", "economic-recovery"),
        ("keep families at home", "housing"),
        ("draw up a road map", "active-travel"),
        ("put a contract in place", "environment"),
        ("translate into practice what was learned", "translation"),
    ],
)
def test_words_that_only_sound_like_a_subject_do_not_state_it(clause: str, slug: str) -> None:
    assert slug not in topics(clause)
