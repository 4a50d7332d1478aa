"""Acts told in prose: outcomes inside the discussion, and what somebody undertook.

A sentence counts only when a body that decides is the subject of an outcome's verb ("The Board noted ... and agreed
that ..."), or a named doer takes something on ("X undertook to", "X said she would write", "X to circulate ...").
Wishes, views, offers, reports of plans and questions do not. The words are `data/undertakings.yaml`.
"""

import re
from dataclasses import replace

from graphkit.documents.model import Span
from graphkit.language.act import Act, Kind, Lead
from graphkit.language.acts import actions_in
from graphkit.language.data_file import word_set
from graphkit.language.heads import find_head
from graphkit.language.parties import PartyHit
from graphkit.language.prose import Prose
from graphkit.language.subjects import clauses, subject_before
from graphkit.language.tokens import trim
from graphkit.language.told_words import told
from graphkit.language.verbs import reading

_OUTCOME_VERB = re.compile(
    r"\b(?:agreed?|resolved|decided|asked|requested|directed|instructed|remitted|delegated|recommended|invited"
    r"|commissioned)\b"
)
_REFUSED = re.compile(r"\bdid not (?:agree|support|approve|endorse)\b")
_ADVERB = r"(?:also\s+|then\s+|now\s+|\w+ly\s+)?"
_WOULD = re.compile(rf"(?P<doer>[^,.;]{{1,90}}?)\s+(?:would|will|is to|are to)\s+{_ADVERB}(?P<verb>[\w-]+)")
_AND_WOULD = re.compile(rf"\b(?:and|but) (?:that )?(?:(?:she|he) )?(?P<own>(?:would|will) {_ADVERB}(?P<verb>[\w-]+))")
_WILL = re.compile(rf"\s*(?:\([^)]{{1,40}}\)\s*)?,?\s*(?:would|will|is to|are to)\s+{_ADVERB}(?P<verb>[\w-]+)")
_SHE_WOULD = re.compile(rf"(?:she|he) (?:would|will) {_ADVERB}(?P<verb>[\w-]+)")
# A post that the paper does not name in full: "the officer will write".
_OFFICE = re.compile(
    r"(?:the |an? )?(?:[\w'-]+ ){0,4}?(?:director|officers?|chair(?:man|person|woman)?|manager|clerk|lead|team"
    r"|secretary|consultant|commissioner|co-?ordinator|executive|representative|convener)"
    r"(?= (?:will|would|to|is to|are to) )"
)
_DONE_BY = re.compile(
    r"\b(?:that |; |, )(?P<what>[^,;.]{3,80}?) (?:would|will|to) be (?P<verb>\w+)(?: \w+){0,6}? by (?:the )?"
)
_WOULD_BE = re.compile(r"(?P<what>[^,.;]{1,80}?) (?:would|will) (?:be (?P<done>\w+)|(?P<verb>issue|follow|go out))\b")
# "LB and NC to write": letters that stand for people, whether or not the paper says for whom.
_INITIALS = re.compile(r"[A-Z]{2,4}(?=[\s/,&])")
_MORE_DOERS = r"(?:\s*(?:,|/|&|\band\b|\bwith\b|\bor\b|\()\s*[^.;:]{2,60}?)?"
_THEN_TO = re.compile(rf"\)?{_MORE_DOERS}\)?\s*(?P<to>\s)to\s+{_ADVERB}(?P<verb>[\w-]+)\b")
# On an agenda "Lena Brook to present" says who speaks.
_PRESENTS = frozenset({"present", "report", "introduce", "attend", "speak", "lead", "update"})
_WORD = re.compile(r"[\w-]+")
_IDLE = word_set("idle")
_PRONOUNS = frozenset({"she", "he", "they"})
_SINGLE = frozenset({"post", "person", "organisation", "team"})
# What a speaker who promises it will do with a paper, a reply or a question.
_HANDS_ON = word_set("bring") | {"send", "forward", "issue", "email", "supply", "check", "clarify", "amend", "correct"}


def outcome_in(prose: Prose, sentence: Span) -> list[Act]:
    """The acts of a sentence in which a deciding body decides; empty when it does not."""
    sentence = prose.clause(sentence)
    folded = prose.low(sentence)
    chair = told("chair-asks").search(folded)
    if chair is not None:
        return actions_in(prose, Span(sentence.start + chair.start("verb"), sentence.end), Lead())
    match = told("decided").search(folded)
    if match is None or not _OUTCOME_VERB.search(folded, match.start()) or _REFUSED.search(match.group()):
        return []
    own = trim(prose.text, Span(sentence.start + match.start(), sentence.end), ",;. ")
    return actions_in(prose, own, Lead())


def adopted_in(prose: Prose, sentence: Span, before: Span) -> list[Act]:
    """What was proposed in the sentence before, where this one takes it up: "This was agreed"."""
    if told("adopts").search(prose.low(sentence)) is None:
        return []
    proposed = told("proposed").search(prose.low(before))
    if proposed is None:
        return []
    own = trim(prose.text, Span(before.start + proposed.end(), before.end), " .;")
    return actions_in(prose, own, Lead())[:1]


