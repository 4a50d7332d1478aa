"""What a table's column or a plan's label holds, told by its words.

Boards head the same columns with many words and in any order ("By when", "Timescale", "Target date"; "Lead", "Owner",
"Who"). A header is matched as a whole; one that nobody knows is "other".
"""

import re
from typing import Literal

from graphkit.language.fold import fold

Meaning = Literal[
    "ref", "action", "lead", "support", "deliver", "fund", "due", "status", "priority", "update", "measure", "meeting",
    "other",
]  # fmt: skip

_WORDS: dict[Meaning, str] = {
    "ref": (
        r"(?:action |item |minute )?(?:ref(?:erence|no)?\.?(?: ?n(?:o|umber)\.?)?|no\.?|number|#|id)"
        r"|action (?:no|number|ref|id)\.?|item no\.?"
    ),
    "fund": r"funding|funded by|funder|funding source|resources? from",
    "support": (
        r"support(?:ed)?(?: by| from)?|assisted by"
        r"|supporting (?:partners?|organisations?|agenc(?:y|ies)|leads?)"
        r"|who (?:will |else will |can )?(?:help|support)s?"
    ),
    "deliver": (
        r"(?:key |delivery |other )?partners?(?: involved| organisations?)?"
        r"|with|involving|in partnership with|stakeholders?|delivery partners?|who else(?: is involved)?|working with"
    ),
    "lead": (
        r"(?:action |delivery |project |lead |responsible |accountable |named |key )*"
        r"(?:leads?|owners?|officers?|responsib(?:le|ility|ilities)|accountab\w+|who|organisations?|agency|body|person"
        r"|by whom|action by|assigned to|allocated to)"
        r"(?: (?:officer|agency|organisation|person|body|partner|owner|lead|/.*|for .*))*"
        r"|action by|by whom|lead/.*|responsible.*|actioned by|led by|who by|who (?:will |is |should )?"
        r"(?:leads?|leading|owns?|does|do|delivers?|responsible|accountable)(?: (?:it|this|on this|for it))?"
    ),
    "due": (
        r"by when|when by|when|by|due(?: date| by)?|time ?-?(?:scales?|frames?|lines?)|deadlines?|milestones?"
        r"|target(?: date| completion)?(?: date)?|(?:completion|target|end|review|delivery|expected) (?:date|by)"
        r"|complete by|completed? by|date due|date for completion|start(?:/| and )end.*"
    ),
    "status": r"(?:progress |current )?status|rag(?: rating| status)?|brag.*|state|complete\??|(?:open|closed).*",
    "update": r".*(?:update|comments?|progress|notes?|position|outcome|response)s?(?: .*)?",
    "measure": r".*(?:measure|indicator|success|outcomes?|output|impact|kpi|evidence|target|how will we know).*",
    "meeting": r"(?:date of )?meeting(?: date)?|date(?: raised| agreed| of action)?|raised|agenda item|minute|source",
    "priority": (
        r"(?:strategic |key |our )?"
        r"(?:priority|theme|aim|objective|goal|outcome|area|focus|deep dive|workstream|topic|subject)s?"
        r"(?: area| theme| of focus)?|.* area|subject|item"
    ),
    "action": (
        r".*\bactions?\b.*"
        r"|what(?: needs .*| (?:we|partners) will do| will (?:we|partners) do| will (?:be done|happen))?"
        r"|task(?:s)?|activity|activities|project"
        r"|commitment|deliverable|description|milestone.*|step"
    ),
}
# The first that matches decides: "action by" and "action owner" name people, so leads stand before actions.
_PATTERNS = tuple((meaning, re.compile(words)) for meaning, words in _WORDS.items())


def meaning_of(header: str) -> Meaning:
    """What a column holds, by its header's words."""
    words = " ".join(fold(header).replace("*", " ").replace("(s)", "s").strip(" :.?").split())
    return next((meaning for meaning, pattern in _PATTERNS if pattern.fullmatch(words)), "other")
