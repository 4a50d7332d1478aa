"""Lead-ins and labels: the words that say what the lines after them are.

A lead-in is a line (or the end of a paragraph) that opens a list: "RESOLVED that the Board:", "We will:", "The key actions
proposed were as follows:". A label names a zone: "Minutes:", "Reason for decision". What they open is in `Opens`.
Sources: the styles counted in outcome headings of 133 board papers and about 30 strategies (see docs/why.md).
"""

from typing import Literal, NamedTuple

import re

from graphkit.language.acts import Governing
from graphkit.language.fold import fold

Zone = Literal[
    "preamble", "narrative", "outcome", "steps", "commitments", "aims", "priorities", "background", "attendance", "reasons",
]  # fmt: skip


class Opens(NamedTuple):
    """What a line opens: the zone, the governing act of the lines after it, and where its own words go on (or None)."""

    zone: Zone
    governing: Governing
    rest: int | None


_BODY = (
    r"(?:the |this )?(?:[\w&'’-]+ ){0,8}?(?:board|committee|members|partnership|panel|cabinet|executive|forum|commission|group|meeting|council)"
    r"(?: members)?(?: \([^)]{1,12}\))?"
)
_ACTS = (
    r"(?:(?:also|further|then|therefore|unanimously|formally|hereby|accordingly) )*"
    r"(?:agree[ds]?|resolve[ds]?|decide[ds]?|note[ds]?|approve[ds]?|request(?:ed|s)?|ask(?:ed|s)?|recommend(?:ed|s)?|receive[ds]?|endorse[ds]?|"
    r"support(?:ed|s)?|delegate[ds]?|thank(?:ed|s)?|welcome[ds]?|instruct(?:ed|s)?|direct(?:ed|s)?|remit(?:ted|s)?|encourage[ds]?|invite[ds]?|"
    r"accept(?:ed|s)?|adopt(?:ed|s)?|confirm(?:ed|s)?|defer(?:red|s)?|urge[ds]?|undertook)"
)
_OUTCOME = re.compile(
    r"(?:\d+(?:\.\d+)*[.)]?\s+)?(?:decision/)?(?:"
    r"(?P<head>(?:it was |it is |unanimously |members )?(?:further |unanimously )?(?:resolved|agreed|decision(?:s)?(?: made| taken| of the board)?|"
    r"resolution(?:s)?|outcome(?:s)? of (?:the )?(?:meeting|discussion)|decided|recommendation(?:s)? agreed|actions? agreed|agreed actions?))"
    r"(?=[\s:;,.\-–—]|that\b|$)"
    rf"|(?P<body>{_BODY}[\s,:;\-–—]*(?:having [^,]{{3,120}},\s*)?(?:{_ACTS}\b|[:\-–—]+\s*$))"
    rf"|(?P<bare>(?:received|noted|agreed|approved|resolved|remitted)\b)"
    r")"
)
_CAPITAL_LEAD = re.compile(r"(?:RECEIVED|NOTED|AGREED|APPROVED|RESOLVED|REMITTED|DELEGATED|REQUESTED|RECOMMENDED)\b")
_STEPS = re.compile(
    r"\b(?:(?:key |proposed |agreed |recommended |immediate )*(?:actions?|next steps?)(?: and (?:the )?(?:key )?(?:actions?|next steps?))?"
    r"(?: that)? (?:were |was |are |to be )?(?:proposed|identified|set out|planned|recommended|suggested|agreed|put forward|taken|needed|required|include[ds]?|as follows)"
    r"|what needs to happen|what (?:will happen|happens|comes) next|next steps?|future (?:actions|plans|steps)|actions? going forward|the way forward)\b"
)
_ASKED = re.compile(
    r"\b(?:is|was|were|are|be) (?:asked|invited|requested|recommended|being asked)(?: to)?\s*[:\-–]?|\brecommendations?\s*:?\s*$|"
    r"^(?:purpose|recommendations?)\b|^that the board\b|\bit is recommended that\b"
)
_COMMIT = re.compile(
    r"(?:\b(?:we|partners|the board|the partnership|together we|board partners|all partners|our organisations)\b[^.;:]{0,60}?\b"
    r"(?:will|shall|commit(?:s)? to|pledge(?:s)? to|undertake(?:s)? to|intend(?:s)? to|plan(?:s)? to|are going to|agree(?:s)? to|aim to)\b[^.]{0,160}[:\-–—]\s*$"
    r"|\b(?:which|this|these|that|it|work|they) will (?:include|involve|mean|require|be (?:achieved|done|delivered) (?:by|through))\b[^.]{0,60}[:\-–—]\s*$"
    r"|^(?:our |the |joint |shared )?(?:commitments?|pledges?|(?:key |priority |our |planned |agreed |main |headline |top )*actions?|deliverables)\s*(?:are|include)?\s*:?\s*$"
    r"|^(?:what|how) (?:will )?(?:we|partners|the board)(?:'ll| will| are going to| plan to| are doing| do)\b[^.?]{0,80}[:?]?\s*$|^how (?:will )?we(?:'ll| will)? (?:get there|do (?:it|this)|deliver|achieve)"
    r"[^.?]{0,60}[:?]?\s*$|^(?:we|together we|partners|by working together we)(?:'ll| will| commit to| shall)\s*[:\-–—]?\s*$|^(?:it|this) will (?:be )?achieve[^.]{0,30} by\s*[:\-–—]?\s*$"
    r"|\b(?:change ideas|steps) (?:that )?we (?:will|propose)[^.]{0,40}:\s*$|^(?:the |our )?(?:next |first |key |proposed )*steps\b[^.]{0,60}$|^(?:headline |key |priority )?actions?(?: and sub-?actions)?\b[^.]{0,60}$"
    r"|\b(?:should|must|are asked to|is asked to|are invited to)\s*[:\-–]\s*$"
    r"|^(?:enabling|neighbourhood|delivery|partner) (?:actions?|commitments?)\b[^.]{0,40}$)"
)
_RECOMMENDED = re.compile(
    r"^(?:(?:our|my|the|key|summary of) )*recommendations?(?: (?:for|to) (?:action|partners|others|the board))?\s*(?:\d+|[a-z]\b|one|two|three)?\s*[:.]?\s*$"
)
_PROPOSED = re.compile(
    r"^(?:the |our |proposed )*(?:steps|actions|commitments)\b.{0,20}\b(?:we propose|proposed|propose to take)\b|^proposed (?:actions|steps|commitments)\b"
)
_AIMS = re.compile(
    r"^(?:our |the |what |key )?(?:ambitions?|aims?|outcomes?|vision|goals?|objectives?|success|good|what (?:we want|a good|good|success|will|does|do we want)|we want|we aim)\b"
    r"[^.]{0,90}[:?]?\s*$|^(?:what|how will we know|how will you know|what does)\b[^.]{0,60}(?:want|look like|success|achieve|difference|see|know)[^.]{0,60}[:?]?\s*$"
    r"|^(?:we will know|our indicators|how we will (?:know|measure)|measures?|indicators?|targets?|key performance)[^.]{0,80}[:?]?\s*$"
)
_MEASURES = re.compile(
    r"^(?:how (?:will )?we(?: will)? (?:know|measure)|measures?|indicators?|our indicators|key performance|targets?|we will know)\b"
)
_PRIORITIES = re.compile(
    r"\b(?:priorit(?:y|ies)|themes|goals|ambitions|aims|objectives|outcomes|focus areas|areas of focus|priority areas)\b[^.]{0,80}"
    r"(?:\b(?:are|were|remain(?:ed|s)?|is|as|include[ds]?|follow(?:s|ing)?|below|carry on[^:]{0,30}|shown here\)?)\b[^.:]{0,40})?:\s*$|^(?:our |the |key |strategic |six |five |four |three |joint )*(?:priorities|goals|ambitions)\s*:?\s*$"
)
_BACKGROUND = re.compile(
    r"^(?:why (?:this|it) (?:matters|is)|the (?:evidence|picture|story|case)|evidence|background|introduction|foreword|contents|context|what you told us|"
    r"what (?:the )?(?:evidence|data)|what (?:we|you) (?:know|heard|have done|said)|what is going well|what are we worried|where are we|case stud|what can you|glossary|"
    r"about|the need|what we have (?:already )?(?:done|achieved)|achievements|progress so far|facts and figures|did you know|our approach|principles|how we (?:developed|wrote))"
)
_ATTENDANCE = re.compile(
    r"^(?:members? )?(?:present|apolog(?:y|ies)|in attendance|attendance|also present|attendees|attending|sederunt|membership|substitutes?|officers? present|invitees)\b"
)
_REASONS = re.compile(
    r"^(?:reasons? for (?:the )?(?:decisions?|recommendations?)|alternative options|options considered|implementation date|other options|date of (?:decision|publication)|"
    r"wards? affected|report author|background papers|voting|declarations? of interest|financial implications|legal implications)\b"
)
_MINUTES = re.compile(
    r"^minutes?\s*(?:of (?:the )?(?:item|discussion))?\s*:?\s*$|^(?:discussion|debate|summary of discussion|points raised)\s*:?\s*$"
)


