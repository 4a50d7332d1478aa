"""The reference graph: what the lists say of the bodies, posts and places that papers name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from graphkit.graph.iris import DEFAULT_BASE, Iris, place_iri, unsegment
from graphkit.graph.terms import node, text_literal
from graphkit.graph.vocabulary import PARTY_CLASSES, PLACE, Cls, Prop, Reused
from graphkit.identity.codes import codes_of
from graphkit.language.fold import slug

if TYPE_CHECKING:
    from graphkit.graph.store import Store
    from graphkit.identity import Organisation, Reference

_POST: Final = "post:"
_BOARDS: Final = frozenset({"health-and-wellbeing-board"})


def row_of(identity: str) -> str:
    """The reference row behind a party's id: that of a post ("post:...@council") is its council's."""
    return identity.rpartition("@")[2]


def post_of(identity: str) -> str | None:
    """The slug of the post in a post's id, or None for the id of a body."""
    return identity.removeprefix(_POST).rpartition("@")[0] if identity.startswith(_POST) else None


def named_ids(store: "Store") -> frozenset[str]:
    """The reference ids of the parties, and the codes of the places, that the documents of a store name."""
    reference = node(store.iris.graph("reference"))
    ids = (
        quad.object.value
        for quad in store.select_quads(predicate=Prop.REFERENCE_ID)
        if quad.graph_name != reference and isinstance(quad.object, Literal)
    )
    codes = (
        unsegment(quad.object.value.removeprefix(PLACE))
        for predicate in (Prop.PLACE, Prop.AREA)
        for quad in store.select_quads(predicate=predicate)
        if quad.graph_name != reference and isinstance(quad.object, NamedNode)
    )
    return frozenset((*ids, *codes))


def reference_quads(ids: Iterable[str], reference: "Reference", base: str = DEFAULT_BASE) -> list[Quad]:
    """What the lists say of the given bodies, posts ("post:...@council") and place codes, in `{base}graph/reference`.

    Bodies that they belong to, and those that took over from them, come along, so that no link leads nowhere. Ids that
    the lists do not hold are passed over: their papers tell of them.
    """
    pages = _Pages(reference, base)
    for identity in sorted(set(ids)):
        if identity in reference.places:
            pages.place(identity)
        elif row_of(identity) in reference.organisations:
            pages.body(row_of(identity))
            if post := post_of(identity):
                pages.post(identity, post)
    pages.link_bodies()
    return pages.quads()


class _Pages:
    """Collects the quads of the reference graph."""

    def __init__(self, reference: "Reference", base: str) -> None:
        self._reference = reference
        self._iris = Iris(base)
        self._graph = node(self._iris.graph("reference"))
        self._quads: set[Quad] = set()
        self._bodies: set[str] = set()
        self._places: set[str] = set()

    def body(self, identity: str) -> None:
        """A body with what it belongs to and what became of it."""
        waiting = [identity]
        while waiting:
            each = waiting.pop()
            body = self._reference.organisations.get(each)
            if body is not None and each not in self._bodies:
                self._bodies.add(each)
                self._write_body(body)
                waiting += [*body.part_of, *body.successors]

    def _write_body(self, body: "Organisation") -> None:
        subject = self._iris.body(body.id)
        kind = "board" if body.type in _BOARDS else "organisation"
        self._write_party(subject, kind, body.id, body.name)
        for scheme, code in codes_of(self._reference, body.id):
            self._text(subject, Reused.IDENTIFIER, f"{scheme}:{code}")
        for code in body.places:
            if code in self._reference.places:
                self._link(subject, Prop.AREA, place_iri(code))
                self.place(code)

    def post(self, identity: str, post: str) -> None:
        """A post of a council."""
        subject = self._iris.body(identity)
        names = (role.normal for role in self._reference.roles if role.type == "post" and slug(role.normal) == post)
        self._write_party(subject, "post", identity, next(names, post))
        self._link(subject, Reused.POST_IN, self._iris.body(row_of(identity)))

    def _write_party(self, subject: str, kind: str, identity: str, label: str) -> None:
        for each in PARTY_CLASSES[kind]:
            self._link(subject, Reused.TYPE, each)
        self._text(subject, Reused.PREF_LABEL, label)
        self._text(subject, Prop.PARTY_TYPE, kind)
        self._text(subject, Prop.REFERENCE_ID, identity)
        self._text(subject, Prop.OUTCOME, "resolved")

    def place(self, code: str) -> None:
        """A place by its code."""
        if code not in self._places:
            self._places.add(code)
            subject = place_iri(code)
            self._link(subject, Reused.TYPE, Cls.PLACE)
            self._text(subject, Reused.PREF_LABEL, self._reference.places[code].name)
            self._text(subject, Prop.GSS, code)

    def link_bodies(self) -> None:
        """How the bodies written follow and contain one another."""
        for identity in self._bodies:
            body = self._reference.organisations[identity]
            for later in self._bodies.intersection(body.successors):
                self._link(self._iris.body(later), Prop.RESULTED_FROM, self._iris.body(identity))
            for whole in self._bodies.intersection(body.part_of):
                self._link(self._iris.body(identity), Reused.UNIT_OF, self._iris.body(whole))

    def _link(self, subject: str, predicate: str, target: str) -> None:
        self._quads.add(Quad(node(subject), node(predicate), node(target), self._graph))

    def _text(self, subject: str, predicate: str, value: str) -> None:
        self._quads.add(Quad(node(subject), node(predicate), text_literal(value), self._graph))

    def quads(self) -> list[Quad]:
        """All statements, in a fixed order."""
        return sorted(self._quads, key=str)
