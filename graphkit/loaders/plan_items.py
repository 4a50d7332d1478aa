"""The items of a list of commitments: which lines are one, their own words, and who is meant to act."""

import re
from dataclasses import replace

from graphkit.documents.model import Document, Span
from graphkit.language.act import Act
from graphkit.language.fold import fold
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.tokens import sentences, trim
from graphkit.language.verbs import reading
from graphkit.loaders.findings import Kind, Status
from graphkit.loaders.plan_prose import BODIES
from graphkit.loaders.sections import Line
from graphkit.loaders.source import Source

_WE = re.compile(r"\b(?:we|our|us)\b|\bpartners\b", re.IGNORECASE)
_DONE = re.compile(r"\s*(?:\[[xX]\]|~~)")
# A list marker may take the box in: "- [x] ..." with the item's words after it.
_TICKED, _BOX_WIDTH = re.compile(r"\[[xX]\]\s*$"), 5
_BOX = re.compile(r"\s*(?:\[ ?\]\s*)?(?:\*\*\s*)?(?P<ref>[A-Z]{1,4}\d{1,2}[a-z]?)?\s*(?:\*\*)?\s*[:.–-]?\s*")
# "**Smoke free**: we will ..." is named by a label, which is no part of it.
_LABEL = re.compile(r"[*_]{0,3}[^*_\n:]{2,50}[*_]{1,3}\s*:?[*_]{0,3}\s*[:–—-]?\s+(?<=[:–—-]\s)(?=\S)")
# Letters that stand for bullets.
_BULLETS = frozenset({"o", "O", "v", "Ø"})
# A heading that is a name may have an article or marks beside it.
_MARKS = 5
_ONE_RECOMMENDED = re.compile(r"recommendation (?:\d|[a-z]\b|one|two|three|four|five|six|seven|eight|nine|ten)")
_RECOMMENDS = re.compile(r"(?:(?:i|we|this report)(?: also| further| therefore)? recommends? )?(?:that )?")
_LETTER = re.compile(r"\w")
_LEAD_DOER = re.compile(
    r"\s+(?:should|must|will|shall|to|(?:is|are|will be) (?:asked|invited|encouraged|requested) to"
    r"|(?:agree|commit|pledge|undertake)s? to)\s*[:\-–]+\s*$"
)
_AUXILIARY = re.compile(r"\b(?:will|shall|should|must|to)\s*[:\-–—]*\s*$")
_LAST_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{3,120})\)\s*[.;]?\s*\Z")
_LAST_DASH = re.compile(
    r"\s+[–—-]{1,2}\s+(?P<label>[*_]{0,2}(?:lead(?: by| partners?| officer| body)?|led by|owners?|with|responsible)\b"
    r"[*_]{0,2}\s*:?\s*)?(?P<who>(?:(?!\s[–—-]{1,2}\s)[^\n]){2,160})\Z",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:will|would|shall|should|must|to|is|are|was|has|have)\b"
    r"(?! (?:lead|pay|fund|host|employ|share the cost|support)\b)"
)
_ADVERB = re.compile(r"^(?:further|also|actively|jointly|together|regularly)\s+")
_UNDERTAKEN = frozenset({"command", "infinitive", "gerund", "modal", "to", "subjunctive"})
_LONGEST_LINE = 300
_STATES = re.compile(r"\b(?:is|are|was|were|(?<!to )(?<!will )(?:has|have|had))\b")
_IS_SO = re.compile(r"\b(?:is|are|was|were|has|have|had)\b(?! to\b)")
_WANTS_VERB = re.compile(r"\b(?:will|'ll|shall|should|must|to)\W*$")
_SHOULD = re.compile(r"\b(?:should|must|recommend|will|shall|to)\b")


def is_commitment(document: Document, line: Line) -> bool:
    """Whether a line is a commitment: an item of such a list, a recommendation, or a short line with a verb first."""
    if line.zone != "commitments" or line.block.kind == "heading":
        return False
    words = document.words(line.block.span)
    if "?" in words:
        return False
    if line.block.kind == "item":
        return True
    if line.governing == "recommend":
        return is_recommendation(line) or _SHOULD.search(fold(words)) is not None
    if line.lead is None:
        return False
    first = _ADVERB.sub("", fold(words)).partition(" ")[0].strip(".,:;")
    return reading(first, "base", "gerund") is not None and len(words) < _LONGEST_LINE


def is_recommendation(line: Line) -> bool:
    """Whether a line is a recommendation by its place: an item of their list, or below "Recommendation 4"."""
    if line.governing != "recommend":
        return False
    return line.block.kind == "item" or _ONE_RECOMMENDED.match(fold(line.section.label)) is not None


def recommended_words(source: Source, own: Span) -> Span:
    """The words of a recommendation's first sentence without "I recommend that"."""
    first = sentences(source.document.text, own)[:1]
    sentence = first[0] if first else own
    match = _RECOMMENDS.match(source.low(sentence))
    start = sentence.start + match.end() if match is not None else sentence.start
    return trim(source.document.text, Span(start, sentence.end), ".;,")


def is_undertaken(prose: Prose, act: Act, *, stem: bool) -> bool:
    """A command, a gerund, "X will" or "X to"; a statement of what is or was done is background.

    Where no `stem` ("We will:") makes sure that the list is one of things to do, the act must not be told as a state
    ("Partners have met to plan it", "Services advise that ...") nor be a mere name ("Launch: May").
    """
    if act.mood not in _UNDERTAKEN and not (act.passive and act.mood == "passive"):
        return False
    if stem:
        return True
    if act.mood == "subjunctive" and act.governing not in ("agree", "recommend", "ask"):
        return False
    if prose.text[act.verb_span.end : act.verb_span.end + 1] == ":":
        return False
    return _IS_SO.search(prose.low(Span(act.span.start, act.verb_span.start))) is None


