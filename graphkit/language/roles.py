"""Who takes part in an action, and in which role: the owner ladder and the cues beside each name.

The ladder is the annotation guide's ("Owner ladder"): an explicit doer; a named body whose own programme the verb acts on;
the deciding board; nobody. It stops at the first that applies. A party inside an "including ..." or "such as ..." phrase
never becomes owner. The cues are data (`data/roles.yaml`), tried in order on the words right before or after a name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import re
import yaml

from graphkit import resources
from graphkit.documents.model import Span
from graphkit.language.acts import Act
from graphkit.language.fold import fold
from graphkit.language.heads import Hit

Basis = Literal["explicit", "host", "board", "collective", "inherited"]


class Part(NamedTuple):
    """A party's part in an action, as read: key, role, basis, rule, confidence (0 to 1), and the words that show it."""

    party: str
    role: str
    basis: Basis
    rule: str
    confidence: float
    span: Span


class Cue(NamedTuple):
    """A rule of `roles.yaml`, compiled."""

    rule: str
    role: str
    confidence: float
    pattern: "re.Pattern[str]"
    needs: "re.Pattern[str] | None"
    types: frozenset[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around the clause: the deciding body and the words for it, and the commitment's "we", if there is one."""

    body: str | None = None
    body_span: Span | None = None
    we: str | None = None
    we_span: Span | None = None


_LINK = re.compile(
    r"[\s,;&/]*(?:\b(?:and|or|the|a|an|both|its|their|our|all|other|local|with|also|as well as|each of)\b[\s,;&/]*)*"
)
_FILLER = r"(?:\s*(?:the|a|an|all|its|their|our|his|her|local|both|each|every|other|key|relevant|wider|existing|any|of|new|more|front-?line|area's)\b)*\s*[\"“(]?\s*"
_EXAMPLE = re.compile(
    r"\b(?:including|such as|starting with|beginning with|e\.?g\.?|for example|especially|particularly|in particular)\b[^;.]*$"
)
_OWN_THING = re.compile(
    r"(?:['’]s?)?\s*(?:\([A-Z&]{2,8}\)\s*)?(?:[\"“‘'][^\"”’']{2,60}[\"”’']\s*)?(?:(?!and\b|or\b|to\b|with\b|by\b|for\b|in\b|on\b)[\w&'’-]+\s+){0,6}?"
    r"(?:programme|project|pilot|scheme|service|grant|campaign|initiative|tool|offer|app|hub|course|helpline|fund|clinic|centre|pathway|"
    r"directory|website|model|framework|contract|budget|policy|strategy)s?\b"
)
_BLOCKS = re.compile(
    r"\b(?:with|by|to|from|between|for|on|against|about|at|through|via|including|such|starting|involving|into|within)\b"
)
_REPORTING = frozenset({"report", "feedback", "bring", "present", "submit", "provide", "receive", "request"})
_REPORTS = re.compile(r"\b(?:report|feedback|update|paper|evaluation|progress report|monitoring report)s?\b")
_MEETING = re.compile(
    r"\b(?:to|at|for|before)\s+(?:the|its|a|our|each|every)\s+(?:meeting|(?:board['’]?s?\s+)?(?:next|future|following|subsequent|same|[a-z]+ 20\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|first|second)(?:\s+(?:board|formal|full|committee))?"
    r"(?:\s+(?:20\d\d|second))?\s*meeting)|\breport(?:s|ed|ing)? back\b|\bfeed(?:ing|s)?[- ]?back\b(?! to)|\bbrought back\b|\bcome back\b"
)


def parts_of(
    text: str,
    act: Act,
    hits: Sequence[Hit],
    setting: Setting,
    named: Iterable[Hit] = (),
    doers: Sequence[Hit] | None = None,
) -> tuple[Part, ...]:
    """The parts that parties take in an act.

    `hits` are the parties named in the act's span, in order; `named` those whom an action line or a lead cell makes
    owners; `doers` those named in the doer's words where these stand outside the span. Each party appears once a role.
    """
    parts = [Part(hit.key, "owner", "explicit", "action-line", 0.95, hit.span) for hit in named]
    inside = _inside(text, hits if doers is None else doers, act.doer)
    beside = [hit for hit in hits if hit not in inside]
    doers = [hit for hit in inside if hit not in _companions(text, inside, act)]
    parts += [
        Part(hit.key, "deliverer", "explicit", "together-with", 0.8, hit.span) for hit in inside if hit not in doers
    ]
    if act.passive and act.verb in _INVOLVING:
        subject = [hit for hit in beside if hit.span.end <= act.verb_span.start]
        parts += [Part(hit.key, _invited_role(text, act), "explicit", "invited", 0.8, hit.span) for hit in subject]
    if not parts:
        parts += [Part(hit.key, "owner", "explicit", _doer_rule(act), 0.95, hit.span) for hit in doers]
    else:
        parts += [Part(hit.key, "deliverer", "explicit", "doer-beside-lead", 0.6, hit.span) for hit in doers if named]
    parts += _by_cues(text, act, beside, has_owner=bool(parts))
    owned = any(part.role == "owner" for part in parts)
    if not owned:
        parts += _without_doer(text, act, hits, setting)
    parts += _report_back(text, act, parts, setting)
    return _distinct(parts)


_POSSESSIVE = re.compile(r"['’]s?\s+(?:own\s+)?")
_INVOLVING = frozenset({"invite", "involve", "include", "engage", "approach", "consult", "ask"})
_JOINING = re.compile(r"\b(?:join|become|be (?:a )?member|involved|included|part of|engaged)\b")
_WITH = re.compile(r"\b(?:with|alongside)\s+(?:the |its )?$")


def _companions(text: str, hits: Sequence[Hit], act: Act) -> list[Hit]:
    """Those named in "X, with Y and Z, draw up ...": they help, X acts."""
    for i, hit in enumerate(hits):
        if i and act.doer is not None and _WITH.search(fold(text[hits[i - 1].span.end : hit.span.start])):
            return list(hits[i:])
    return []


def _invited_role(text: str, act: Act) -> str:
    """Who is invited to join takes part; who is invited to attend or asked for something is consulted."""
    return "deliverer" if _JOINING.search(fold(text[act.verb_span.start : act.span.end])) else "consulted"


_BELONGS = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:on|of|in|at|from|within|for|representing)\s+(?:the |our |its )?")


