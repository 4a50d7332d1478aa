import networkx

from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record
from graphkit.graph.networks import relationship_type, to_networkx
from graphkit.graph.store import Store

BASE = "https://example.org/hwb/id/"
ACTION = f"{BASE}action/2024%2Fminutes/1"
BOARD = f"{BASE}party/northmere-hwb"


def test_nodes_carry_labels_and_properties(store: Store) -> None:
    network = to_networkx(store)
    assert network.nodes[ACTION] == {
        "labels": ["Action"],
        "text": "review loneliness support",
        "ref": "1.",
        "order": 1,
        "rule": "resolved-list",
        "confidence": 0.9,
    }
    assert network.nodes[BOARD]["labels"] == ["Board", "Organization", "Party"]
    assert network.nodes[BOARD]["altLabel"] == ["Northmere", "the Board"]
    assert network.nodes[BOARD]["prefLabel"] == "Northmere Health and Wellbeing Board"


def test_edges_carry_who_says_so_and_why(store: Store) -> None:
    network = to_networkx(store)
    assert network.edges[ACTION, BOARD, "RESPONSIBLE_PARTY"] == {
        "predicate": "https://example.org/hwb/ns#responsibleParty",
        "graph": [f"{BASE}document/2024%2Fminutes"],
        "basis": "board",
        "confidence": 0.5,
        "evidenceCount": 1,
    }


def test_an_inferred_link_is_an_edge_of_its_own(store: Store, record: Record) -> None:
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    edge = to_networkx(store).edges[ACTION, f"{BASE}priority/strategy/1.1", "ADVANCES_INFERRED"]
    assert (edge["basis"], edge["confidence"], edge["evidenceCount"]) == ("inferred", 0.5, 2)


def test_every_node_has_a_class_and_the_same_store_gives_the_same_network(store: Store) -> None:
    network = to_networkx(store)
    assert all(labels for _, labels in network.nodes(data="labels"))
    assert networkx.utils.graphs_equal(network, to_networkx(store))
    assert list(network) == sorted(network)


def test_an_empty_store_gives_an_empty_network() -> None:
    with Store.in_memory() as store:
        assert len(to_networkx(store)) == 0


def test_names_of_relationships() -> None:
    assert relationship_type("https://example.org/hwb/ns#responsibleParty") == "RESPONSIBLE_PARTY"
    assert relationship_type("http://www.w3.org/2004/02/skos/core#broader") == "BROADER"
