"""What has to change in a server to make it hold a projection."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.cypher.model import BASE_LABEL, Key, Node, Projection, Relationship
from graphkit.graph.rows import Rows


@dataclass(frozen=True, slots=True)
class Held:
    """A node or relationship of ours in the server: its hash, its labels (or its type), a relationship's element id."""

    hash: str
    names: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """All that is ours in the server; the sequence last applied (None before the first), and how many applies began."""

    nodes: Mapping[str, Held]
    relationships: Mapping[Key, Held]
    sequence: int | None = None
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes by label, and relationships by type; a node counts under each of its labels but `Resource`."""

    nodes: int
    relationships: int
    by_label: Mapping[str, int]
    by_type: Mapping[str, int]

    def __str__(self) -> str:
        return f"{self.nodes} nodes and {self.relationships} relationships"


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps from a server's state to a projection.

    They are right for that state only: `before` is the sequence that the server was at and `attempt` the number of
    applies that had begun. A relationship that changes comes with its element id.
    """

    sequence: int
    before: int | None
    attempt: int
    new_nodes: tuple[Node, ...]
    changed_nodes: tuple[Node, ...]
    dropped_labels: Mapping[str, tuple[str, ...]]
    gone_nodes: Mapping[str, Held]
    new_relationships: tuple[Relationship, ...]
    changed_relationships: tuple[tuple[str, Relationship], ...]
    gone_relationships: Mapping[Key, Held]

    @property
    def empty(self) -> bool:
        """Whether the server holds just this graph already."""
        changes = (self.created, self.changed, self.deleted)
        return not any(counts.nodes or counts.relationships for counts in changes)

    @property
    def created(self) -> Counts:
        """What is not there yet."""
        return _counts((node.labels for node in self.new_nodes), (link.type for link in self.new_relationships))

    @property
    def changed(self) -> Counts:
        """What is there with other labels or properties."""
        nodes, links = self.changed_nodes, self.changed_relationships
        return _counts((node.labels for node in nodes), (link.type for _, link in links))

    @property
    def deleted(self) -> Counts:
        """What is there and no longer in the graph."""
        held, links = self.gone_nodes.values(), self.gone_relationships.values()
        return _counts((node.names for node in held), (link.names[0] for link in links))

    def __str__(self) -> str:
        if self.empty:
            return "nothing to change"
        return f"create {self.created}; change {self.changed}; delete {self.deleted}"

    def table(self) -> Rows:
        """The counts one by one: change (create, change, delete), kind (label, type), name and count."""
        changes = (("create", self.created), ("change", self.changed), ("delete", self.deleted))
        kinds = (
            (change, kind, names)
            for change, counts in changes
            for kind, names in (("label", counts.by_label), ("type", counts.by_type))
        )
        rows = ((change, kind, name, number) for change, kind, names in kinds for name, number in names.items())
        return Rows(("change", "kind", "name", "count"), tuple(rows))


def plan(projection: Projection, state: State, sequence: int) -> Plan:
    """The least that has to be done."""
    nodes, links = projection.nodes, projection.relationships
    changed = [node for iri, node in nodes.items() if iri in state.nodes and state.nodes[iri].hash != node.hash]
    dropped = {node.iri: tuple(sorted(set(state.nodes[node.iri].names) - set(node.labels))) for node in changed}
    return Plan(
        sequence=sequence,
        before=state.sequence,
        attempt=state.attempt,
        new_nodes=tuple(node for iri, node in nodes.items() if iri not in state.nodes),
        changed_nodes=tuple(changed),
        dropped_labels={iri: labels for iri, labels in dropped.items() if labels},
        gone_nodes={iri: held for iri, held in state.nodes.items() if iri not in nodes},
        new_relationships=tuple(link for key, link in links.items() if key not in state.relationships),
        changed_relationships=tuple(
            (state.relationships[key].id, link)
            for key, link in links.items()
            if key in state.relationships and state.relationships[key].hash != link.hash
        ),
        gone_relationships={key: held for key, held in state.relationships.items() if key not in links},
    )


def _counts(labels: Iterable[tuple[str, ...]], types: Iterable[str]) -> Counts:
    several, names = list(labels), list(types)
    by_label = Counter(label for labels_of_one in several for label in labels_of_one if label != BASE_LABEL)
    return Counts(len(several), len(names), dict(sorted(by_label.items())), dict(sorted(Counter(names).items())))
