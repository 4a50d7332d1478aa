import pytest

from graphkit.graph.check import check
from graphkit.graph.log import Record
from graphkit.graph.store import Store
from graphkit.graph.unreadable import unreadable_quads


@pytest.mark.parametrize("digest", ["0" * 64, ""])
def test_a_paper_that_cannot_be_read_stays_in_the_graph_with_its_reason(
    store: Store, record: Record, digest: str
) -> None:
    quads = unreadable_quads("b", "in/b.pdf", digest, "in/b.pdf: no text in it")
    store.commit({store.iris.document("b"): quads}, record=record)
    rows = store.query("SELECT ?path ?title ?reason { ?u hw:reason ?reason ; hw:recordedIn ?d . ?d hw:path ?path ; "
                       "hw:kind 'unreadable' ; dcterms:title ?title }")  # fmt: skip
    assert rows.values == (("in/b.pdf", "b.pdf", "in/b.pdf: no text in it"),)
    assert check(store) == ()
