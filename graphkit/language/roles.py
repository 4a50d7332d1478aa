"""Who takes part in an action, and in which role: the owner ladder and the cues beside each name.

The ladder is the annotation guide's ("Owner ladder"): an explicit doer; a named body whose own programme the verb
acts on; the deciding board; nobody. It stops at the first that applies. A party inside an "including ..." or "such as
..." phrase never becomes owner.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from graphkit.documents.model import Span
from graphkit.language.act import Act
from graphkit.language.crowds import crowds_in
from graphkit.language.participation import Participation, Role
from graphkit.language.parties import PartyHit
from graphkit.language.parts_beside import LINK, POSSESSIVE, parts_beside
from graphkit.language.prose import Prose
from graphkit.language.strangers import strangers, strangers_invited


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the clause: the deciding body with the words for it, a commitment's "we", and who "I" is."""

    body: str | None = None
    body_span: Span | None = None
    we: str | None = None
    we_span: Span | None = None
    author: str | None = None


_BODIES = frozenset({"organisation", "team", "sector"})
_INVOLVING = frozenset({"invite", "involve", "include", "engage", "approach", "consult", "ask"})
_MAILED = re.compile(r"\b(?:circulation|distribution|mailing|e-?mail) lists?\b")
_TEACHING = frozenset({"train", "educate", "upskill", "teach"})
_JOINING = re.compile(r"\b(?:join|become|be (?:a )?member|involved|included|part of|engaged)\b")
_COLON = re.compile(r":\s+(?:the |all |both |our )?$")
_WILL = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:will|would|shall|should|must|to|is to|are to|have agreed to|has agreed to)\s"
)
_COMING = frozenset({"go", "come"})
_WITH = re.compile(
    r"\b(?:with|alongside|(?:chaired|led|hosted|funded|supported|employed|run|managed|commissioned|overseen) by)"
    r"\s+(?:the |its |both |all )?$"
)
# "Jane Reed, Clerk", "Jane Reed (Mere Aid)", "the Clerk (Jane Reed)": one doer, told twice.
_APART = re.compile(r",\s+(?:the |our )?")
_IN_BRACKETS = re.compile(r"\s+\((?:the |our )?")
# "partners on the Board", "leads of the Council": the second party is where the first belongs.
_BELONGS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:on|of|in|at|from|within|for|representing)\s+(?:the |our |its )?")

_OWN_THING = re.compile(
    r"(?:['’]s?)?\s*(?:\([A-Z&]{2,8}\)\s*)?(?:[\"“‘'][^\"”’']{2,60}[\"”’']\s*)?"
    r"(?:(?!and\b|or\b|to\b|with\b|by\b|for\b|in\b|on\b)[\w&'’-]+\s+){0,6}?"
    r"(?:programme|project|pilot|scheme|service|grant|campaign|initiative|tool|offer|app|hub|course|helpline|fund|clinic"
    r"|centre|pathway|directory|website|model|framework|contract|budget|policy|strategy)s?\b"
)
_NOT_ACTED_ON = re.compile(r"\b(?:with|by|to|from|between|for|against|through|including|starting|involving)\b")
_FAR = 110

_REPORTING = frozenset({"report", "feedback", "bring", "present", "submit", "provide", "receive", "request"})
_REPORTS = re.compile(r"\b(?:report|feedback|update|paper|evaluation|progress report|monitoring report)s?\b")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_TO_MEETING = re.compile(
    r"\b(?:to|at)\s+(?:the|its|a|our|each|every)\s+"
    r"(?:meeting|(?:board['’]?s?\s+)?"
    rf"(?:next|future|following|subsequent|same|[a-z]+ 20\d\d|{_MONTH}|first|second)"
    r"(?:\s+(?:board|formal|full|committee))?(?:\s+(?:20\d\d|second))?\s*meeting)"
    r"|\b(?:each|every) (?:board )?meeting\b|\b(?:to|at) (?:the )?next board\b|\breport(?:s|ing)? (?:\w+ )?to us\b"
)
_TO_ACT = re.compile(r"\bto (?!(?:the|a|an|its|our|their|all|each|every)\b)\w|\bthat\b")
_MEETING = re.compile(r"\bmeetings?\b")
_IN_REPORT = re.compile(r"\bin (?:my|our|the|its|this|each) (?:next |\w+ )?(?:annual )?report\b")
_REPORTING_GOES_ON = re.compile(r"(?:that )?(?:\w+ )?reporting\b")
_FOR_REPORT = re.compile(
    r"\bfor (?:a |an |one |the |further |another |regular |written )*(?:\w+ ){0,2}"
    r"(?:report|update|paper|briefing|note)s?\b"
)
_DOER_RULES = {"ask": "asked-to", "delegate": "delegated-to"}