def _inside(text: str, hits: Sequence[Hit], span: Span | None) -> list[Hit]:
    """The parties of a doer's words; in "partners on the Board" or "leads of the Council" only the first."""
    found: list[Hit] = []
    for hit in hits:
        if span is None or not span.holds(hit.span):
            continue
        if found and _POSSESSIVE.fullmatch(text[found[-1].span.end : hit.span.start]):
            found[-1] = hit
            continue
        if found and _BELONGS.fullmatch(fold(text[found[-1].span.end : hit.span.start])):
            continue
        found.append(hit)
    return found


_TAIL = re.compile(
    r"^[\s(–—-]*(?:lead|leads|owner|action|by|led by|responsible|lead partner|sponsor)?\s*[:–—-]*\s*$"
)


def tail_parts(text: str, tail: Span, hits: Sequence[Hit]) -> list[Part]:
    """The parts named after an act's own words: "... Lead: the Council, with Healthwatch" or "... - Suffolk Trust"."""
    found: list[Part] = []
    previous: Part | None = None
    at = tail.start
    for hit in hits:
        gap = fold(text[at : hit.span.start])
        after = fold(text[hit.span.end : hit.span.end + 40])
        follows = next((one for one in cues("after") if one.pattern.match(after)), None)
        if follows is not None:
            part: Part | None = Part(hit.key, follows.role, "explicit", follows.rule, follows.confidence, hit.span)
        elif previous is not None and _LINK.fullmatch(gap):
            part = previous._replace(party=hit.key, span=hit.span)
        elif previous is None and _TAIL.match(gap):
            part = Part(hit.key, "owner", "explicit", "lead-label", 0.95, hit.span)
        else:
            cue = next((one for one in cues("before") if one.pattern.search(gap)), None)
            part = Part(hit.key, cue.role, "explicit", cue.rule, cue.confidence, hit.span) if cue else None
        if part is not None:
            found.append(part)
        previous, at = part, hit.span.end
    return found


def _doer_rule(act: Act) -> str:
    return {"ask": "asked-to", "delegate": "delegated-to"}.get(act.kind, "subject")


def _by_cues(text: str, act: Act, hits: Sequence[Hit], *, has_owner: bool) -> list[Part]:
    found: list[Part] = []
    previous: Hit | None = None
    last: Part | None = None
    for hit in hits:
        start = previous.span.end if previous else act.span.start
        gap = text[start : hit.span.start] if hit.span.start > start else ""
        if last is not None and _POSSESSIVE.fullmatch(gap):
            # "the Council's Migration team": the team takes the part, not the council it belongs to.
            last = found[-1] = last._replace(party=hit.key, span=hit.span)
            previous = hit
            continue
        linked = previous is not None and last is not None and bool(_LINK.fullmatch(fold(gap)))
        part = (
            last and last._replace(party=hit.key, span=hit.span) if linked else _cued(text, act, hit, start, has_owner)
        )
        if part is not None:
            found.append(part)
        previous, last = hit, part
    return found


