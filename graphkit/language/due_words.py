"""The words around a time that say whether it binds an act, and the events that stand in for a date."""

from graphkit.language.calendar_words import MONTH
from graphkit.language.time_rules import pattern

MEETING = (
    r"(?:meetings?|board|committee|session|cabinet|council|forum|partnership|group|agenda|workshop|conference|assembly"
    r"|scrutiny|panel)"
)
_DETERMINER = r"(?:the|its|their|our|a|an|my|this|his|her|that)"
_WHOSE = rf"(?: {_DETERMINER}(?: \w+'s?)?)?"

# Before a time: these bind the act.
BINDING = pattern(
    r"\b(?P<words>by|before|until|till|within|ahead of|in advance of|prior to|in time for|ready for|ready by"
    r"|(?:no|not) later than|at the latest|due(?: to be \w+)?(?: by| in| on| for)?|deadline(?: is| of| for \w+)?:?"
    r"|target(?: date)?:?|with effect from|effective(?: from)?|expected(?: by| in| on| for)?"
    r"|(?:slipped|moved|extended) to|(?:scheduled|planned|timetabled) for|completion (?:in|by)|throughout"
    r"|towards"
    rf"){_WHOSE}(?: about| around| approximately)? ?$"
)
REPORT_TO = pattern(rf"\b(?:come|brought|report(?:ing|ed)?(?: back)?) (?P<words>to){_WHOSE} ?$")
# So does a meeting that the time dates.
AT_MEETING = pattern(
    rf"\b(?P<words>(?:(?:to|at|for) (?:{_DETERMINER} )?(?:\w+ ){{0,3}}{MEETING}"
    rf"|(?:by|before) (?:{_DETERMINER} )?(?:\w+ ){{0,3}}meetings?)(?: (?:in|on|of|to be held (?:in|on))|,)) ?$"
)
BINDING_CUES = (BINDING, REPORT_TO, AT_MEETING)
FOR_AGENDA = pattern(r"\b(?:agenda|invited?|invite (?:him|her|it|them)|item|report|ready) (?P<words>for) ?$")
# These may bind it.
WEAK = pattern(rf"\b(?P<words>(?:later )?in|on|at|during|over|for|to|after|this|first){_WHOSE}(?: about| around)? ?$")
# Binding only where nothing firmer stands beside it: "items for the April meeting by 14 March".
LOOSE = frozenset({"until", "till", "throughout", "towards", "for"})

# These never bind: the time is a start, a bound of something else, or past.
START = pattern(
    r"\b(?:from|since|(?:starting|beginning|commencing)(?: in| on| from| with)?|as of|following|last|past|previous"
    r"|dated|between|every|each|per|once in|ending|aged|age|under|over the (?:last|past)|of|again (?:in|by)|and again)"
    rf"(?: {_DETERMINER})? ?$"
)
PAST = pattern(
    r"\b(?:held|published|issued|dated|agreed|approved|adopted|made|signed|carried out|recorded|reported|presented"
    r"|taken|seen|received|circulated|launched|opened|set up|established|undertaken|completed|considered"
    r"|minuted|born|enacted"
    r"|conducted|figures|data|minutes|meeting|survey|census|baseline|met|was|were|had|been|results|started|began)"
    rf"(?: back| again)? (?:in|on|at|during)(?: {_DETERMINER})? ?$"
)
PASSIVE = pattern(
    r"\b(?:(?:to|will|would|shall|should|must) be|be|being|before (?:it is|they are)) (?:\w+ly )?\w+(?: \w+)? "
    r"(?:in|on|at|for|during|to) ?(?:the )?$"
)
CONDITION = pattern(
    r"(?:\b(?:if|unless|subject to|provided(?: that)?|in the event|in case|assuming)|(?:^|[,;:] ?)should"
    r"|\bshould (?:\w+ ){1,3}?(?:not )?be (?:found|confirmed|available|agreed|approved|secured|needed|required))\b"
    r"[^,;:.]*$"
)
# After a number of years or months: an age, or a time gone by, or a stretch counted from some event of each case.
NOT_AHEAD = pattern(
    r"^(?:[ -]?olds?\b|'? of age| ago\b| earlier\b| previously| before\b|-? ?old\b"
    r"| of(?! this| the (?:meeting|decision)))"
)
# "see every household within ten days": a standard of service, unless "every" opens the clause and names the doers.
_ALL = r"(?:every|each|any|all|everyone|everybody|anyone|no ?one|nobody)"
STANDARD = pattern(rf"(?!{_ALL}\b)\w+.*(?<!that)\s{_ALL}\b")
WINDOW = pattern(rf"\b(?P<words>from|between) [\w ]{{0,12}}?(?:\d|{MONTH})[^,;:.]{{0,25}} (?:to|until|and|-) ?$")
BRACKETED = pattern(rf"\bnext (?:\w+ ){{0,4}}{MEETING} ?(?:\(|,|-|on) ?$")
MEETING_AFTER = pattern(rf"(?: \w+){{0,3}}? {MEETING}\b")

_BEFORE = r"(?:before|prior to|ahead of|in advance of|in time for|by the time of)"
_HAPPENS = (
    r"(?:publication|launch|submission|adoption|approval|consultation|start|opening|begins?|began|starts?"
    r"|started|opens?"
    r"|opened|closes?|closed|(?:is|are|was|were|has been|have been|goes|went|comes|came|being) ?\w*)"
)
NEXT_MEETING = pattern(
    rf"\b(?:(?:at|to|for|by|before|until|in time for|ahead of|prior to|in|on) )?(?:{_DETERMINER} )?"
    rf"(?:(?:\w+ ){{0,4}}\w+'s? )?(?:next|following|future|later|subsequent|forthcoming|upcoming"
    rf"|another) (?:\w+ ){{0,4}}?{MEETING}\b"
    r"(?: (?:meeting|but one)\b)?"
)
NEXT_REPORT = pattern(
    rf"\b(?:at|to|for|by|before|in) (?:{_DETERMINER} )?(?:next|following) (?:annual )?"
    r"(?:report|review|round|cycle|update|agenda item)\b"
)
AT_ONCE = pattern(r"\b(?:with immediate effect|immediately|straight ?away|at once)\b")
BEFORE_EVENT = pattern(
    rf"\b{_BEFORE} (?:(?:its|their|the|it|they|any|this|that|each) )?(?:final )?(?:\w+ ){{0,3}}?{_HAPPENS}\b"
    r"(?:(?: of| in| on| by| for) [^,;:.()]{1,40})?"
)
EVENTS = (NEXT_MEETING, NEXT_REPORT, AT_ONCE, BEFORE_EVENT)
