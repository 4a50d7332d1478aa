from hypothesis import given
from hypothesis import strategies as st

from graphkit.cypher.model import Key, Node, Projection, Relationship
from graphkit.cypher.plan import Held, State, plan

IRIS = st.sampled_from(["urn:a", "urn:b", "urn:c"])
NODES = st.dictionaries(IRIS, st.tuples(st.sampled_from([("Resource",), ("Resource", "Topic")]), st.integers(0, 2)))
KEYS = st.builds(Key, IRIS, st.sampled_from(["urn:p", "urn:q"]), IRIS)
LINKS = st.dictionaries(KEYS, st.integers(0, 2))
GRAPHS = st.builds(
    lambda nodes, links: Projection(
        {iri: Node(iri, labels, {"iri": iri, "x": x}) for iri, (labels, x) in nodes.items()},
        {key: Relationship(key, key.predicate[-1].upper(), {"x": x}) for key, x in links.items()},
    ),
    NODES,
    LINKS,
)


def held(projection: Projection) -> State:
    nodes = {iri: Held(node.hash, node.labels) for iri, node in projection.nodes.items()}
    links = {key: Held(link.hash, (link.type,)) for key, link in projection.relationships.items()}
    return State(nodes, links, 1)


@given(GRAPHS)
def test_a_graph_that_is_there_needs_nothing(projection: Projection) -> None:
    steps = plan(projection, held(projection), 2)
    assert steps.empty
    assert str(steps) == "nothing to change"
    assert len(steps.table()) == 0


@given(GRAPHS, GRAPHS)
def test_a_plan_leads_from_one_graph_to_another(old: Projection, new: Projection) -> None:
    steps = plan(new, held(old), 2)
    nodes: dict[str, str] = {iri: node.hash for iri, node in old.nodes.items() if iri not in steps.gone_nodes}
    nodes |= {node.iri: node.hash for node in steps.new_nodes + steps.changed_nodes}
    assert nodes == {iri: node.hash for iri, node in new.nodes.items()}
    changed = [link for _, link in steps.changed_relationships]
    links = {key: link.hash for key, link in old.relationships.items() if key not in steps.gone_relationships}
    links |= {link.key: link.hash for link in (*steps.new_relationships, *changed)}
    assert links == {key: link.hash for key, link in new.relationships.items()}


@given(GRAPHS, GRAPHS)
def test_labels_that_a_node_loses_are_dropped(old: Projection, new: Projection) -> None:
    steps = plan(new, held(old), 2)
    for node in steps.changed_nodes:
        kept = set(old.nodes[node.iri].labels) - set(steps.dropped_labels.get(node.iri, ()))
        assert kept <= set(node.labels)


def test_counts_are_by_label_and_type() -> None:
    key = Key("urn:a", "urn:p", "urn:b")
    nodes = {iri: Node(iri, ("Commitment", "Action", "Resource"), {"iri": iri}) for iri in ("urn:a", "urn:b")}
    steps = plan(Projection(nodes, {key: Relationship(key, "P", {})}), State({}, {}), 1)
    assert (steps.created.nodes, steps.created.relationships) == (2, 1)
    assert steps.created.by_label == {"Action": 2, "Commitment": 2}
    assert [tuple(row.values()) for row in steps.table()] == [
        ("create", "label", "Action", 2),
        ("create", "label", "Commitment", 2),
        ("create", "type", "P", 1),
    ]
    assert str(steps) == (
        "create 2 nodes and 1 relationships; change 0 nodes and 0 relationships; delete 0 nodes and 0 relationships"
    )
