"""Priorities, and the tags that say what a priority or an action is about."""

from hashlib import sha256

from graphkit.graph.iris import basis_iri, population_iri, topic_iri
from graphkit.graph.keys import Keys, in_order
from graphkit.graph.vocabulary import Cls, Prop, Reused
from graphkit.graph.writer import Writer
from graphkit.loaders.findings import Findings, Tag


def write_priorities(writer: Writer, findings: Findings, keys: Keys) -> None:
    """Write the priorities of a paper; a strategy's hang on its Strategy node."""
    for order, priority in in_order(findings.priorities):
        subject = writer.part("priority", priority.key)
        writer.types(subject, Cls.PRIORITY)
        writer.text(subject, Reused.PREF_LABEL, priority.label)
        writer.link(subject, Prop.RECORDED_IN, writer.subject)
        writer.integer(subject, Prop.ORDER, order)
        writer.evidence(subject, priority.span)
        if priority.parent is not None:
            writer.link(subject, Prop.SUB_PRIORITY_OF, writer.part("priority", keys.priority(priority.parent)))
        if findings.kind != "minutes":
            writer.link(writer.part("strategy"), Prop.HAS_PRIORITY, subject)
        for tag in priority.topics:
            write_tag(writer, subject, f"priority-{priority.key}", Reused.CONCEPT, tag)


def write_tag(writer: Writer, subject: str, key: str, predicate: Reused | Prop, tag: Tag) -> None:
    """Write a concept twice: as the direct edge, and as a Tagging that keeps the basis and the words."""
    concept = topic_iri(tag.slug) if predicate is Reused.CONCEPT else population_iri(tag.slug)
    tagging = writer.part("tagging", key, content_key(predicate, tag.slug, tag.basis, *tag.span))
    writer.link(subject, predicate, concept)
    writer.types(tagging, Cls.TAGGING, Cls.ASSERTION)
    writer.link(tagging, Prop.SUBJECT, subject)
    writer.link(tagging, Prop.PREDICATE, predicate)
    writer.link(tagging, Prop.OBJECT, concept)
    writer.link(tagging, Prop.BASIS, basis_iri(tag.basis))
    writer.evidence(tagging, tag.span)


def content_key(*parts: object) -> str:
    """A short key made from content alone (48 bits of SHA-256): used below a key that is unique already."""
    return sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
