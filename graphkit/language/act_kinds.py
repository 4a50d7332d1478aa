"""What an act is, by its governing verb, its mood and what stands around it (annotation guide, "Action")."""

import re

from graphkit.language.act import Governing, Kind
from graphkit.language.data_file import word_set
from graphkit.language.heads import Head
from graphkit.language.verbs import Verb

_THANKS = re.compile(r"\b(?:thanks|appreciation|congratulations|gratitude|condolences)\b")
_MEETING = re.compile(r"\bmeetings?\b")
_MINUTES = re.compile(r"\bminutes\b|\bproceedings\b")
_ADDRESSED = re.compile(r"\b(?:to|for|that|from)\b")
_TO = re.compile(r"\bto\b")
# "ask X to look", but not "send to the Board", "to those".
_TO_ACT = re.compile(r"\bto (?!(?:the|a|an|its|our|their|all|each|every|those|any|be)\b)[a-z]|\bthat\b")
# Whoever is invited to one of these is asked to come, not to do something.
_TO_DO = re.compile(r"\bto (?!(?:a|the|its|our|attend|join|become|present|speak)\b)")
# "The Chair could stay in the room": leave is given, and nothing is to be done.
_LEAVE = re.compile(
    r"^[^,;]{2,80}? (?:could|may|might) (?:remain|stay|vote|speak|take part|participate|attend|leave)\b"
)
_TO_COME = re.compile(
    r"\binvited (?:back |along )?to (?:(?:an?|the|its|our|their|this|that|each|every|one of|attend|join|become|present"
    r"|speak|address|come|observe|sit on)\b|take part\b)"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_LATER = re.compile(
    r"\b(?:in|within|every|after|over) (?:the next )?(?:\w+|\d+)(?:[ -]\w+)? (?:weeks?|months?|years?)\b"
    r"|\b(?:next|future|further|subsequent|an annual|annually|quarterly|six[- ]monthly|monthly|bi-?annual|regular"
    r"|yearly|twice|once|ongoing|progress)\b"
    rf"|\b(?:in|by|at|to|for|during|before) (?:the |its |their )?(?:{_MONTH}|spring|summer|autumn|winter|20\d\d)\b"
)
_REPORT = re.compile(
    r"\b(?:report|update|paper|briefing|presentation|item|evaluation|progress|feedback|review|result|finding"
    r"|position)s?\b"
)
_TO_BOARD = re.compile(
    r"\b(?:brought|submitted|presented|reported|returned|come|tabled|taken)(?: back)? to (?:the |this |a |its )?"
    r"(?:[\w']+ ){0,5}?(?:board|committee|meeting)\b"
)
# Approving that something be set up is to have it done; approving what others wrote is a decision only.
_SETS_UP = re.compile(
    r"(?:to )?(?:approv|agree|support|endors|authoris)\w* (?:to )?(?:the |an? )?(?:immediate )?"
    r"(?:establishment|creation|formation|setting up|merger|release|allocation|recruitment|appointment of (?:a|an) "
    r"(?!chair|vice)|commissioning|closure|disbanding|purchase|secondment) (?:of|from|to)?\b"
)
_COMES = frozenset({"come", "go", "return"})
_BRING = word_set("bring")
EMPOWER = frozenset({"authorise", "authorize", "empower"})
_POWER = re.compile(r"\b(?:authority|authorisation|power)s?\b")
_GIVEN_POWER = re.compile(r"\bbe (?:given|granted) (?:full |the )?(?:delegated )?(?:authority|powers?)\b")
# "No further action be taken", "that none of the options be pursued": decided, and nothing is to be done.
_NOTHING = re.compile(r"(?:that )?(?:no(?! (?:fewer|less|more|later|longer|sooner) than\b)|none|neither)\b")
# In this order: what is noted and approved is but noted.
_DECISIONS: tuple[Kind, ...] = ("note", "thank", "appoint", "close", "consider", "approve")
# "Close the gap" and "pay a grant" are things to do.
_RATHER_DONE: frozenset[Kind] = frozenset({"thank", "close"})


def kind_of(head: Head, governing: Governing, folded: str) -> Kind:
    """The kind of the act whose head is given; `folded` are its own words."""
    if _THANKS.search(folded[:90]):
        return "thank"
    if head.passive:
        return _passive(head, folded)
    if head.mood == "modal" and _LEAVE.search(folded):
        return "say"
    if head.subject is not None and head.mood == "past":
        # "Councillor Marsh felt that ...", "the Trust opened a ward": told, not taken on.
        return "say"
    if head.subject is not None and not head.verb.does("delegate", "defer"):
        return _acted(head.verb, folded)
    return _by_verb(head, governing, folded)


def _passive(head: Head, folded: str) -> Kind:
    if _NOTHING.match(folded):
        return "consider"
    kind = _undergone(head.verb, folded)
    # "The pilot had been extended", "leaflets were sent out": told, not decided.
    return "say" if head.mood == "be" and kind in ("undertake", "report-back") else kind


def _by_verb(head: Head, governing: Governing, folded: str) -> Kind:
    """What the board itself does, its name left out: "ask ...", "approves ...", "to receive ..."."""
    committed = governing in ("commit", "plan", "propose")
    moves = _moves(head.verb, folded, committed=committed)
    if moves is not None:
        return moves
    if committed:
        return "undertake"
    if head.mood == "past" and head.verb.does("examine"):
        return "consider"
    if head.verb.does("receive"):
        return "report-back" if head.mood != "past" and _LATER.search(folded) else "receive"
    kind = _decision(head.verb, folded, rather_done=_RATHER_DONE)
    if kind == "approve" and _SETS_UP.match(folded):
        return "undertake"
    # What somebody is asked to confirm or to consider is to be done by the one who is asked.
    return "undertake" if governing == "ask" and kind in ("approve", "consider", "appoint") else kind


def _acted(verb: Verb, folded: str) -> Kind:
    """What a subject's act is: to "we" and to "it", the board, belongs what the clause itself would do without them."""
    if folded.startswith("we ") and verb.base == "ask" and _TO_ACT.search(folded):
        return "ask"
    if verb.base in _COMES and _TO_BOARD.search(folded):
        return "report-back"
    return "recommend" if folded.startswith("it ") and verb.base == "recommend" else "undertake"


def _moves(verb: Verb, folded: str, *, committed: bool) -> Kind | None:
    """How the board moves somebody to act, if it does. Who commits to "call for" or "encourage" acts by doing so."""
    if verb.does("ask") and _asks(verb, folded, committed=committed):
        return "ask"
    if verb.does("encourage") and _TO.search(folded):
        return "ask" if not committed or verb.base == "invite" else "undertake"
    if verb.does("recommend") and not committed:
        return "recommend"
    if verb.does("delegate") or _empowers(verb, folded):
        return "delegate"
    return "defer" if verb.base in ("defer", "postpone") else None


def _asks(verb: Verb, folded: str, *, committed: bool) -> bool:
    """Whether somebody is asked to do something; who commits to "press X for more" or to "require Y" acts so."""
    if committed:
        return not verb.does("undertake") and bool(_TO_ACT.search(folded))
    return bool(_ADDRESSED.search(folded))


def _empowers(verb: Verb, folded: str) -> bool:
    """As in "give authority to X to do Y", "authorise X to do Y"."""
    gives = verb.base in ("give", "grant")
    if gives and _GIVEN_POWER.search(folded):
        return True
    if not _TO.search(folded):
        return False
    return verb.base in EMPOWER or (gives and bool(_POWER.search(folded)))


def _undergone(verb: Verb, folded: str) -> Kind:
    """The act of a passive: "the plan be noted", "the Trust be asked to ..."."""
    if verb.base == "hold" and _MEETING.search(folded[:60]):
        return "close"
    if verb.base in ("sign", "take") and _MINUTES.search(folded[:60]):
        return "approve"
    if verb.does("ask"):
        return "undertake" if verb.base == "commission" or _TO_COME.search(folded) else "ask"
    if verb.does("encourage"):
        return "ask" if _TO_DO.search(folded) and not _TO_COME.search(folded) else "undertake"
    if verb.does("recommend"):
        return "recommend"
    if verb.does("delegate") or _empowers(verb, folded):
        return "delegate"
    if verb.base in ("defer", "postpone"):
        return "defer"
    if verb.base == "receive":
        return "report-back" if _LATER.search(folded) else "receive"
    if verb.base in _BRING and (_REPORT.search(folded[:80]) or _TO_BOARD.search(folded)):
        return "report-back"
    return _decision(verb, folded)


def _decision(verb: Verb, folded: str, rather_done: frozenset[Kind] = frozenset()) -> Kind:
    """What the board decides, or else what is to be done; to consider something later is to do it."""
    kind = next((one for one in _DECISIONS if verb.does(one)), None)
    if kind is None:
        return "undertake" if verb.does("undertake") else "say"
    if kind in rather_done and verb.does("undertake"):
        return "undertake"
    return "undertake" if kind == "consider" and _LATER.search(folded) else kind
