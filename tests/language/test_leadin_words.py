import pytest

from graphkit.language.fold import fold
from graphkit.language.leadin_words import lead_in, lead_in_names

EXAMPLES = [(name, line) for name in lead_in_names() for line in lead_in(name).examples]
COUNTER_EXAMPLES = [(name, line) for name in lead_in_names() for line in lead_in(name).counter_examples]


def _shown(name: str, line: str) -> bool:
    cue = lead_in(name)
    return cue.find(line if cue.as_printed else fold(line).strip()) is not None


@pytest.mark.parametrize(("name", "line"), EXAMPLES)
def test_every_example_of_a_lead_in_shows_it(name: str, line: str) -> None:
    assert _shown(name, line)


@pytest.mark.parametrize(("name", "line"), COUNTER_EXAMPLES)
def test_a_counter_example_does_not_show_the_lead_in(name: str, line: str) -> None:
    assert not _shown(name, line)
