"""Who is to do the items below a lead-in."""

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]

HEAD = """Northmere Health and Wellbeing Board

Tuesday, 4 March 2031

Carers

Minutes:

The Board agreed:-

(i) to note the report;

"""
BOARD = "Northmere Health and Wellbeing Board"
ITEMS = "(a) map the halls in use; and\n\n(b) draft a shared letting agreement."

STEMS = {
    "instruct a post": ("(ii) to instruct the Chief Officer:-", "Chief Officer"),
    "ask a body": ("(ii) to ask Healthwatch Northmere:", "Healthwatch Northmere"),
    "direct a post": ("(ii) to direct the Director of Housing -", "Director of Housing"),
    "request a post": ("(ii) to request the Director of Public Health:", "Director of Public Health"),
    "set up a group": ("(ii) to set up a short-life working group to:", "short-life working group"),
    "establish a group": ("(ii) to establish a new delivery group, drawn from all partners, to:-",
                          "delivery group"),
    "set up a group whose name holds a verb": ("(ii) to set up a task and finish group to:", "task and finish group"),
    "create a forum": ("(ii) to create the Wolden Housing Forum to:", "Wolden Housing Forum"),
}  # fmt: skip


@pytest.mark.parametrize(("stem", "owner"), STEMS.values(), ids=STEMS)
def test_whom_a_lead_in_moves_to_act_or_sets_up_owns_its_items(read: Reader, stem: str, owner: str) -> None:
    paper = read(f"{HEAD}{stem}\n\n{ITEMS}", "minutes")
    assert paper.owners("map the halls") == [owner]
    assert paper.owners("draft a shared") == [owner]


def test_items_below_an_act_that_sets_nobody_up_stay_with_who_acts(read: Reader) -> None:
    paper = read(f"{HEAD}(ii) to set up a fund with the Carers Forum to:\n\n{ITEMS}", "minutes")
    assert paper.owners("map the halls") == [BOARD]