def opens(line: str) -> Opens | None:
    """What a line of minutes opens, or None when it is ordinary text."""
    folded = fold(line)
    text = folded.strip()
    if not text:
        return None
    if _MINUTES.match(text) or line.strip().startswith("IN RESPONSE"):
        return Opens("narrative", "agree", None)
    if _ATTENDANCE.match(text) and len(text) < 200:
        return Opens("attendance", "agree", None)
    if _REASONS.match(text):
        return Opens("reasons", "agree", None)
    shift = len(folded) - len(folded.lstrip())
    match = _OUTCOME.match(folded, shift)
    if match and _is_outcome(line, match):
        rest = match.start("head") if match["head"] else match.start()
        return Opens("outcome", "agree", None if _bare(folded, match) else rest)
    if text.endswith((":", ":-", "-", "–")) or len(text) < 90:
        if _STEPS.search(text) and not text.endswith("."):
            return Opens("steps", "note", None)
        if _ASKED.search(text) and text.endswith((":", ":-", "-", "to", "–")):
            return Opens("preamble", "agree", None)
    return None


def _is_outcome(line: str, match: "re.Match[str]") -> bool:
    """A body's verb must be an outcome's, and a bare word a capitalised lead ("NOTED ...") or alone on its line."""
    if match["bare"] and not match["head"]:
        return bool(_CAPITAL_LEAD.match(line.strip())) or line.strip().rstrip(":.-– ").lower() == match["bare"]
    if match["head"] and match["head"].strip() in ("agreed", "decision", "decisions", "decided"):
        after = line[match.end() :].lstrip()
        upper = line.strip()[:2].isupper()
        return upper or after[:1] in (":", "-", "–", "") or after.lower().startswith(("that", "to", "–", "-"))
    return True


