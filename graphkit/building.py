"""The build: papers in, graph out.

    file --documents--> Document --loaders--> Findings --identity--> named things --graph--> quads --> Store

Only papers whose bytes, or whatever their reading depends on, changed are read again; what follows from all papers
together (reference facts, inferred links) is made anew.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pyoxigraph import Quad

from graphkit import __version__, documents, resources
from graphkit.errors import GraphkitError
from graphkit.graph.infer import inferred_quads
from graphkit.graph.log import Record, Stored
from graphkit.graph.ontology import ontology_quads
from graphkit.graph.quads import quads_of
from graphkit.graph.reference import named_ids, reference_quads
from graphkit.graph.store import Store
from graphkit.graph.unreadable import unreadable_quads
from graphkit.identity import reference
from graphkit.language.data_file import use_rules
from graphkit.loaders.rulebook import check_rules
from graphkit.reading import read_paper
from graphkit.workspace import Workspace

OnPaper = Callable[[int, int, str], None]
_READING = ("documents", "language", "loaders", "identity", "graph")
_COUNTED = """
SELECT (COUNT(DISTINCT ?whole) AS ?actions) (COUNT(DISTINCT ?part) AS ?parts) WHERE {
  { ?whole a hw:Action FILTER NOT EXISTS { ?whole dcterms:isPartOf ?above . ?above a hw:Action } }
  UNION { ?part a hw:Action ; dcterms:isPartOf ?above . ?above a hw:Action }
}"""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and why, in one line."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Papers in the graph; how many were read now, removed, and passed over (files of no kind that we read, in a folder
    given); actions and sub-actions held; papers that could not be read.
    """

    papers: int
    read: int
    removed: int
    passed_over: int
    actions: int
    sub_actions: int
    problems: tuple[Problem, ...]
    sequence: int

    def summary(self) -> str:
        """One line for a person."""
        changes = f"{self.read} read, {self.papers - self.read - len(self.problems)} unchanged, {self.removed} removed"
        actions = f"{_many(self.actions, 'action')} and {_many(self.sub_actions, 'sub-action')}"
        held = f"{_many(self.papers, 'document')} ({changes}), {actions}"
        rest = [f"{len(self.problems)} not read"] if self.problems else []
        rest += [f"{_many(self.passed_over, 'other file')} passed over"] if self.passed_over else []
        return ", ".join([held, *rest])


def build(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    kind: str | None = None,
    full: bool = False,
    on_paper: OnPaper = lambda _done, _total, _name: None,
) -> BuildReport:
    """Reads the papers under `paths` into the workspace's graph; they are the whole input.

    `kind` reads every paper as that kind; `full` reads unchanged papers too; `on_paper` is told (done, total, name).

    Raises:
        UsageError: a path does not exist or holds no paper, `kind` is unknown, or the workspace's own rules do not
            fit.
        WorkspaceError: another process holds the store, or it was built under another base IRI.
    """
    found = documents.find_papers(paths)
    use_rules(workspace.rules)
    check_rules()
    fingerprint = _fingerprint(kind, workspace.rules)
    with Store.open(workspace.store, workspace.base) as store:
        known = {} if full else {stored.key: stored for stored in store.documents()}
        fresh: dict[str, list[Quad]] = {}
        held: list[Stored] = []
        problems: list[Problem] = []
        for done, paper in enumerate(found.papers):
            on_paper(done, len(found.papers), paper.path.name)
            shown = _shown(paper.key, paper.path)
            stored = Stored(paper.key, shown, _digest(paper.path), fingerprint)
            held.append(stored)
            if known.get(paper.key) == stored and not _failed(store, paper.key):
                continue
            try:
                one = read_paper(paper.path, paper.key, kind, shown)
                fresh[paper.key] = quads_of(one.document, one.identified, workspace.base)
            except GraphkitError as error:
                if error.exit_status == 2 and kind is not None:
                    raise
                problems.append(Problem(paper.path, str(error)))
                reason = str(error).replace(str(paper.path), shown)
                fresh[paper.key] = unreadable_quads(paper.key, shown, stored.digest, reason, workspace.base)
        removed = {stored.key for stored in store.documents()} - {stored.key for stored in held}
        _commit(store, fresh, removed, held)
        return _report(store, held, len(fresh) - len(problems), len(removed), len(found.refused), problems)


def _commit(store: Store, fresh: Mapping[str, list[Quad]], removed: Iterable[str], held: Sequence[Stored]) -> None:
    """One transaction: the papers, and what follows from all of them as they will then be."""
    iris = store.iris
    replace: dict[str, Iterable[Quad]] = {iris.document(key): quads for key, quads in fresh.items()}
    if fresh:
        replace[iris.graph("ontology")] = ontology_quads(store.base)
    drop = [iris.document(key) for key in removed]
    with store.preview(replace, drop) as whole:
        replace[iris.graph("reference")] = reference_quads(named_ids(whole), reference(), store.base)
        replace[iris.graph("inferred")] = inferred_quads(whole, store.base)
    record = Record(__version__, datetime.now(UTC).isoformat(timespec="seconds"), tuple(held))
    store.commit(replace, drop, record=record)


def _failed(store: Store, key: str) -> bool:
    """Whether the paper could not be read last time: it is tried again, so that its problem is told again."""
    return bool(
        len(
            store.query(
                "SELECT ?k WHERE { ?d hw:kind ?k FILTER(?k = 'unreadable') FILTER(STR(?d) = ?key) }",
                key=store.iris.document(key),
            )
        )
    )


def _report(
    store: Store, held: Sequence[Stored], read: int, removed: int, passed_over: int, problems: Sequence[Problem]
) -> BuildReport:
    counts = store.query(_COUNTED)[0]
    actions, parts = int(counts["actions"] or 0), int(counts["parts"] or 0)
    return BuildReport(len(held), read, removed, passed_over, actions, parts, tuple(problems), store.sequence)


def _shown(key: str, path: Path) -> str:
    """The paper's path as the graph tells it: below the folder that was given, so the same on any machine."""
    return key if key.endswith(path.suffix) else key + path.suffix


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        # Reading it will say what is wrong; the digest of an unreadable file is that of nothing.
        return ""


def _fingerprint(kind: str | None, rules: Path) -> str:
    """A digest of all that reading depends on beside the paper: code, word lists and rules, ontology, names."""
    package = Path(__file__).parent
    folders = [*(package / name for name in _READING), resources.LOADERS, resources.ONTOLOGY, rules]
    digest = hashlib.sha256(f"{__version__} {kind}".encode())
    for file in sorted(
        {file for folder in folders for file in folder.rglob("*") if file.suffix in (".py", ".yaml", ".csv", ".ttl")}
    ):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
