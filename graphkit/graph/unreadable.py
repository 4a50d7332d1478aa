"""A paper that could not be read: kept in the graph with its reason, so that nothing is lost in silence."""

from pathlib import PurePosixPath

from pyoxigraph import Quad

from graphkit.documents.model import Document
from graphkit.graph.iris import DEFAULT_BASE
from graphkit.graph.vocabulary import Cls, Prop, Reused
from graphkit.graph.writer import Writer

KIND = "unreadable"


def unreadable_quads(key: str, path: str, digest: str, reason: str, base: str = DEFAULT_BASE) -> list[Quad]:
    """The document with kind "unreadable" and one hw:Unread that tells why, sorted, in the document's graph."""
    writer = Writer(Document(key, path, "", "", (), digest), base)
    writer.types(writer.subject, Cls.DOCUMENT)
    writer.text(writer.subject, Reused.TITLE, PurePosixPath(path).name)
    writer.text(writer.subject, Prop.PATH, path)
    writer.text(writer.subject, Prop.KIND, KIND)
    writer.text(writer.subject, Prop.WHY_KIND, "it could not be read")
    writer.text(writer.subject, Prop.DIGEST, digest or None)
    unread = writer.part("unread", "file")
    writer.types(unread, Cls.UNREAD)
    writer.link(unread, Prop.RECORDED_IN, writer.subject)
    writer.text(unread, Prop.REASON, reason)
    return writer.quads()
