"""What a line's words say of it: a label, a heading, or neither."""

import re

LONGEST_TITLE = 30  # words, of a title that its number or style shows to be one

_OUTCOME = r"""
    resolved(?:\ that)? | it\ was\ resolved(?:\ that)? | resolution | agreed | it\ was\ agreed(?:\ that)? | noted
    | received
    | decisions?(?:\ made)? | recommended | recommendations? | actions? | action\ points? | outcomes?
    | reasons?\ for\ (?:the\ )?decisions? | alternative\ options(?:\ considered)? | options\ considered
"""
_PART = r"""
    minutes | report | discussion | background | purpose | summary | present | apologies | (?:also\ )?in\ attendance
    | also\ present | attendees | attendance | members | officers | venue | contact | media | key | items?
    | agenda
    | (?:supporting|additional|accompanying)\ documents? | background\ papers? | attachments? | no\.?\ item | date
    | time     | author | status | publication\ date | date\ of\ (?:decision|meeting) | decision\ maker | report\ author
    | consultees
    | implementation\ date | preamble | matters\ arising | voting | chair
"""
_LABEL = re.compile(rf"(?:{_OUTCOME} | {_PART}) \s* (?:[:;.]?\s*[-–—]?)", re.IGNORECASE | re.VERBOSE)
_BARE_LABEL = re.compile(
    r"resolved|agreed|decisions?|minutes|actions?|reasons? for (?:the )?decisions?|no\.? item|items", re.IGNORECASE
)
_THEME_WORD = r"""
    (?:(?:core|supporting|key|strategic|our|priority|headline|cross-cutting|overarching|(?:short|long)[- ]term)\ )*
    (?:priority(?:\ area|\ theme)?|theme|aim|ambition|goal|objective|outcome|pillar|strand|enabler|recommendation
    |commitment|action|workstream|focus(?:\ area)?|area\ of\ focus|aspiration|challenge|step|domain|chapter|part|section
    |appendix|annex|(?:agenda\ )?item|case\ study)s?
"""
# These name a theme even without a number ("Outcome: Best start in life"); "Action: ..." is an order.
_NAMED_THEME = r"""
    (?:(?:core|key|strategic|headline)\ )*
    (?:priority(?:\ area|\ theme)?|theme|outcome|objective|goal|aim|ambition|pillar|strand|case\ study)
"""
_NUMBER_WORD = r"""
    (?:\d{1,2}(?:\.\d{1,2})?[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{1,4}|[A-H])
"""
_THEME = re.compile(
    rf"{_THEME_WORD}\s+{_NUMBER_WORD}\b\s*(?:[:.–—-]\s*)?(?P<rest>.*) | {_NAMED_THEME}\s*[:–—]\s*(?P<words>\S.*)",
    re.IGNORECASE | re.VERBOSE,
)
_KEY_AND_VALUE = re.compile(r"[A-Z][\w’'&/ -]{1,40}:\s*[-–—]?\s+\S")
_FACT = re.compile(
    r"(?:meeting|date|venue|contact|decision maker|wards?|status|published|time|chair|officer|author)s?\b[^:]{0,30}:\s",
    re.IGNORECASE,
)
# "AGREED that the Board", "ACTION: ...": what was done, not what is talked of.
_ACT = re.compile(
    r"(?:RESOLVED|AGREED|NOTED|RECEIVED|ACTION|RECOMMENDED|DECIDED)\b(?=.*[a-z])|(?i:resolved|agreed|noted)\s+(?i:that|to|the)\b"
)
_ACT_LINE = re.compile(r"[*_]{0,3}(?:ACTION|RESOLVED|AGREED|DECISION|NOTED)S?\b\W{0,4}[:–—-]")
_BYLINE = re.compile(
    r"(?:(?:joint |verbal )?(?:report|briefing note|presentation|update)s? (?:of|by|from)\b.*"
    r"|.*,? to (?:present|give|introduce|report)\b.*)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|professor|cllr|councillor|sir|dame|lord|lady|rev|supt|insp|ch)\b\.?", re.IGNORECASE
)
_POST = re.compile(
    r"(?:(?:joint|vice|deputy|interim|acting|independent|executive|corporate|strategic|assistant)[ -])*"
    r"(?:chair|director|chief|leader|head|manager|cabinet member|portfolio holder|commissioner|mayor|officer|president)"
    r"(?:man|woman|person)?s?\b[^,:]{0,60},\s",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?P<mark>[A-Z]{2,6}(?:[./ ]?\d{2,4})?[./]\d{1,4}(?:/\d{1,4})?)(?:\s*:\s+|\s*$|\s{2,}|\s*[-–]\s+)"
)
_ROMAN_TITLE = re.compile(r"(?P<mark>[IVXL]{1,6})\.?\s+(?=[A-Z]{2})")
_BARE_TITLE = re.compile(r"(?P<mark>\d{1,3})\s+(?=[A-Z“‘])")
_RUN_IN = re.compile(r"(?P<head>(?:\(\d+\)\s+)?[^a-z]{8,160})\s+[–—-]\s+(?=[A-Z(“‘])")
_CLOSED = re.compile(r"(?:(?<![ap]\.m)[.;,:]|[-–—])[\"'”’)\]]*$")
_SENTENCE = re.compile(r"[a-z)][.!?]\s+[A-Z]")
_DATE_OR_AMOUNT = re.compile(
    r"(?:\d{1,2}[./]\d{2}\s*(?:[ap]\.?m\.?)|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[£$€]?[\d.,%/ –-]+|"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4})\b.{0,40}"
)
_WORD = re.compile(r"[^\W\d_]{3}")
_LONG_WORD = re.compile(r"[^\W\d_]{4}")
_LONGEST_LABEL = 120
_LONGEST_THEME = 400
_LONGEST_RUN_IN = 200
_MOST_WORDS = 12
_MOST_CAPITAL_WORDS = 22
_CHARACTERS_IN_A_WORD = 9