def undertakings_in(prose: Prose, sentence: Span, speaker: PartyHit | None = None) -> list[Act]:
    """What named doers take on in a sentence of the discussion, at most one act a clause.

    `speaker` is who was named last as a subject, whom "he" or "she" means.
    """
    sentence = prose.clause(sentence)
    found: list[Act] = []
    for clause in clauses(prose, sentence):
        viewed = told("view").search(prose.low(Span(sentence.start, clause.start)))
        act = None if viewed else _undertaking(prose, clause, speaker)
        if act is not None:
            found.append(act)
    return found


def _undertaking(prose: Prose, clause: Span, speaker: PartyHit | None) -> Act | None:
    act = _promised(prose, clause) or _gave_word(prose, clause)
    if act is not None or told("view").search(prose.low(clause)):
        return act
    return (
        _will(prose, clause)
        or _to_do(prose, clause)
        or _done_by(prose, clause)
        or _said(prose, clause, speaker)
        or _goes_on(prose, clause, speaker)
        or _comes_back(prose, clause)
    )


_PROMISES: tuple[tuple[str, Kind], ...] = (
    ("undertook", "undertake"), ("offer-taken", "undertake"), ("content-for", "undertake"),
    ("was-empowered", "delegate"), ("was-asked", "ask"),
)  # fmt: skip


def _promised(prose: Prose, clause: Span) -> Act | None:
    """As in "the Clerk undertook to visit ...", "District councils were invited to submit ..."."""
    folded = prose.low(clause)
    for name, kind in _PROMISES:
        match = told(name).search(folded)
        if match is None:
            continue
        subject = subject_before(prose, clause, clause.start + match.start(), near=kind in ("ask", "delegate"))
        verb = _WORD.match(folded, match.end())
        if subject is None or verb is None:
            continue
        if name == "content-for":
            inner = find_head(prose, Span(clause.start + match.end(), clause.end))
            if inner is None or inner.subject is None:
                continue
            return _act(clause, subject.start, inner.verb.base, inner.verb_span, inner.subject)
        if reading(verb.group(), "base"):
            own = Span(clause.start + verb.start(), clause.start + verb.end())
            return replace(_act(clause, subject.start, verb.group(), own, subject), kind=kind)
    return None


def _gave_word(prose: Prose, clause: Span) -> Act | None:
    """As in "he gave an assurance that the Trust would repair the lift"."""
    gave = told("gave-word").search(prose.low(clause))
    if gave is None:
        return None
    own = trim(prose.text, Span(clause.start + gave.end(), clause.end), " .,;")
    would = _WOULD.match(prose.low(own))
    hits = prose.named(Span(own.start, own.start + would.end("doer"))) if would else []
    if would is None or not hits:
        return None
    return _act(own, own.start, would["verb"], _group(own, would, "verb"), Span(hits[0].span.start, hits[-1].span.end))


def _will(prose: Prose, clause: Span) -> Act | None:
    """As in "the Director (Public Health) will circulate ..."."""
    doer = _opening_doer(prose, clause)
    initials = _INITIALS.match(prose.quote(clause)) if doer is None else None
    if initials is not None:
        doer = Span(clause.start, clause.start + initials.end())
    match = _WILL.match(prose.low(clause), doer.end - clause.start) if doer else None
    if doer is None or match is None or not _takes_on(match["verb"]):
        return None
    return _act(clause, doer.start, match["verb"], _group(clause, match, "verb"), doer)


def _opening_doer(prose: Prose, clause: Span) -> Span | None:
    """The single doer, or several joined ("A and B"), with whose name a clause opens."""
    hits = [hit for hit in prose.starting(clause, 5) if hit.type in _SINGLE]
    if hits:
        return hits[0].span
    office = _OFFICE.match(prose.low(clause))
    return Span(clause.start, clause.start + office.end()) if office else None


def _to_do(prose: Prose, clause: Span) -> Act | None:
    """A line of minutes that is an instruction: "The Clerk to circulate dates"."""
    hits = prose.starting(clause, 5)
    initials = _INITIALS.match(prose.quote(clause))
    if not hits and initials is None:
        return None
    at = hits[0].span.end if hits else clause.start + initials.end() if initials else clause.start
    rest = _THEN_TO.match(prose.low(Span(at, clause.end)))
    verb = reading(rest["verb"], "base") if rest else None
    if rest is None or verb is None or (verb.base in _PRESENTS and rest.end() + at >= clause.end - 16):
        return None
    verb_span = Span(at + rest.start("verb"), at + rest.end("verb"))
    start = hits[0].span.start if hits else clause.start
    return _act(clause, start, verb.base, verb_span, Span(start, at + rest.start("to")))


