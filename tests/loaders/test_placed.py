import dataclasses

from graphkit.documents.model import Span
from graphkit.language.tag import Tag
from graphkit.loaders.findings import Action, Due, Findings, Participation, Party, Priority, Unread
from graphkit.loaders.placed import placed

AT = Span(1, 2)


def back(span: Span) -> Span:
    return Span(span.start + 10, span.end + 20)


def spans_in(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for one in value for span in spans_in(one)]
    if dataclasses.is_dataclass(value):
        return [span for field in dataclasses.fields(value) for span in spans_in(getattr(value, field.name))]
    return []


def test_every_span_is_moved_once_and_nothing_else_changes() -> None:
    action = Action(
        "1", AT, "open a hub", "agreed", "r", 0.9, stem=AT, due=Due("March", None, "2025-03", AT),
        topics=(Tag("housing", "explicit", AT),),
        participations=(Participation("p", "owner", "explicit", "r", span=AT, confidence=0.9),),
    )  # fmt: skip
    findings = Findings(
        "minutes", "why", title_span=AT, date_span=AT, parties=(Party("p", "P", ("P",), "board", (AT, AT)),),
        priorities=(Priority("k", "K", AT),), actions=(action,), unread=(Unread(AT, "reason"),),
    )  # fmt: skip
    moved = placed(findings, back)
    assert spans_in(findings) == [AT] * 11
    assert spans_in(moved) == [back(AT)] * 11
    assert placed(moved, lambda _: AT) == findings
