import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphkit.views import vis
from graphkit.views.graph import Graph, Node, graph_of
from graphkit.views.layout import HEIGHT, places
from graphkit.views.model import Party, ViewData
from graphkit.views.network import network_page
from graphkit.views.page import render


def test_kinds_stand_in_columns_from_strategy_to_partner(data: ViewData) -> None:
    graph = graph_of(data)
    at = places(graph)
    column = {kind: {at[n.id][0] for n in graph.nodes if n.kind == kind} for kind in ("strategy", "priority", "action")}
    assert max(column["strategy"]) < min(column["priority"]) < min(column["action"])
    assert set(at) == {node.id for node in graph.nodes}


@given(st.integers(0, 400))
def test_nodes_never_share_a_place(number: int) -> None:
    graph = Graph(tuple(Node(f"n{i}", "action", str(i), str(i)) for i in range(number)))
    at = places(graph)
    assert len(set(at.values())) == number
    assert all(0 <= y <= HEIGHT for _, y in at.values())


def test_people_are_left_out(data: ViewData) -> None:
    key = next(part.party for action in data.actions for part in action.parts)
    named = replace(data, parties={**data.parties, key: Party(key, "Ada Quill", "person")})
    assert "Ada Quill" not in render(network_page(named))


def test_a_large_graph_opens_without_its_actions(data: ViewData) -> None:
    folded = graph_of(data, many=3)
    assert not folded.whole
    assert {node.kind for node in folded.nodes} == {"strategy", "priority", "partner"}
    stated = sum(edge.weight for edge in folded.edges if edge.says.endswith(("action", "actions")))
    pairs = {
        (action.key, link.priority, part.party)
        for action in data.actions
        for link in action.links
        if link.stated
        for part in action.parts
    }
    assert stated == len(pairs)


def test_inferred_edges_are_marked(data: ViewData) -> None:
    assert {edge.says for edge in graph_of(data).edges if edge.inferred} == {"may serve (inferred)"}


def test_pyvis_gets_ids_of_ours_and_leaves_no_way_to_html(evil: ViewData) -> None:
    scripts = vis.scripts(graph_of(evil))
    drawing = scripts[-1]
    assert "innerHTML" not in drawing
    assert "https://" not in drawing
    assert "title" not in drawing
    assert "onerror=alert(1)>" not in drawing


def test_the_page_keeps_its_data_as_text(evil: ViewData) -> None:
    text = render(network_page(evil))
    block = text.split('id="graph">', 1)[1].split("</script>", 1)[0]
    labels = {node["label"] for node in json.loads(block)["nodes"]}
    assert "<img src=x onerror=alert(1)>" in labels
    assert "<img src=x" not in text
