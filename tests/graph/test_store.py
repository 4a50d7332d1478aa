import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graphkit.documents.model import Document
from graphkit.errors import UsageError, WorkspaceError
from graphkit.graph.log import Change, Record, Stored
from graphkit.graph.quads import quads_of
from graphkit.graph.store import Store
from graphkit.identity import Identified

Read = tuple[Document, Identified]
GRAPHS = [f"https://example.org/hwb/id/document/{key}" for key in "abc"]
TIME = "2024-05-01T09:00:00Z"


def fact(graph: str, name: str) -> Quad:
    """One statement; two graphs may hold the same."""
    return Quad(NamedNode(f"https://x.org/{name[0]}"), NamedNode("https://x.org/p"), Literal(name), NamedNode(graph))


CONTENTS = st.dictionaries(
    st.sampled_from(GRAPHS), st.sets(st.sampled_from(["ab", "ac", "b", "c"]), max_size=4), max_size=3
)
STEPS = st.lists(st.tuples(CONTENTS, st.sets(st.sampled_from(GRAPHS))), max_size=6)


def stored(graph: str, version: int = 1) -> Stored:
    key = graph.rpartition("/")[2]
    return Stored(key, f"{key}.txt", f"{version:064x}", f"print {version}")


def commit(store: Store, replace: dict[str, set[str]], drop: set[str], version: int = 1) -> int:
    quads = {graph: [fact(graph, name) for name in names] for graph, names in replace.items()}
    return store.commit(quads, drop, record=Record("0.1", TIME, tuple(stored(graph, version) for graph in replace)))


@given(STEPS)
def test_many_steps_give_what_one_gives(steps: list[tuple[dict[str, set[str]], set[str]]]) -> None:
    held: dict[str, set[str]] = {}
    with Store.in_memory() as stepwise, Store.in_memory() as whole:
        for replace, drop in steps:
            commit(stepwise, replace, drop)
            held = {
                graph: names for graph, names in {**held, **replace}.items() if graph not in drop or graph in replace
            }
        commit(whole, held, set())
        assert stepwise.dump() == whole.dump()
        assert stepwise.documents() == whole.documents() == tuple(stored(graph) for graph in sorted(held))
        rows = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
        assert stepwise.query(rows) == whole.query(rows)


@given(STEPS)
def test_the_default_graph_holds_each_triple_once(steps: list[tuple[dict[str, set[str]], set[str]]]) -> None:
    with Store.in_memory() as store:
        for replace, drop in steps:
            commit(store, replace, drop)
            rows = store.query("SELECT ?s ?p ?o { ?s ?p ?o }").values
            assert sorted(rows) == sorted({(q.subject.value, q.predicate.value, q.object.value) for q in store.quads()})  # type: ignore[union-attr]


@given(STEPS)
def test_the_log_counts_and_names_what_changed(steps: list[tuple[dict[str, set[str]], set[str]]]) -> None:
    with Store.in_memory() as store:
        for number, (replace, drop) in enumerate(steps):
            before, text, sequence = {each.key for each in store.documents()}, store.dump(), store.sequence
            after = commit(store, replace, drop, number)
            if after == sequence:
                assert store.dump() == text
                continue
            change = store.changes(sequence)[0]
            assert change.sequence == after == sequence + 1
            assert set(change.added) == {each.key for each in store.documents()} - before
            assert set(change.removed) == before - {each.key for each in store.documents()}
            assert set(change.changed) <= before
            assert change.quads == len(store.dump().splitlines())


def test_a_dropped_paper_leaves_nothing(store: Store, minutes: Read, record: Record) -> None:
    graph = store.iris.document(minutes[0].key)
    alone = {quad.subject for quad in quads_of(*minutes)} - {
        quad.subject for quad in store.quads() if quad.graph_name != NamedNode(graph)
    }
    store.commit({}, [graph], record=record)
    assert graph not in store.graphs()
    assert not alone & {quad.subject for quad in store.quads()}
    assert "2024%2Fminutes" not in store.dump()
    assert len(store.query("SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?s), '2024%2Fminutes')) }")) == 0
    assert [each.key for each in store.documents()] == ["strategy"]


def test_a_changed_paper_loses_its_old_facts(store: Store, minutes: Read, record: Record) -> None:
    graph = store.iris.document(minutes[0].key)
    fewer = quads_of(*minutes)[:10]
    store.commit({graph: fewer}, record=record)
    assert set(store.select_quads(graph=graph)) == set(fewer)
    assert store.changes()[-1].changed == ()  # the record named no document


def test_two_papers_that_name_one_body_do_not_double_rows(store: Store) -> None:
    outcome = "SELECT ?outcome { <https://example.org/hwb/id/party/northmere-hwb> hw:outcome ?outcome }"
    assert store.query(outcome).values == (("resolved",),)
    who = "SELECT ?g { GRAPH ?g { <https://example.org/hwb/id/party/northmere-hwb> hw:outcome ?outcome } }"
    assert len(store.query(who)) == 3


def test_what_is_there_already_makes_no_change(store: Store, minutes: Read, record: Record) -> None:
    graph = store.iris.document(minutes[0].key)
    assert store.commit({graph: quads_of(*minutes)}, ["urn:none"], record=record) == 1


def test_touched_subjects_are_told_after_the_first_change(store: Store, minutes: Read, record: Record) -> None:
    assert store.touched(0) is None
    assert store.touched(1) == frozenset()
    graph = store.iris.document(minutes[0].key)
    store.commit(
        {graph: [q for q in quads_of(*minutes) if "action/2024%2Fminutes/2" not in str(q.subject)]}, record=record
    )
    touched = store.touched(1)
    assert touched is not None
    assert "https://example.org/hwb/id/action/2024%2Fminutes/2" in touched
    assert "https://example.org/hwb/id/action/2024%2Fminutes/1" not in touched


