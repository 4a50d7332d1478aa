"""The shape of the house: what rooms may import, how long modules are, what importing costs, what ships."""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "graphkit"
ROOMS = ("documents", "language", "loaders", "identity", "graph", "cypher", "queries", "views", "evaluation", "cli")
FREE = {"errors", "resources"}
HEAVY = (
    "arcadedb_embedded",
    "msgspec",
    "neo4j",
    "networkx",
    "numpy",
    "pandas",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rapidfuzz",
    "rdflib",
    "regex",
    "yaml",
)
QUESTIONS = {
    "actions-for-population",
    "board-by-default",
    "commitments-by-priority",
    "due",
    "no-owner",
    "not-understood",
    "owners-of-topic",
    "priorities-without-resolutions",
    "recommended-and-resolved",
    "shared-actions",
    "why",
}


def modules() -> list[Path]:
    return sorted([*PACKAGE.rglob("*.py"), *(ROOT / "loaders").glob("*.py")])


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    dotted = ".".join(parts if parts[0] == "graphkit" else ("graphkit", *parts))
    return dotted.removesuffix(".__init__")


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else None


def imports(path: Path, *, top_only: bool) -> Iterator[str]:
    """Names of graphkit modules that a file imports; `top_only` leaves out those inside functions."""
    known = {name_of(one) for one in modules()}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if not top_only else at_import_time(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("graphkit"))
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                home = name_of(path).split(".") if path.name == "__init__.py" else name_of(path).split(".")[:-1]
                base = ".".join([*home[: len(home) - node.level + 1], *([base] if base else [])])
            if base.startswith("graphkit"):
                for alias in node.names:
                    inner = f"{base}.{alias.name}"
                    yield inner if inner in known else base


def at_import_time(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node that runs when the module is imported: not inside a function, not under TYPE_CHECKING."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting.extend(node.orelse)
            continue
        waiting.extend(ast.iter_child_nodes(node))


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    long = {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > 400}
    assert not long
    assert statistics.median(lengths.values()) <= 120


def test_functions_are_short() -> None:
    lengths = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                doc = node.body[0]
                documented = isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant)
                spent = (doc.end_lineno or 0) - doc.lineno + 1 if documented else 0
                lengths.append((node.end_lineno or 0) - node.lineno + 1 - spent)
    assert statistics.quantiles(lengths, n=10)[-1] <= 30


def test_every_room_exists() -> None:
    assert {room for room in ROOMS if (PACKAGE / room / "__init__.py").is_file()} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_above_it(room: str) -> None:
    above = set(ROOMS[: ROOMS.index(room) + 1])
    wrong = []
    for path in modules():
        module = name_of(path)
        if room_of(module) != room:
            continue
        for target in imports(path, top_only=False):
            parts = target.split(".")
            allowed = parts == ["graphkit"] or parts[1] in FREE or parts[1] in above or room == "cli"
            if not allowed:
                wrong.append(f"{module} imports {target}")
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {name_of(path): set(imports(path, top_only=True)) for path in modules()}
    done: set[str] = set()

    def walk(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for target in sorted(graph.get(module, set()) - {module}):
                walk(target, (*trail, module))
            done.add(module)

    for module in sorted(graph):
        walk(module, ())


def test_every_file_of_loaders_registers_a_loader_and_none_is_a_package() -> None:
    from graphkit.loaders.registry import available

    files = {path.stem.replace("_", "-") for path in (ROOT / "loaders").glob("*.py")}
    registered = {name.replace("_", "-") for name in available()}
    assert "--init--" not in files
    assert files
    assert files <= registered


def test_every_question_stands_in_both_languages() -> None:
    sparql = {path.stem for path in (ROOT / "queries").glob("*.rq")}
    cypher = {path.stem for path in (ROOT / "queries").glob("*.cypher")}
    assert sparql == cypher
    assert sparql >= QUESTIONS


def test_the_public_names_are_these() -> None:
    import graphkit

    assert set(graphkit.__all__) == {"__version__", "build", "open"}
    assert all(hasattr(graphkit, name) for name in graphkit.__all__)
    # Importing a module binds its name in the package: a module of the same name would replace the function.
    assert not {name for name in graphkit.__all__ if (PACKAGE / f"{name}.py").exists() or (PACKAGE / name).is_dir()}


@pytest.mark.parametrize(
    "code",
    [
        "import graphkit",
        "import graphkit.cli",
        "import sys; sys.argv = ['graphkit', '--help']; from graphkit.cli import main; main()",
    ],
    ids=["import", "command line", "--help"],
)
def test_starting_loads_nothing_heavy(code: str) -> None:
    script = (
        "import atexit, sys\n"
        f"heavy = {HEAVY!r}\n"
        "atexit.register(lambda: print('LOADED', *[name for name in heavy if name in sys.modules], file=sys.stderr))\n"
        f"{code}\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stderr.strip().splitlines()[-1].split() == ["LOADED"]


def texts() -> list[Path]:
    """Every text file of the checkout that is ours."""
    kinds = {".py", ".md", ".toml", ".rq", ".cypher", ".ttl", ".yaml", ".ipynb", ".txt", ".html", ".csv", ".js", ".sh"}
    folders = ("graphkit", "loaders", "queries", "ontology", "notebooks", "examples", "tests", "docs", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    return [*found, *ROOT.glob("*.md"), ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".ci" / "run"]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    # Put together here, so that this file does not hold what it looks for.
    paths = ["/" + "work/", "/" + "tmp/w", "/" + "root/", "/" + "home/"]
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in texts()
        for word in paths
        if re.search(rf"(?<![\w.~-]){re.escape(word)}", path.read_text(encoding="utf-8"))
    ]
    assert not found


def test_nothing_is_left_for_later() -> None:
    marks = re.compile("TO" + r"DO\b|FIX" + r"ME\b|X" + r"XX\b|NotImplemented" + "Error")
    found = [str(path.relative_to(ROOT)) for path in modules() if marks.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_the_readme_is_short_and_its_links_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.split()) < 700
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_makefile_promises_only_what_it_has() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    promised = set(
        re.findall(r"`make ([a-z]+)`", "".join(page.read_text(encoding="utf-8") for page in ROOT.glob("*.md")))
    )
    assert promised
    assert promised <= targets