def is_label(line: str) -> bool:
    """A line that only names what follows: "Minutes:", "RESOLVED:-", "Decision"."""
    if len(line) > _LONGEST_LABEL:
        return False
    return is_bare_label(line) or (line[-1:] in {":", "-", "–", "—"} and _LABEL.fullmatch(line) is not None)


def is_bare_label(line: str) -> bool:
    """A label without a colon, which stands for one only where no table names its columns so."""
    return _BARE_LABEL.fullmatch(line) is not None


def is_capitals(line: str) -> bool:
    """Printed in capitals throughout."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) > 1 and not any(char.islower() for char in letters)


def is_capital_heading(line: str) -> bool:
    """A heading by its capitals: short, no sentence, and more than initials."""
    if not is_capitals(line) or len(line.split()) > _MOST_CAPITAL_WORDS or line[-1] in ",;:":
        return False
    return _LONG_WORD.search(line) is not None and not _ACT_LINE.match(line)


def is_theme(line: str) -> bool:
    """A heading that says it is a priority, outcome, recommendation, chapter ... by name."""
    if len(line) > _LONGEST_THEME or len(line.split()) > LONGEST_TITLE:
        return False
    found = _THEME.fullmatch(line)
    if found is None:
        return False
    rest = found["rest"] or found["words"] or ""
    if _CLOSED.search(rest) or _SENTENCE.search(rest):
        return False
    return not rest[:1].islower() or line[:4].lower() == "case"


def is_title(line: str, *, longest: int = _MOST_WORDS, numbered: bool = False) -> bool:
    """Whether a line could be a title by its form: short, no sentence, date, "Key: value", person, byline or act.

    A `numbered` title may hold a colon.
    """
    if not line or len(line) > longest * _CHARACTERS_IN_A_WORD or len(line.split()) > longest:
        return False
    if not (line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'") or not _WORD.search(line):
        return False
    if (
        _CLOSED.search(line)
        or _SENTENCE.search(line)
        or _PERSON.match(line)
        or is_post(line)
        or _DATE_OR_AMOUNT.fullmatch(line)
    ):
        return False
    return not ((_KEY_AND_VALUE.match(line) and not numbered) or _ACT.match(line) or _BYLINE.fullmatch(line))


def is_post(line: str) -> bool:
    """What stands below a name that signs or is quoted: "Chair, Northmere Health and Wellbeing Board"."""
    return len(line) <= _LONGEST_LABEL and _POST.match(line) is not None


def is_named_title(line: str) -> bool:
    """Whether a line that its style calls a title may be one: it may end with a full stop, but states no fact."""
    return len(line.split()) <= LONGEST_TITLE and not _FACT.match(line) and not _SENTENCE.search(line)


def is_unfinished(line: str) -> bool:
    """Whether a line ends without the mark that ends a sentence, a clause or a lead-in."""
    return _CLOSED.search(line) is None


def is_reference(line: str) -> bool:
    """An item's reference alone: "HWB.31", "ICP/2324/001"."""
    return _REFERENCE.fullmatch(line) is not None


def numbered_title(line: str) -> tuple[str, int] | None:
    """The number of a line such as "IV MINUTE OF ...", "5 Our aims", "HWB.31 Welcome", and where its words start."""
    for pattern in (_REFERENCE, _ROMAN_TITLE, _BARE_TITLE):
        found = pattern.match(line)
        if found and (pattern is not _ROMAN_TITLE or is_capitals(line)):
            return found["mark"], found.end()
    return None


def run_in_heading(line: str) -> int:
    """The length of a heading in capitals that runs on into its paragraph after a dash, 0 if there is none."""
    found = _RUN_IN.match(line[:_LONGEST_RUN_IN])
    if found is None or not is_capitals(found["head"]) or len(found["head"].split()) < 2:
        return 0
    return 0 if is_capitals(line[found.end() :]) else found.end()