def parts_of(prose: Prose, act: Act, setting: Setting, named: Sequence[PartyHit] = ()) -> tuple[Participation, ...]:
    """The parts that parties take in an act, each party once a role.

    `named` are those whom an action line or a lead cell makes owners, whatever the words of the act say.
    """
    hits = prose.named(act.span)
    inside = _doers(prose, act, hits) or _after_colon(prose, act, hits)
    doers = _without_company(prose, inside)
    beside = _with_crowds(prose, act, {*hits, *inside}, doers)
    parts = [_explicit(hit, "owner", "action-line") for hit in named]
    parts += _invited(prose, act, beside)
    if named:
        parts += _beside_lead(prose, act, doers, named)
    else:
        doing = doers or strangers(prose, act) or _author(prose, act, setting)
        parts += [_explicit(hit, "owner", _DOER_RULES.get(act.kind, "subject")) for hit in doing]
    parts += parts_beside(prose, act, beside, has_owner=any(part.role == "owner" for part in parts))
    if not any(part.role == "owner" for part in parts):
        taken = {part.party for part in parts}
        parts += _without_doer(prose, act, [hit for hit in hits if hit.key not in taken], setting)
    parts += _reports_back(prose, act, parts, setting)
    owns = {part.party for part in parts if part.role == "owner"}
    # "We will work with partners": "we" are the partners.
    if setting.we in owns:
        plain = {hit.key for hit in hits if hit.type == "collective"}
        parts = [part for part in parts if part.role != "deliverer" or part.party not in plain]
    return _distinct(parts)


def _author(prose: Prose, act: Act, setting: Setting) -> list[PartyHit]:
    """Who writes the paper, where "I" is to act ("I shall report on this next year")."""
    if act.doer is None or setting.author is None or prose.low(act.doer) != "i":
        return []
    return [PartyHit(act.doer, setting.author, "post")]


def _with_crowds(prose: Prose, act: Act, hits: Collection[PartyHit], doers: Collection[PartyHit]) -> list[PartyHit]:
    """The parties beside the doers, and the groups of people, without those that only tell which people these are."""
    crowds = crowds_in(prose, act.span, hits)
    named = (hit for hit in hits if hit not in doers and not any(crowd.span.meets(hit.span) for crowd in crowds))
    return sorted([*named, *crowds])


def _beside_lead(prose: Prose, act: Act, doers: Sequence[PartyHit], named: Sequence[PartyHit]) -> list[Participation]:
    """The act's own doers where a line or cell names the lead: owners too where the lead is one of them or a person.

    Officers and members at large ("Officers to bring ...") are those whom the lead stands for, a post ("the Chair to
    write ...") is the person named; who is but asked for something is consulted.
    """
    if act.kind == "ask" and not _TO_ACT.search(prose.low(Span(act.verb_span.end, act.span.end))):
        return [_explicit(hit, "consulted", "doer-beside-lead") for hit in doers]
    keys = {hit.key for hit in named}
    persons = all(hit.type == "person" for hit in named)
    joint = persons or any(hit.key in keys for hit in doers)
    return [
        _explicit(hit, "owner" if joint and hit.type in _BODIES else "deliverer", "doer-beside-lead")
        for hit in doers
        if hit.type != "collective" and not (persons and hit.type == "post")
    ]


def _explicit(hit: PartyHit, role: Role, rule: str) -> Participation:
    return Participation(hit.key, role, "explicit", rule, hit.span)


def _doers(prose: Prose, act: Act, hits: Sequence[PartyHit]) -> list[PartyHit]:
    """The parties of the doer's words, which may stand before the act's own ("The Chair is asked to:")."""
    if act.doer is None:
        return []
    found: list[PartyHit] = []
    candidates = hits if act.span.holds(act.doer) else prose.named(act.doer)
    for hit in candidates:
        if not act.doer.holds(hit.span):
            continue
        gap = Span(found[-1].span.end, hit.span.start) if found else Span(0, 0)
        if found and _is_told_twice(prose, found[-1], hit):
            continue
        if found and POSSESSIVE.fullmatch(prose.quote(gap)):
            found[-1] = hit
        elif not found or not _BELONGS.fullmatch(prose.low(gap)):
            found.append(hit)
    return found


def _is_told_twice(prose: Prose, first: PartyHit, second: PartyHit) -> bool:
    """Whether a second name only tells who the first is: a person's post or body, or the holder of a post."""
    gap = prose.low(Span(first.span.end, second.span.start))
    if first.type == "person" and second.type == "post" and _APART.fullmatch(gap):
        return True
    return "person" in (first.type, second.type) and first.type != second.type and bool(_IN_BRACKETS.fullmatch(gap))


def _after_colon(prose: Prose, act: Act, hits: Sequence[PartyHit]) -> list[PartyHit]:
    """The doers whom an act names after its headline: "Pay fairly: the Council and the Trust will pay ..."."""
    if act.doer is not None or act.passive:
        return []
    found: list[PartyHit] = []
    for hit in hits:
        if not found and not _COLON.search(prose.low(Span(act.span.start, hit.span.start))):
            continue
        if found and not LINK.fullmatch(prose.low(Span(found[-1].span.end, hit.span.start))):
            break
        found.append(hit)
    goes_on = prose.low(Span(found[-1].span.end, act.span.end)) if found else ""
    return found if _WILL.match(goes_on) else []


