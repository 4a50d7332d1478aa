"""The build: incremental, whole, and honest about what it could not read."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import graphkit
from graphkit import workspace
from graphkit.building import BuildReport, build
from graphkit.errors import UsageError
from graphkit.graph.store import Store

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "northmere"

MINUTES = """Agenda item

Warm homes

Minutes:

The Board considered a report on cold homes.

RESOLVED that the Northmere Health and Wellbeing Board:

1. Note the report.

2. Ask Northmere City Council to insulate 200 homes by March 2026.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "warm-homes.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "swimming.txt").write_text(MINUTES.replace("insulate 200 homes", "open the pools"), encoding="utf-8")
    return folder


def _build(papers: Path, at: Path) -> BuildReport:
    return build([papers], workspace.create(at)[0])


def _dump(at: Path) -> str:
    with Store.read_only(workspace.read(at).store) as store:
        return store.dump()


def test_a_build_counts_papers_and_actions(papers: Path, tmp_path: Path) -> None:
    report = _build(papers, tmp_path / "w")
    assert (report.papers, report.read, report.actions, report.sub_actions, report.problems) == (2, 2, 2, 0, ())
    assert report.summary() == "2 documents (2 read, 0 unchanged, 0 removed), 2 actions and 0 sub-actions"


def test_a_paper_that_cannot_be_read_is_not_counted_as_read(papers: Path, tmp_path: Path) -> None:
    (papers / "empty.txt").write_text("")
    summary = _build(papers, tmp_path / "w").summary()
    assert summary.startswith("3 documents (2 read, 0 unchanged, 0 removed), ")
    assert summary.endswith(", 1 not read")
    assert _build(papers, tmp_path / "w").summary().startswith("3 documents (0 read, 2 unchanged, 0 removed), ")


def test_a_second_build_reads_nothing_and_changes_nothing(papers: Path, tmp_path: Path) -> None:
    first = _build(papers, tmp_path / "w")
    before = _dump(tmp_path / "w")
    second = _build(papers, tmp_path / "w")
    assert (second.read, second.sequence) == (0, first.sequence)
    assert _dump(tmp_path / "w") == before


def test_a_changed_paper_is_read_again_and_the_others_are_not(papers: Path, tmp_path: Path) -> None:
    _build(papers, tmp_path / "w")
    (papers / "warm-homes.txt").write_text(MINUTES.replace("200", "300"), encoding="utf-8")
    assert _build(papers, tmp_path / "w").read == 1
    dump = _dump(tmp_path / "w")
    assert "insulate 300 homes" in dump
    assert "insulate 200 homes" not in dump


def test_a_removed_paper_takes_all_its_facts_along(papers: Path, tmp_path: Path) -> None:
    _build(papers, tmp_path / "w")
    (papers / "warm-homes.txt").unlink()
    report = _build(papers, tmp_path / "w")
    assert (report.papers, report.removed) == (1, 1)
    assert "warm-homes" not in _dump(tmp_path / "w")
    _build(papers, tmp_path / "alone")
    assert _dump(tmp_path / "w") == _dump(tmp_path / "alone")


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["warm", "swim", "walk"]), st.sampled_from(["100", "250", None])),
        min_size=1,
        max_size=4,
    )
)
def test_any_sequence_of_changes_gives_what_a_full_build_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str | None]]
) -> None:
    root = tmp_path_factory.mktemp("changes")
    papers = root / "papers"
    papers.mkdir()
    (papers / "always.txt").write_text(MINUTES, encoding="utf-8")
    for name, homes in steps:
        path = papers / f"{name}.txt"
        if homes is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(MINUTES.replace("200", homes), encoding="utf-8")
        _build(papers, root / "step")
    _build(papers, root / "full")
    assert _dump(root / "step") == _dump(root / "full")


def test_a_paper_that_cannot_be_read_is_told_and_queryable_and_the_rest_goes_on(papers: Path, tmp_path: Path) -> None:
    (papers / "picture.txt").write_bytes(b"\x89PNG\x00\x01\x02\x00" * 50)
    (papers / "empty.txt").write_text("", encoding="utf-8")
    report = _build(papers, tmp_path / "w")
    assert (report.papers, report.actions, len(report.problems)) == (4, 2, 2)
    assert all(str(problem.path) in problem.reason for problem in report.problems)
    again = _build(papers, tmp_path / "w")
    assert len(again.problems) == 2
    with graphkit.open(tmp_path / "w") as graph:
        rows = graph.sparql(
            "SELECT ?reason WHERE { ?u a hw:Unread ; hw:recordedIn/hw:kind 'unreadable' ; hw:reason ?reason }"
        )
        assert len(rows) == 2
        assert graph.check() == ()


def test_files_of_other_kinds_in_a_folder_are_counted_not_failed(papers: Path, tmp_path: Path) -> None:
    (papers / "chart.pptx").write_bytes(b"not a paper")
    report = _build(papers, tmp_path / "w")
    assert (report.passed_over, report.problems) == (1, ())
    assert report.summary().endswith("1 other file passed over")


def test_a_wrong_path_or_kind_changes_nothing(papers: Path, tmp_path: Path) -> None:
    _build(papers, tmp_path / "w")
    before = _dump(tmp_path / "w")
    with pytest.raises(UsageError, match="no such file"):
        build([papers / "missing"], workspace.read(tmp_path / "w"))
    with pytest.raises(UsageError, match="unknown kind"):
        build([papers], workspace.read(tmp_path / "w"), kind="novel")
    assert _dump(tmp_path / "w") == before


def test_every_evidence_of_the_examples_quotes_its_place(tmp_path: Path) -> None:
    """Shown over all facts of the example board: each span, cut out of its paper's text, is its quote."""
    from graphkit import documents

    papers = tmp_path / "northmere"
    shutil.copytree(EXAMPLES, papers)
    _build(papers, tmp_path / "w")
    with graphkit.open(tmp_path / "w") as graph:
        rows = graph.sparql(
            "SELECT ?path ?exact ?start ?end WHERE "
            "{ ?e a hw:Evidence ; oa:exact ?exact ; oa:start ?start ; oa:end ?end ; oa:hasSource/hw:path ?path }"
        )
    texts = {path: documents.read(papers / path).text for path in {str(row["path"]) for row in rows}}
    assert len(rows) > 300
    assert [
        row for row in rows if texts[str(row["path"])][int(row["start"] or 0) : int(row["end"] or 0)] != row["exact"]
    ] == []


def test_the_order_and_place_of_papers_make_no_difference(papers: Path, tmp_path: Path) -> None:
    build([papers / "warm-homes.txt", papers / "swimming.txt"], workspace.create(tmp_path / "a")[0])
    build([papers / "swimming.txt", papers / "warm-homes.txt"], workspace.create(tmp_path / "b")[0])
    assert _dump(tmp_path / "a") == _dump(tmp_path / "b")
