"""The IRIs of instances, made from stable facts only: document key, printed number, place in the text, reference id."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from graphkit.documents.model import Span
from graphkit.errors import UsageError
from graphkit.graph.vocabulary import BASIS, PLACE, POPULATION, ROLE, STATUS, TOPIC
from graphkit.language.fold import slug

DEFAULT_BASE: Final = "https://example.org/hwb/id/"

# A hyphen is never encoded otherwise, so this stands for no other text.
_EMPTY: Final = "%2D"

# RFC 3986, and RFC 3987 for letters beyond ASCII: nothing that could end an IRI early or start another term.
_BASE = re.compile(
    r"""(?: https?://[\w.\-~:\[\]@]+ (?:/[\w\-.~%!$&'()*+,;=:@/]*)?
          | urn:[a-z0-9][a-z0-9\-]{0,31} (?: :[\w\-.~%!$&'()*+,;=:@/]+)? )
        [/\#:]""",
    re.VERBOSE,
)


def checked_base(base: str) -> str:
    """The base IRI itself, when instance IRIs can be built on it; UsageError otherwise."""
    if not _BASE.fullmatch(base):
        raise UsageError(
            f"base IRI {base!r}: give an absolute http, https or urn IRI that ends in /, # or :, such as {DEFAULT_BASE}"
        )
    return base


def segment(text: str) -> str:
    """One segment of an IRI: all but ASCII letters, digits, "-", "_", "~" and "." percent-encoded as UTF-8.

    One to one, so different keys never meet in one IRI. "." and ".." are encoded too (a path would swallow them), and
    so are the lone surrogates that Python uses for undecodable file names.
    """
    if text.strip(".") == "":
        return text.replace(".", "%2E") or _EMPTY
    return quote(text, safe="", errors="surrogatepass")


def unsegment(text: str) -> str:
    """The text that `segment` encoded."""
    return "" if text == _EMPTY else unquote(text, errors="surrogatepass")


def place_iri(code: str) -> str:
    """The national statistics offices' IRI of an area code."""
    return PLACE + segment(code)


def topic_iri(slug: str) -> str:
    """The topic with this notation."""
    return TOPIC + segment(slug)


def population_iri(slug: str) -> str:
    """The population group with this notation."""
    return POPULATION + segment(slug)


def role_iri(slug: str) -> str:
    """The role with this notation."""
    return ROLE + segment(slug)


def status_iri(slug: str) -> str:
    """The status with this notation."""
    return STATUS + segment(slug)


def basis_iri(slug: str) -> str:
    """The basis with this notation."""
    return BASIS + segment(slug)


@dataclass(frozen=True, slots=True)
class Iris:
    """IRIs under one base; the base is checked when the object is made (UsageError)."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        checked_base(self.base)

    def _join(self, kind: str, *parts: str) -> str:
        return f"{self.base}{kind}/" + "/".join(segment(part) for part in parts)

    def graph(self, name: str) -> str:
        """A graph that belongs to no document: "reference", "ontology", "inferred" or "log"."""
        return self._join("graph", name)

    def document(self, key: str) -> str:
        """A document, which also names its graph."""
        return self._join("document", key)

    def part(self, kind: str, document: str, *parts: str) -> str:
        """Something that one document says: an "action", "priority", "decision", "meeting", "deadline", ..."""
        return self._join(kind, document, *parts)

    def evidence(self, document: str, span: Span) -> str:
        """The characters of one span."""
        return self._join("evidence", document, _place(span))

    def unread(self, document: str, span: Span) -> str:
        """A span that no rule understood."""
        return self._join("unread", document, _place(span))

    def mention(self, document: str, party: str, span: Span) -> str:
        """A place where a document names a party (by the party's key in its findings)."""
        return self._join("mention", document, party, _place(span))

    def body(self, reference_id: str) -> str:
        """A body of the reference list."""
        return self._join("party", reference_id)

    def local_party(self, outcome: str, scope: str, kind: str, label: str) -> str:
        """A party without a reference id, told apart by area (or document), type and label.

        `outcome` "unresolved" gives party/local/..., "ambiguous" party/ambiguous/...: a name that fits several bodies
        is not the same thing as one that fits none.
        """
        name = "local" if outcome == "unresolved" else outcome
        return self._join("party", name, scope, kind, label)

    def inferred(self, digest: str) -> str:
        """An assertion that no paper makes, by a digest of what it links."""
        return self._join("assertion", "inferred", digest)

    def change(self, sequence: int) -> str:
        """One record of the change log."""
        return self._join("change", str(sequence))

    def key_of(self, document_iri: str) -> str:
        """The key that `document` was given."""
        return unsegment(document_iri.removeprefix(f"{self.base}document/"))


_BOARD_WORDS: Final = frozenset(
    {
        "&",
        "a",
        "adults",
        "and",
        "being",
        "board",
        "boards",
        "cabinet",
        "care",
        "children",
        "children's",
        "city",
        "commission",
        "committee",
        "community",
        "council",
        "county",
        "delivery",
        "executive",
        "for",
        "forum",
        "group",
        "health",
        "integrated",
        "integration",
        "joint",
        "local",
        "of",
        "overview",
        "panel",
        "partnership",
        "place",
        "planning",
        "public",
        "safeguarding",
        "safety",
        "scrutiny",
        "service",
        "services",
        "shadow",
        "strategic",
        "the",
        "trust",
        "well-being",
        "wellbeing",
    }
)
"""What any board may be called, whatever its place."""


def scope_of(codes: Iterable[str], document: str, board: str | None = None) -> str:
    """Within which bounds an unresolved name is one and the same.

    The board's area; where that is unknown, the board itself if its name is its own ("Northmere Health and Wellbeing
    Board", not "Health and Wellbeing Board"); else the document alone.
    """
    area = "+".join(sorted(codes))
    if area:
        return area
    own = board is not None and any(word not in _BOARD_WORDS for word in board.casefold().replace("’", "'").split())
    return f"board:{slug(board)}" if board and own else f"document:{document}"


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"
