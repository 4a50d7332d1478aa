from graphkit.documents.model import Span
from graphkit.graph.check import check
from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record
from graphkit.graph.store import Store


def test_a_sound_graph_breaks_no_shape(store: Store, record: Record) -> None:
    store.commit({store.iris.graph("inferred"): inferred_quads(store)}, record=record)
    assert check(store) == ()