def _without_company(prose: Prose, doers: Sequence[PartyHit]) -> Sequence[PartyHit]:
    """Those who act: in "X, with Y and Z, draw up ..." only X, in "X in consultation with Y" too."""
    for i in range(1, len(doers)):
        if _WITH.search(prose.low(Span(doers[i - 1].span.end, doers[i].span.start))):
            return doers[:i]
    return doers


def _invited(prose: Prose, act: Act, beside: Sequence[PartyHit]) -> list[Participation]:
    """Who is invited to join takes part; who is invited to attend, or asked for something, is consulted."""
    if act.passive and act.verb == "add" and _MAILED.search(prose.low(act.span)):
        return [_explicit(hit, "recipient", "added-to-list") for hit in beside if hit.span.end <= act.verb_span.start]
    if act.passive and act.verb in _TEACHING:
        return [_explicit(hit, "audience", "trained") for hit in beside if hit.span.end <= act.verb_span.start]
    if not (act.passive and act.verb in _INVOLVING):
        return []
    role: Role = "deliverer" if _JOINING.search(prose.low(Span(act.verb_span.start, act.span.end))) else "consulted"
    known = [hit for hit in beside if hit.span.end <= act.verb_span.start]
    return [_explicit(hit, role, "invited") for hit in known or strangers_invited(prose, act)]


def _is_pronoun(prose: Prose, doer: Span) -> bool:
    return prose.low(doer).strip() in ("it", "this", "they", "these", "that")


def _without_doer(prose: Prose, act: Act, hits: Sequence[PartyHit], setting: Setting) -> list[Participation]:
    """Steps 2 to 4 of the ladder: host, then "we" or the board, then nobody."""
    if act.governing not in ("commit", "plan", "propose", "note"):
        host = _host(prose, act, hits)
        if host is not None:
            return [Participation(host.key, "owner", "host", "own-programme", host.span)]
    if act.kind == "report-back" or _REPORTING_GOES_ON.match(prose.low(act.span)) or _comes_by_itself(prose, act):
        return []
    if setting.we is not None:
        return [Participation(setting.we, "owner", "collective", "we", setting.we_span or act.span)]
    if act.doer is not None and not act.passive and act.kind == "undertake" and not _is_pronoun(prose, act.doer):
        # Somebody is named whom we do not know ("the lead officer"): not the board.
        return []
    if setting.body is not None and act.governing in ("agree", "ask", "encourage", "recommend"):
        span = setting.body_span or act.verb_span
        return [Participation(setting.body, "owner", "board", "deciding-board", span)]
    return []


def _comes_by_itself(prose: Prose, act: Act) -> bool:
    """Whether a thing comes or goes by itself ("An annual review will go to the Board"), which names nobody."""
    return act.verb in _COMING and act.doer is not None and prose.low(act.doer) != "we"


def _host(prose: Prose, act: Act, hits: Sequence[PartyHit]) -> PartyHit | None:
    """The body whose own programme or service the verb acts on."""
    start = act.span.start if act.passive else act.verb_span.end
    for hit in hits:
        if hit.span.start < start or hit.type not in ("organisation", "team"):
            continue
        gap = prose.low(Span(start, hit.span.start))
        if len(gap) <= _FAR and not _NOT_ACTED_ON.search(gap) and _OWN_THING.match(prose.text, hit.span.end):
            return hit
    return None


def _reports_back(prose: Prose, act: Act, parts: Sequence[Participation], setting: Setting) -> list[Participation]:
    """The board to whom a report comes back, where its name is left out ("at the next meeting", "report back")."""
    if setting.body is None or any(part.role == "recipient" for part in parts):
        return []
    if act.kind == "ask" and _FOR_REPORT.search(prose.low(act.span)):
        return [Participation(setting.body, "recipient", "board", "report-back", act.verb_span)]
    promised = act.governing in ("commit", "plan", "propose")
    if act.kind == "report-back":
        return [Participation(setting.body, "recipient", "board", "report-back", act.verb_span)]
    words = prose.low(act.span)
    # What partners report on each year they report to everybody, unless a meeting is named.
    reports = act.verb in _REPORTING and not promised and not _MEETING.search(words) and not _IN_REPORT.search(words)
    back = _TO_MEETING.search(words) or (_REPORTS.search(words) if reports else None)
    if back is None or any(part.party == setting.body for part in parts):
        return []
    span = Span(act.span.start + back.start(), act.span.start + back.end())
    return [Participation(setting.body, "recipient", "board", "report-back", span)]


def _distinct(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """Each party once: as owner if at all, else in its first role; the board may also report to itself."""
    kept: list[Participation] = []
    for part in sorted(parts, key=lambda one: one.role != "owner"):
        same = [one for one in kept if one.party == part.party]
        if not same or (part.role == "recipient" and all(one.role == "owner" for one in same)):
            kept.append(part)
    return tuple(kept)