def _done_by(prose: Prose, clause: Span) -> Act | None:
    """As in "... that a note would be sent by the Director"."""
    match = _DONE_BY.search(prose.low(clause))
    verb = reading(match["verb"], "participle") if match else None
    if match is None or verb is None or verb.base in _IDLE:
        return None
    if told("told-news").search(prose.low(clause), 0, match.start() + 1):
        return None
    by = clause.start + match.end()
    doer = next((hit.span for hit in prose.named(clause) if abs(hit.span.start - by) < 6), None)
    if doer is None:
        return None
    start = clause.start + match.start("what")
    return replace(_act(clause, start, verb.base, _group(clause, match, "verb"), doer), passive=True)


def _said(prose: Prose, clause: Span, speaker: PartyHit | None) -> Act | None:
    """As in "she confirmed that the Trust would also publish ...", "he would listen and would ask ..."."""
    folded = prose.low(clause)
    said = told("said").search(folded)
    if said is None:
        return None
    who = subject_before(prose, clause, clause.start + said.start(), near=False)
    who = who or (speaker.span if speaker and folded[: said.start()].strip(" ,").endswith(tuple(_PRONOUNS)) else None)
    return _would(prose, clause, said.end(), who) or _would_be(prose, clause, said.end(), who)


def _goes_on(prose: Prose, clause: Span, speaker: PartyHit | None) -> Act | None:
    """Speech that goes on: "Dr Brook spoke of the pilot. She would circulate the figures."."""
    match = _SHE_WOULD.match(prose.low(clause))
    if match is None or speaker is None or not _takes_on(match["verb"]):
        return None
    return _act(clause, clause.start, match["verb"], _group(clause, match, "verb"), speaker.span)


def _would(prose: Prose, clause: Span, at: int, who: Span | None) -> Act | None:
    """What the one who speaks, or a body that is named after the speech verb, would do."""
    folded = prose.low(clause)
    match = _WOULD.match(folded, at)
    if match is not None and _takes_on(match["verb"]):
        words = _group(clause, match, "doer")
        named = [hit for hit in prose.named(clause) if words.holds(hit.span)]
        doer = Span(named[0].span.start, named[-1].span.end) if named else None
        if doer is None and match["doer"].split()[-1] in _PRONOUNS and len(match["doer"].split()) < 3:
            doer = who
        if doer is not None:
            return _act(clause, words.start, match["verb"], _group(clause, match, "verb"), doer)
    again = _AND_WOULD.search(folded, at)
    if again is not None and who is not None and _takes_on(again["verb"]):
        own = _group(clause, again, "own")
        return _act(clause, own.start, again["verb"], _group(clause, again, "verb"), who)
    return None


def _would_be(prose: Prose, clause: Span, at: int, who: Span | None) -> Act | None:
    """As in "the Clerk said that theirs would be sent on Monday": the speaker hands something on, by a time."""
    folded = prose.low(clause)
    match = _WOULD_BE.match(folded, at)
    if match is None or who is None or not told("soon").search(folded, match.end()):
        return None
    verb = reading(match["done"], "participle") if match["done"] else reading(match["verb"].split()[0], "base")
    if verb is None or (match["done"] and verb.base not in _HANDS_ON):
        return None
    start = clause.start + match.start("what")
    return replace(_act(clause, start, verb.base, _group(clause, match, "done" if match["done"] else "verb"), who))


def _comes_back(prose: Prose, clause: Span) -> Act | None:
    """As in "the matter is to come back in May": nobody is named who brings it."""
    folded = prose.low(clause)
    match = told("comes-back").search(folded)
    listed = _TO_AGENDA.search(folded) if match is None else None
    if listed is not None:
        own = trim(prose.text, Span(clause.start + folded.rfind(",", 0, listed.start()) + 1, clause.end))
        return Act("undertake", own, "add", _group(clause, listed, 0), "agree", passive=True)
    if match is None or not _RETURNS.search(folded, match.start()):
        return None
    start = folded.rfind(",", 0, match.start()) + 1
    own = trim(prose.text, Span(clause.start + start, clause.end))
    return Act("report-back", own, "bring", _group(clause, match, 0), "agree", passive=True)


_TO_AGENDA = re.compile(
    r"\b(?:would|will|to) be (?:added|included)(?: to| in| on) (?:the |its |our )?(?:[\w']+ ){0,4}?"
    r"(?:agenda|work(?:ing)? programme|work plan|forward plan|action log|risk register)\b"
)
# What comes back comes to the board, or again.
_RETURNS = re.compile(
    r"\b(?:back|again)\b|\b(?:to|at|before) (?:the |this |its )?(?:\w+ ){0,2}(?:board|committee|meeting)\b"
)


def _takes_on(word: str) -> bool:
    verb = reading(word, "base")
    return verb is not None and verb.does("undertake", "ask", "encourage") and word not in _IDLE


def _act(clause: Span, start: int, verb: str, verb_span: Span, doer: Span) -> Act:
    return Act("undertake", Span(start, clause.end), verb, verb_span, "agree", doer)


def _group(clause: Span, match: re.Match[str], name: str | int) -> Span:
    return Span(clause.start + match.start(name), clause.start + match.end(name))