def test_the_log_forgets_subjects_of_long_ago() -> None:
    with Store.in_memory() as store:
        for number in range(103):
            commit(store, {GRAPHS[0]: {"ab" if number % 2 else "ac"}}, set(), number)
        assert store.touched(1) is None
        assert store.touched(100) == frozenset({"https://x.org/a"})
        assert store.sequence == 103


def test_a_quad_of_another_graph_and_a_blank_node_are_refused() -> None:
    with Store.in_memory() as store:
        record = Record("0.1", TIME)
        with pytest.raises(ValueError, match="among those of"):
            store.commit({GRAPHS[0]: [fact(GRAPHS[1], "a")]}, record=record)
        blank = Quad(BlankNode(), NamedNode("https://x.org/p"), Literal("a"), NamedNode(GRAPHS[0]))
        with pytest.raises(ValueError, match="blank node"):
            store.commit({GRAPHS[0]: [blank]}, record=record)
        assert store.sequence == 0


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_breaks_out_of_the_update(text: str) -> None:
    quad = Quad(NamedNode("https://x.org/s"), NamedNode("https://x.org/p"), Literal(text), NamedNode(GRAPHS[0]))
    with Store.in_memory() as store:
        store.commit({GRAPHS[0]: [quad]}, record=Record("0.1", TIME, (Stored("a", text, text, text),)))
        assert set(store.quads()) == {quad}
        assert store.documents()[0].key == "a"
        store.commit({}, GRAPHS[:1], record=Record(text, TIME))
        assert store.dump() == ""


def test_it_is_there_when_opened_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "build" / "store", "urn:northmere:") as store:
        commit(store, {"urn:northmere:document/a": {"b"}}, set())
        text = store.dump()
    with Store.open(tmp_path / "build" / "store") as store:
        assert store.base == "urn:northmere:"
        assert store.dump() == text
        assert store.changes() == (Change(1, "0.1", TIME, ("a",), (), (), 1),)
    with Store.read_only(tmp_path / "build" / "store") as reader:
        assert reader.sequence == 1
        assert reader.query("SELECT ?o { ?s ?p ?o }").values == (("b",),)


def test_a_closed_store_says_so() -> None:
    store = Store.in_memory()
    store.close()
    with pytest.raises(WorkspaceError, match="closed; open it again"):
        store.query("ASK {}")


def test_another_base_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as store:
        commit(store, {GRAPHS[0]: {"b"}}, set())
    with pytest.raises(WorkspaceError, match=r"built under https://example\.org/hwb/id/, not urn:x:; delete"):
        Store.open(tmp_path / "store", "urn:x:")
    with pytest.raises(UsageError, match="base IRI"):
        Store.open(tmp_path / "store", "nowhere")
    with Store.open(tmp_path / "store"):
        pass


def test_a_second_writer_is_told_who_holds_it(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store"), pytest.raises(WorkspaceError, match=f"held by process {os.getpid()};"):
        Store.open(tmp_path / "store")
    assert not (tmp_path / "store.pid").exists()


def test_another_process_is_told_who_holds_it(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from graphkit.graph.store import Store; Store.open(Path(sys.argv[1]))"
    with Store.open(tmp_path / "store"):
        run = subprocess.run(
            [sys.executable, "-c", code, tmp_path / "store"], capture_output=True, text=True, check=False
        )
    assert f"WorkspaceError: {tmp_path / 'store'}: held by process {os.getpid()}; wait" in run.stderr


def test_a_reader_beside_a_writer_sees_one_state(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store") as writer:
        commit(writer, {GRAPHS[0]: {"ab"}}, set())
        with Store.read_only(tmp_path / "store") as reader:
            commit(writer, {GRAPHS[1]: {"c"}}, {GRAPHS[0]})
            assert reader.sequence == 1
            assert "ab" in reader.dump()
        with Store.read_only(tmp_path / "store") as reader:
            assert reader.sequence == 2
            assert "ab" not in reader.dump()


@pytest.mark.parametrize("opened", [Store.open, Store.read_only])
def test_broken_files_are_told(tmp_path: Path, opened: Callable[[Path], Store]) -> None:
    with Store.open(tmp_path / "store") as store:
        commit(store, {GRAPHS[0]: {"ab"}}, set())
    (tmp_path / "store" / "CURRENT").write_text("nonsense\n")
    with pytest.raises(WorkspaceError, match=r"cannot be (opened|read) .* build again"):
        opened(tmp_path / "store")


def test_a_reader_without_a_store_is_told_to_build(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="run graphkit build"):
        Store.read_only(tmp_path / "store")
    assert not (tmp_path / "store").exists()


@given(CONTENTS, CONTENTS, st.sets(st.sampled_from(GRAPHS)))
def test_a_preview_is_what_a_commit_gives(
    before: dict[str, set[str]], replace: dict[str, set[str]], drop: set[str]
) -> None:
    quads = {graph: [fact(graph, name) for name in names] for graph, names in replace.items()}
    rows = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    with Store.in_memory() as store:
        commit(store, before, set())
        text = store.dump()
        with store.preview(quads, drop) as preview:
            assert store.dump() == text
            commit(store, replace, drop)
            assert preview.dump() == store.dump()
            assert preview.query(rows) == store.query(rows)