def _cued(text: str, act: Act, hit: Hit, start: int, has_owner: bool) -> Part | None:
    before = fold(text[min(start, hit.span.start) : hit.span.start])
    after = fold(text[hit.span.end : min(hit.span.end + 40, len(text))])
    so_far = fold(text[act.span.start : hit.span.start])
    for cue in cues("after"):
        if cue.pattern.match(after) and not (cue.role == "owner" and _EXAMPLE.search(so_far)):
            return Part(hit.key, cue.role, "explicit", cue.rule, cue.confidence, hit.span)
    for cue in cues("before"):
        if (cue.types and hit.type not in cue.types) or (
            hit.type == "person" and cue.role not in ("owner", "recipient", "consulted")
        ):
            continue
        if not cue.pattern.search(before) or (cue.needs and not cue.needs.search(so_far + " " + act.verb)):
            continue
        if cue.role == "owner" and (_EXAMPLE.search(so_far) or has_owner):
            return Part(hit.key, "deliverer", "explicit", cue.rule, 0.6, hit.span)
        return Part(hit.key, cue.role, "explicit", cue.rule, cue.confidence, hit.span)
    by = re.search(r"\bby" + _FILLER + "$", before)
    if by and act.passive and not has_owner and not _EXAMPLE.search(so_far):
        return Part(hit.key, "owner", "explicit", "passive-by", 0.95, hit.span)
    if by and not act.passive and not has_owner and re.search(r"\bby" + _FILLER + "$", before):
        return Part(hit.key, "owner", "explicit", "done-by", 0.85, hit.span)
    return None


def _without_doer(text: str, act: Act, hits: Sequence[Hit], setting: Setting) -> list[Part]:
    """Steps 2 to 4 of the ladder: host, then "we" or the board, then nobody."""
    if act.governing not in ("commit", "plan", "propose", "note"):
        host = _host(text, act, hits)
        if host is not None:
            return [Part(host.key, "owner", "host", "own-programme", 0.7, host.span)]
    if act.kind == "report-back":
        return []
    if setting.we is not None:
        return [Part(setting.we, "owner", "collective", "we", 0.6, setting.we_span or act.span)]
    if setting.body is not None and act.governing in ("agree", "ask", "encourage", "recommend"):
        span = setting.body_span or act.verb_span
        return [Part(setting.body, "owner", "board", "deciding-board", 0.5, span)]
    return []


def _host(text: str, act: Act, hits: Sequence[Hit]) -> Hit | None:
    start = act.span.start if act.passive else act.verb_span.end
    for hit in hits:
        if hit.span.start < start or hit.type not in ("organisation", "team"):
            continue
        gap = fold(text[start : hit.span.start])
        if len(gap) > 110 or re.search(
            r"\b(?:with|by|to|from|between|for|against|through|including|starting|involving)\b", gap
        ):
            continue
        if _OWN_THING.match(text[hit.span.end : hit.span.end + 120]):
            return hit
    return None


def _report_back(text: str, act: Act, parts: Sequence[Part], setting: Setting) -> list[Part]:
    """The board to whom a report comes back, where its name is left out ("at the next meeting", "report back")."""
    if setting.body is None or any(part.role == "recipient" for part in parts):
        return []
    words = fold(text[act.span.start : act.span.end])
    back = _MEETING.search(words) or (_REPORTS.search(words) if act.verb in _REPORTING else None)
    if act.kind == "report-back":
        return [Part(setting.body, "recipient", "board", "report-back", 0.4, act.verb_span)]
    if back is not None and not any(part.party == setting.body for part in parts):
        span = Span(act.span.start + back.start(), act.span.start + back.end())
        return [Part(setting.body, "recipient", "board", "report-back", 0.4, span)]
    return []


def _distinct(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Each party once: as owner if at all, else in its first role; a recipient may also own (the board reports to itself)."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda one: one.role != "owner"):
        same = [one for one in kept if one.party == part.party]
        if not same or (part.role == "recipient" and all(one.role == "owner" for one in same)):
            kept.append(part)
    return tuple(kept)


@cache
def cues(place: str) -> tuple[Cue, ...]:
    """The rules of one place ("before", "after") in order."""
    table = yaml.safe_load((resources.LANGUAGE / "roles.yaml").read_text(encoding="utf-8"))
    found = []
    for row in table[place]:
        source = rf"\b(?:{row['cue']}){_FILLER}$" if place == "before" else row["cue"]
        needs = re.compile(rf"\b(?:{row['needs']})") if "needs" in row else None
        found.append(Cue(row["rule"], row["role"], row["confidence"], re.compile(source), needs, frozenset(row.get("types", ())),
                         tuple(row["examples"])))  # fmt: skip
    return tuple(found)


Within = Callable[[Span], Sequence[Hit]]