def promised(source: Source, act: Act) -> Act:
    """The act; among recommendations, what somebody "will" do is a commitment ("I shall report on these")."""
    if act.governing != "recommend" or act.mood != "modal":
        return act
    before = source.low(Span(act.span.start, act.verb_span.start)).split()
    return replace(act, governing="commit") if {"will", "shall"} & set(before) else act


def status_of(act: Act, line: Line, kind: Kind) -> Status | None:
    """The status that the form gives: "X to do it" outside a promise is planned, and so is what a plan of action lists.

    None leaves it to the act and its governing verb.
    """
    if act.governing != "commit" or act.conditional or line.stem or act.kind not in ("undertake", "report-back"):
        return None
    by_somebody = act.mood == "to" and act.doer is not None
    listed = kind == "action-plan" and act.mood != "modal"
    return "planned" if by_somebody or listed else None


def own_words(document: Document, line: Line) -> tuple[Span | None, str | None, Span | None]:
    """An item's words without a tick box or code, its reference, and the label before its words ("**Homes**: ...").

    There are no words when the box is ticked: it is done.
    """
    span, number = line.block.span, line.block.number
    ref = number.strip().rstrip(".") if number and _LETTER.search(number) and number.strip() not in _BULLETS else None
    if _DONE.match(document.text, *span) or _TICKED.search(document.text[max(0, span.start - _BOX_WIDTH) : span.start]):
        return None, ref, None
    box = _BOX.match(document.text, *span)
    start = box.end() if box is not None and box.end() < span.end else span.start
    label = _LABEL.match(document.text, start, span.end)
    own = Span(label.end() if label is not None else start, span.end)
    coded = box["ref"] if box is not None and start > span.start else None
    return own, coded or ref, Span(label.start(), label.end()) if label is not None else None


def lead_in_brackets(source: Source, own: Span) -> Span | None:
    """The brackets at an item's end that open with a body's name: "... (Northmere City Council, by June)"."""
    match = _LAST_BRACKET.search(source.document.text, *own)
    if match is None or match.start() == own.start:
        return None
    inside = Span(match.start("inside"), match.end("inside"))
    hits = source.parties.within(inside)
    named = bool(hits) and hits[0].span.start == inside.start and hits[0].type in BODIES
    return Span(match.start(), own.end) if named else None


def wants_verb(source: Source, lead: Span) -> bool:
    """Whether a lead-in goes on with a verb ("We will:"); after "This year:" a bare name may be a thing to do."""
    return _WANTS_VERB.search(source.low(lead)) is not None


def states_nothing(source: Source, own: Span) -> bool:
    """Whether an item holds no statement of what is: "Drop-in sessions in both hubs", but not "Three are closed"."""
    return _STATES.search(source.low(own)) is None


def who_behind_dash(source: Source, own: Span) -> Span | None:
    """The words behind an item's last dash that name who does it: "... - the Council with Age UK", "- Lead: the ICB".

    What a body behind a dash is "to" do is an act of its own, unless it is to lead or to pay.
    """
    match = _LAST_DASH.search(source.document.text, *own)
    if match is None or match.start() == own.start:
        return None
    tail, label = Span(match.start("who"), own.end), match["label"]
    hits = source.parties.within(tail)
    named = (
        bool(hits) and hits[0].type in BODIES and not source.low(Span(tail.start, hits[0].span.start)).strip("the *_")
    )
    if not (label or named) or (_ACTS.search(source.low(tail)) and not label):
        return None
    return Span(match.start(), own.end)


def completes(source: Source, own: Span, lead: Span | None) -> bool:
    """Whether words in small letters go on after "We will:", whatever their verb."""
    opens = lead is not None and _AUXILIARY.search(source.low(lead)) is not None
    return opens and source.document.text[own.start].islower()


def body_in_heading(source: Source, heading: Span) -> PartyHit | None:
    """The body whose name is the whole of a heading: what stands below is its own to do."""
    hits = source.parties.within(heading)
    named = len(hits) == 1 and hits[0].type in ("organisation", "team", "sector")
    return hits[0] if named and hits[0].span.end - hits[0].span.start >= heading.end - heading.start - _MARKS else None


def doer_in_lead(source: Source, lead: Span | None) -> Span | None:
    """The body that a lead-in names as doer: "The two councils should:"; None for "we"."""
    match = _LEAD_DOER.search(source.document.text, *lead) if lead is not None else None
    if lead is None or match is None:
        return None
    doer = trim(source.document.text, Span(lead.start, match.start()))
    return doer if any(hit.type in BODIES for hit in source.parties.within(doer)) else None


def we_of(document: Document, line: Line) -> Span | None:
    """The words for all partners together: the lead-in's "we", or the list's own heading; None in recommendations."""
    if line.governing == "recommend":
        return None
    match = _WE.search(document.text, *line.lead) if line.lead is not None else None
    if match is not None:
        return Span(match.start(), match.end())
    # What a board agreed is its own to do, and a bare list of commands says nothing of who is to obey them.
    return None if line.governing == "agree" or line.bare else line.lead or line.block.span