def _bare(folded: str, match: "re.Match[str]") -> bool:
    return not re.sub(r"[\s:;,.\-–—]|\b(?:that|the|to|board|it|was|agreed|resolved|health|and|wellbeing|members|unanimously|made|following)\b", "",
                         folded[match.end():])  # fmt: skip


def names_priorities(line: str) -> bool:
    """Whether a line opens a list of priorities ("The three priorities of the strategy remained as:")."""
    text = fold(line).strip()
    # The themes of a meeting are no priorities (annotation guideline, "Priority").
    return bool(_PRIORITIES.search(text)) and bool(re.search(r"\bpriorities\b|\b(?:aims|goals|objectives) (?:of|in)\b", text))


def strategy_opens(line: str, *, heading: bool) -> Opens | None:
    """What a line of a strategy opens, or None."""
    text = fold(line).strip()
    short = len(text) < 110
    if short and _RECOMMENDED.match(text):
        return Opens("commitments", "recommend", None)
    if short and _PROPOSED.match(text):
        return Opens("commitments", "propose", None)
    if short and _MEASURES.match(text):
        return Opens("background", "commit", None)
    if _COMMIT.search(text) and (short or text.endswith(":")):
        return Opens("commitments", "commit", None)
    if short and _BACKGROUND.match(text):
        return Opens("background", "commit", None)
    if short and not text.endswith(".") and text.startswith(("what ", "how ")) and _AIMS.match(text):
        return Opens("aims", "commit", None)
    if text.endswith(":") or (heading and short):
        if _PRIORITIES.search(text):
            return Opens("priorities", "commit", None)
        if _AIMS.match(text):
            return Opens("aims", "commit", None)
        if _STEPS.search(text):
            return Opens("commitments", "commit", None)
        if _ASKED.search(text):
            return Opens("background", "commit", None)
    return None
