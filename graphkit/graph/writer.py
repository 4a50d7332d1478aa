"""The pen of one document's graph: every statement goes through it, and every span becomes one Evidence node."""

from pyoxigraph import Literal, NamedNode, Quad

from graphkit.documents.model import Document, Span
from graphkit.errors import RunError
from graphkit.graph.iris import Iris
from graphkit.graph.terms import integer_literal, node, text_literal
from graphkit.graph.vocabulary import Cls, Prop, Reused

CONTEXT = 32
"""Characters of prefix and of suffix kept with a quote (Web Annotation, TextQuoteSelector), to find it again."""


class Writer:
    """Collects the quads of one document."""

    def __init__(self, document: Document, base: str) -> None:
        self.document = document
        self.iris = Iris(base)
        self.subject = self.iris.document(document.key)
        self._graph = node(self.subject)
        self._quads: set[Quad] = set()
        self._quoted: set[Span] = set()

    def part(self, kind: str, *parts: str) -> str:
        """The IRI of something that this document says."""
        return self.iris.part(kind, self.document.key, *parts)

    def types(self, subject: str, *classes: Cls) -> None:
        """Say what a subject is: its class and each hw: class above it."""
        for each in classes:
            self.link(subject, Reused.TYPE, each)

    def link(self, subject: str, predicate: str, target: str) -> None:
        """A statement about two things."""
        self._add(subject, predicate, node(target))

    def text(self, subject: str, predicate: str, value: str | None) -> None:
        """A string, unless there is none."""
        if value is not None:
            self._add(subject, predicate, text_literal(value))

    def integer(self, subject: str, predicate: str, value: int) -> None:
        """A whole number."""
        self._add(subject, predicate, integer_literal(value))

    def literal(self, subject: str, predicate: str, value: Literal | None) -> None:
        """A literal, unless there is none."""
        if value is not None:
            self._add(subject, predicate, value)

    def evidence(self, subject: str, span: Span, predicate: Prop = Prop.EVIDENCE) -> None:
        """Show the words: link the subject to the Evidence node of a span, written once a span.

        Raises RunError for a span that is empty or reaches out of the text: the loader that gave it is wrong.
        """
        quoted = self.iris.evidence(self.document.key, span)
        self.link(subject, predicate, quoted)
        if span not in self._quoted:
            self._quoted.add(span)
            self._quote(quoted, span)

    def _quote(self, quoted: str, span: Span) -> None:
        text = self.document.text
        if not 0 <= span.start < span.end <= len(text):
            raise RunError(
                f"{self.document.path}: the findings quote characters {span.start} to {span.end} of {len(text)}; "
                "mend the loader that read this paper"
            )
        self.types(quoted, Cls.EVIDENCE)
        self.link(quoted, Reused.HAS_SOURCE, self.subject)
        self.text(quoted, Reused.EXACT, text[span.start : span.end])
        self.text(quoted, Reused.PREFIX, text[max(0, span.start - CONTEXT) : span.start])
        self.text(quoted, Reused.SUFFIX, text[span.end : span.end + CONTEXT])
        self.integer(quoted, Reused.START, span.start)
        self.integer(quoted, Reused.END, span.end)

    def _add(self, subject: str, predicate: str, value: NamedNode | Literal) -> None:
        self._quads.add(Quad(node(subject), node(predicate), value, self._graph))

    def quads(self) -> list[Quad]:
        """All statements, in a fixed order."""
        return sorted(self._quads, key=str)
