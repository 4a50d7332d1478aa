"""A paper's title and the date of the meeting it records.

The date is that of this meeting alone: from a line that announces it, never from the body of the text (annotation
guide, "Due"; the minutes of an earlier meeting, a publication date or an event have dates of their own).
"""

import re

from graphkit.documents.model import Block, Document, Span
from graphkit.language.fold import fold
from graphkit.language.times import moments

_ANNOUNCES = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|^\s*(?:date|meeting date|date of (?:the )?meeting|meeting)\s*:"
    r"|\bheld (?:on|in|at|via|by|virtually)\b"
    r"|\b(?:board|committee|partnership|meeting|forum|cabinet)\b.{0,40}[-–,]\s*\d"
    r"|^\s*\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+20\d\d\s*$"
    r"|^(?:agenda|minutes|decisions?)\b.{0,80}\b(?:on|of)\b"
    r"|\bdecisions? (?:published|made)\b"
)
_OTHER = re.compile(
    r"\b(?:next meeting|previous meeting|last meeting|minutes of the (?:previous |last )?(?:meeting|board)"
    r"|future meeting|publi(?:shed|cation)|issued|updated|deadline|by (?:noon|5)|copyright|arising from|date of next)\b"
    r"|©"
)
_FURNITURE = re.compile(
    r"^(?:agenda(?: item)?s?(?: \d+\w?)?|minutes?|agenda and (?:draft )?minutes|agendas?, reports and minutes|items?"
    r"|no\.? item|decisions?|item \d+\w?)\W*$"
)
# Where the head of a paper ends, and a long line that still announces ("Minutes of the meeting held in ... on ...").
_BODY = re.compile(r"^\s*minutes\s*:?\s*$")
_OPENING = re.compile(r"^\s*(?:draft )?(?:minutes|notes?|decisions|record|agenda|item)\b")
_HEAD = 25
# Further down these are the minutes of an earlier meeting, to be agreed.
_OWN_MINUTES = re.compile(r"^\s*(?:draft )?minutes of (?:the|a) (?!previous|last)[^.]{0,200}\bheld\b")
_FIRST = 4
_RAISED = re.compile(r"\^(st|nd|rd|th)\^")


def meeting_date(document: Document) -> tuple[str | None, Span | None]:
    """The meeting's date ("2024-06-12") and its place, or (None, None)."""
    # "5^th^ December": a raised ending, as some converters write it.
    text = _RAISED.sub(r"\1  ", document.text)
    for i, block in enumerate(_head(document)):
        line = fold(document.quote(block.span))
        if _BODY.match(line) and (line.rstrip().endswith(":") or i >= _FIRST):
            break
        if not (_announces(line) or (i < _FIRST and _OWN_MINUTES.match(line))):
            continue
        for moment in moments(text, block.span.start, block.span.end, None):
            if moment.kind == "day" and moment.date and len(moment.date) == 10:
                return moment.date, Span(moment.start, moment.end)
    return None, None


def _announces(line: str) -> bool:
    longest = 300 if _OPENING.match(line) else 130
    return len(line) <= longest and bool(_ANNOUNCES.search(line)) and not _OTHER.search(line)


def title_of(document: Document) -> tuple[str | None, Span | None]:
    """The paper's title: its first heading that is not furniture, else its first short line."""
    heads = [block for block in _head(document) if not _FURNITURE.match(fold(document.quote(block.span)).strip())]
    for block in heads:
        if block.kind == "heading":
            return document.words(block.span), block.span
    for block in heads:
        if block.kind == "paragraph" and len(document.words(block.span)) < 140:
            return document.words(block.span), block.span
    return None, None


def _head(document: Document) -> list[Block]:
    found: list[Block] = []
    for block in document.body():
        if len(found) == _HEAD:
            break
        if block.kind != "cell":
            found.append(block)
    return found
