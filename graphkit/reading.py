"""One paper from file to identified findings, and its findings as JSON or text."""

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from graphkit import documents, resources
from graphkit.documents.model import Document, Span
from graphkit.identity import Identified, Identifier, reference
from graphkit.language.gazetteer import Gazetteer
from graphkit.loaders.findings import Action, Findings, Participation, Party
from graphkit.loaders.registry import Context, read_findings
from graphkit.loaders.source import Source


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that has been read: its text, and what it says with the bodies named."""

    document: Document
    identified: Identified

    @property
    def findings(self) -> Findings:
        """What it says."""
        return self.identified.findings


@cache
def _context() -> Context:
    return Context(Gazetteer.load(resources.REFERENCE))


@cache
def _identifier() -> Identifier:
    return Identifier(reference())


def read_paper(path: Path, key: str | None = None, kind: str | None = None, shown: str | None = None) -> Paper:
    """Reads one file; `shown` is the path that its facts name instead of the one it was read from.

    Raises:
        UnknownFormat: no reader knows this kind of file.
        UnreadableFile: the file is empty, too large, or not what it claims to be.
        UsageError: there is no such file, or no loader named `kind`.
    """
    document = documents.read(path, key)
    if shown is not None:
        document = replace(document, path=shown)
    findings = read_findings(document, _context(), kind)
    return Paper(document, _identifier().identify(findings, document))


def source_of(document: Document) -> Source:
    """The document with everybody who is named in it, as a loader reads it."""
    return Source.of(document, _context())


def as_json(paper: Paper) -> str:
    """The findings in the form of `graphkit extract --format json`; spans count code points of the paper's text."""
    return json.dumps(as_dict(paper), ensure_ascii=False, indent=2) + "\n"


def as_dict(paper: Paper) -> dict[str, Any]:
    """The findings as plain dictionaries and lists."""
    document, findings = paper.document, paper.findings
    parties = {party.key: party for party in findings.parties}
    body = parties[findings.body].names if findings.body in parties else ()
    labels = {priority.key: priority.label for priority in findings.priorities}
    refs = {action.key: action.ref or action.key for action in findings.actions}
    return {
        "document": {
            "path": document.path,
            "kind": findings.kind,
            "title": findings.title,
            "body": list(body),
            "date": findings.date,
            "area": list(paper.identified.area.codes) if paper.identified.area else [],
            "why_kind": findings.why_kind,
        },
        "priorities": [
            {"label": one.label, "parent": labels.get(one.parent or ""), "span": list(one.span)}
            for one in findings.priorities
        ],
        "actions": [_action(document, one, parties, labels, refs) for one in findings.actions],
        "partners": [_party(one) for one in findings.parties if one.partner],
        "decisions": [
            {"ref": one.ref, "text": one.text, "stage": one.stage, "act": one.act, "span": list(one.span)}
            for one in findings.decisions
        ],
        "unread": [
            {"text": document.words(one.span)[:200], "reason": one.reason, "span": list(one.span)}
            for one in findings.unread
        ],
    }


def _action(
    document: Document, action: Action, parties: dict[str, Party], labels: dict[str, str], refs: dict[str, str]
) -> dict[str, Any]:
    due = action.due and {"text": action.due.text, "offset": action.due.offset, "date": action.due.date}
    return {
        "ref": action.ref,
        "parent": refs.get(action.parent or ""),
        "text": action.text,
        "span": list(action.span),
        "status": action.status,
        "partners": [_participation(one, parties[one.party]) for one in action.participations if one.party in parties],
        "topics": [tag.slug for tag in action.topics],
        "populations": [tag.slug for tag in action.populations],
        "due": due or None,
        "recurrence": action.recurrence,
        "priority": labels.get(action.priority or ""),
        "rule": action.rule,
        "confidence": action.confidence,
        "progress": action.progress,
        "stem": document.words(action.stem) if action.stem else None,
    }


def _participation(part: Participation, party: Party) -> dict[str, Any]:
    return {
        "label": party.label,
        "names": list(party.names),
        "type": party.type,
        "role": part.role,
        "basis": part.basis,
        "confidence": part.confidence,
        "rule": part.rule,
        "span": list(part.span),
        "id": party.id,
    }


def _party(party: Party) -> dict[str, Any]:
    return {
        "label": party.label,
        "names": list(party.names),
        "type": party.type,
        "id": party.id,
        "outcome": party.outcome,
        "spans": [list(span) for span in party.spans],
    }


def as_text(paper: Paper) -> str:
    """The findings for a person to read beside the paper."""
    document, findings = paper.document, paper.findings
    parties = {party.key: party for party in findings.parties}
    body = parties[findings.body].label if findings.body in parties else "no deciding body found"
    lines = [
        f"{findings.title or document.path}",
        f"  {findings.kind}, because {findings.why_kind}; {body}; {findings.date or 'undated'}",
        "",
    ]
    lines += [f"priority  {one.label}" for one in findings.priorities]
    for action in findings.actions:
        lines.append(f"{action.ref or '-':<6} {action.status:<11} {action.text}")
        lines += [
            _part_line(document, part, parties[part.party]) for part in action.participations if part.party in parties
        ]
        about = [tag.slug for tag in (*action.topics, *action.populations)]
        lines += [f"       about: {', '.join(about)}"] if about else []
        lines += (
            [f"       due: {action.due.text} ({action.due.date or action.due.offset or 'no date'})"]
            if action.due
            else []
        )
    lines += [f"not understood: {document.words(one.span)[:120]} ({one.reason})" for one in findings.unread]
    counts = f"{len(findings.actions)} actions, {len(findings.priorities)} priorities, {len(findings.parties)} parties"
    return "\n".join([*lines, "", counts]) + "\n"


def _part_line(document: Document, part: Participation, party: Party) -> str:
    """One part with the words that show it, at most 120 characters of them."""
    words = document.words(Span(part.span.start, min(part.span.end, part.span.start + 120)))
    return f"       {part.role}: {party.label} ({part.basis}, {part.rule}, {part.confidence:.2f}) “{words}”"
