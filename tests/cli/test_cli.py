"""The command line as a user meets it: real processes, rows on standard output, one line for each error."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.loaders.rulebook import FAMILIES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "northmere"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("cli")

    def call(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "graphkit", *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=folder, input=stdin, env=env, check=False, encoding="utf-8"
        )

    return call


@pytest.fixture(scope="module")
def built(run: Run) -> Run:
    done = run("build", str(EXAMPLES), "-w", "w")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("8 documents (8 read, 0 unchanged, 0 removed)")
    return run


def test_help_names_every_command_and_a_first_step(run: Run) -> None:
    said = run("--help").stdout
    for command in (
        "build",
        "extract",
        "evaluate",
        "rules",
        "query",
        "sparql",
        "cypher",
        "status",
        "check",
        "view",
        "init",
        "doctor",
        "neo4j",
    ):
        assert command in said
    assert "First steps" in said


@pytest.mark.parametrize(
    "command",
    ["build", "extract", "evaluate", "rules", "query", "sparql", "cypher", "status", "check", "view", "init", "doctor"],
)
def test_each_command_shows_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout


def test_init_says_where_the_settings_are(run: Run) -> None:
    done = run("init", "fresh")
    assert done.returncode == 0
    assert "graphkit.toml" in done.stdout


def test_the_headline_question_names_owner_basis_and_words(built: Run) -> None:
    rows = json.loads(
        built("query", "owners-of-topic", "topic=youth-mental-health", "-w", "w", "--format", "json").stdout
    )
    named = [row for row in rows if "Partnership NHS Trust" in row["partner"] and row["role"] == "owner"]
    assert named
    assert all(row["quote"] and row["path"] and row["end"] > row["start"] for row in rows)


def test_both_languages_print_the_same_rows(built: Run) -> None:
    ask = ("query", "owners-of-topic", "topic=youth-mental-health", "-w", "w", "--format", "jsonl", "--language")
    sparql, cypher = built(*ask, "sparql"), built(*ask, "cypher")
    assert sparql.stdout == cypher.stdout
    assert sparql.stdout.count("\n") > 1


def test_a_query_without_a_name_lists_them_all(built: Run) -> None:
    assert "owners-of-topic" in built("query").stdout


def test_own_questions_come_from_text_file_or_stream(built: Run, tmp_path: Path) -> None:
    text = "SELECT (COUNT(?a) AS ?n) WHERE { ?a a hw:Action }"
    (tmp_path / "count.rq").write_text(text, encoding="utf-8")
    answers = {
        built("sparql", text, "-w", "w", "--format", "csv").stdout,
        built("sparql", str(tmp_path / "count.rq"), "-w", "w", "--format", "csv").stdout,
        built("sparql", "-", "-w", "w", "--format", "csv", stdin=text).stdout,
        built("cypher", "MATCH (a:Action) RETURN count(a) AS n", "-w", "w", "--format", "csv").stdout,
    }
    assert len(answers) == 1
    assert answers.pop().startswith("n\n")


def test_extract_needs_no_workspace_and_spans_quote_the_text(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "item.txt"
    text = "Agenda item\n\nWarm homes\n\nMinutes:\n\nRESOLVED that the Chair write to the ICB by 1 May 2025.\n"
    paper.write_text(text, encoding="utf-8")
    found = json.loads(run("extract", str(paper), "--format", "json").stdout)
    (action,) = found["actions"]
    start, end = action["span"]
    assert action["text"] == text[start:end]
    assert action["due"] == {"text": "by 1 May 2025", "offset": None, "date": "2025-05-01"}
    assert "write to the ICB" in run("extract", str(paper)).stdout


def test_status_and_check_tell_what_stands(built: Run) -> None:
    said = built("status", "-w", "w").stdout
    assert "papers     8" in said
    assert re.search(r"passages   \d+ of \d+ list items, rows and outcomes understood \(\d+%\)", said)
    assert re.search(r"    8 actions, 0 priorities; \d+ of \d+ list items, rows and outcomes understood", said)
    done = built("check", "-w", "w")
    assert (done.returncode, done.stdout) == (0, "")


def test_view_prints_the_pages_it_wrote(built: Run, tmp_path: Path) -> None:
    done = built("view", "-w", "w", "--out", str(tmp_path / "pages"))
    written = [Path(line) for line in done.stdout.splitlines()]
    assert {path.name for path in written} >= {"index.html", "actions.html", "matrix.html", "network.html"}
    assert all(path.is_file() for path in written)


def test_doctor_says_what_is_there_and_how_to_get_the_rest(run: Run) -> None:
    done = run("doctor")
    assert done.returncode == 0
    assert "pyoxigraph" in done.stdout


BAD = [
    (("build", "missing", "-w", "w2"), 2, "no such file"),
    (("build", str(EXAMPLES), "-w", "w2", "--kind", "novel"), 2, "unknown kind"),
    (("extract", "missing.txt"), 2, "missing.txt"),
    (("query", "owner-of-topic", "-w", "w"), 2, "owners-of-topic"),
    (("query", "owners-of-topic", "-w", "w"), 2, "topic"),
    (("query", "owners-of-topic", "topic", "-w", "w"), 2, "NAME=VALUE"),
    (("query", "owners-of-topic", "topic=youth-mental-helth", "-w", "w"), 2, "youth-mental-health"),
    (("query", "owners-of-topic", "topic=poverty", "colour=red", "-w", "w"), 2, "colour"),
    (("query", "due", "-w", "nowhere"), 1, "no workspace"),
    (("sparql", "SELECT WHERE", "-w", "w"), 1, "SPARQL"),
    (("sparql", "missing.rq", "-w", "w"), 2, "missing.rq"),
    (("sparql", "DELETE WHERE { ?s ?p ?o }", "-w", "w"), 1, ""),
    (("cypher", "MATCH (n) DETACH DELETE n", "-w", "w"), 1, ""),
    (("cypher", "MATCH (n RETURN n", "-w", "w"), 1, "Cypher"),
    (("neo4j", "apply", "-w", "w", "--uri", "bolt://127.0.0.1:9", "--password", "x"), 1, "127.0.0.1:9"),
    (("neo4j", "apply", "-w", "w"), 1, "NEO4J_URI"),
]


@pytest.mark.parametrize(
    ("arguments", "status", "said"), BAD, ids=[" ".join(one[0][:2]) + f" {i}" for i, one in enumerate(BAD)]
)
def test_a_wrong_call_gives_one_clear_line_and_its_status(
    built: Run, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = built(*arguments)
    assert done.returncode == status, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\x00\x00\x01" * 40, "text"),
        ("broken.csv", b'ref,action,lead\n1,"open a hub,Council\n2,close,Board\n', "line"),
        ("deck.pptx", b"PK", ".pptx"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    run: Run, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("extract", str(tmp_path / name))
    assert done.returncode in (1, 2)
    assert name in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("missing",), (str(EXAMPLES), "--kind", "novel")], ids=["path", "kind"])
def test_a_wrong_build_makes_no_workspace(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run("build", *arguments, "-w", str(tmp_path / "new")).returncode == 2
    assert not (tmp_path / "new").exists()


def test_output_that_cannot_be_written_gives_one_line(built: Run) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("needs /dev/full, which Linux has")
    with full.open("w") as out:
        command = [sys.executable, "-m", "graphkit", "query", "--help"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("graphkit: cannot write: ")
    assert done.stderr.count("\n") == 1


def test_a_folder_without_papers_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    done = run("build", str(tmp_path), "-w", str(tmp_path / "w"))
    assert done.returncode == 2
    assert "no paper found" in done.stderr


def test_csv_cells_that_look_like_formulas_are_guarded(built: Run) -> None:
    done = built(
        "sparql",
        "SELECT ?x WHERE { VALUES ?x { '=1+1' '@SUM(A1)' 'plain' } } ORDER BY ?x",
        "-w",
        "w",
        "--format",
        "csv",
    )
    assert done.stdout.splitlines() == ["x", "'=1+1", "'@SUM(A1)", "plain"]


def test_rules_tells_what_a_rule_means_with_examples(run: Run) -> None:
    rule = next(family for family in FAMILIES if family.name == "role-before").rules()[0]
    said = run("rules", rule.name).stdout
    assert f"      {rule.means}\n" in said
    assert f"e.g. {rule.examples[0]}" in said
    assert "outcome-undertake" not in said


def test_rules_as_json_hold_cues_and_examples(run: Run) -> None:
    listed = json.loads(run("rules", "role-before", "--format", "json").stdout)
    rules = next(family for family in FAMILIES if family.name == "role-before").rules()
    assert [(one["rule"], one["cue"]) for one in listed] == [(rule.name, list(rule.cue)) for rule in rules]
    assert {one["file"] for one in listed} == {"roles.yaml"}


def test_a_check_reads_the_examples_of_rules(run: Run) -> None:
    done = run("rules", "led-by", "--check")
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"\d+ examples read, 0 failed\n", done.stderr)


def test_a_rule_that_nobody_knows_is_told(run: Run) -> None:
    done = run("rules", "nosuch")
    assert done.returncode == 1
    assert done.stderr.startswith("no rule and no family has 'nosuch' in its name")


def test_a_paper_is_explained_in_plain_lines_when_piped(run: Run) -> None:
    paper = str(EXAMPLES / "2024-07-11-young-peoples-mental-health.txt")
    said = run("extract", paper, "--explain").stdout
    assert "\x1b" not in said
    assert "rule outcome-ask" in said
    assert re.search(r"^  outcome-ask: The board asks", said, re.MULTILINE)
    assert re.search(r"list items, rows and outcomes understood \(\d+%\)$", said.rstrip())


def test_an_explanation_is_there_as_json_too(run: Run) -> None:
    paper = str(EXAMPLES / "2024-07-11-young-peoples-mental-health.txt")
    told = json.loads(run("extract", paper, "--explain", "--format", "json").stdout)
    assert told["kind"] == "minutes"
    assert told["rules"]["outcome-ask"].startswith("The board asks")
    assert {"first", "last", "zone", "text", "facts", "why", "unread"} <= told["passages"][0].keys()


def test_a_paper_cannot_command_the_terminal_of_who_reads_its_explanation(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "odd.txt"
    paper.write_text("RESOLVED that Healthwatch Northmere open \x1b[31ma hub in a small town.\n", encoding="utf-8")
    assert "\x1b" not in run("extract", str(paper), "--explain").stdout


PROMISES = """\
headings:
- rule: our-promises
  means: A heading of what partners promise.
  opens: commitments
  cue: ['our solemn word']
  examples: [Our solemn word]
"""
PLAN = "# Plan\n\n## Our solemn word\n\n- open a hub\n- an orchard in every ward\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workspace with a rule of the user's own, and a paper that needs it."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "strategy-lines.yaml").write_text(PROMISES, encoding="utf-8")
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_rules_of_the_users_own_are_listed_checked_and_read_by(run: Run, own: Path) -> None:
    rules = str(own / "rules")
    assert "our-promises  (with words of your own)" in run("rules", "our-promises", "--rules", rules).stdout
    assert run("rules", "our-promises", "--rules", rules, "--check").stderr == "1 example read, 0 failed\n"
    paper = (str(own / "plan.md"), "--kind", "strategy", "--format", "json")
    with_rule = json.loads(run("extract", *paper, "--rules", rules).stdout)
    assert [one["text"] for one in with_rule["actions"]] == ["open a hub", "an orchard in every ward"]
    assert json.loads(run("extract", *paper).stdout)["actions"] != with_rule["actions"]


def test_an_example_that_does_not_show_its_rule_fails_the_check(run: Run, own: Path) -> None:
    file = own / "rules" / "strategy-lines.yaml"
    file.write_text(PROMISES.replace("[Our solemn word]", "[Our word]"), encoding="utf-8")
    done = run("rules", "our-promises", "--rules", str(own / "rules"), "--check")
    assert done.returncode == 1
    assert "strategy-heading: our-promises: Our word\n    no rule reads it" in done.stdout


def test_a_build_reads_by_the_rules_of_its_workspace_and_reads_again_when_they_change(run: Run, own: Path) -> None:
    build = ("build", str(own / "plan.md"), "-w", str(own), "--kind", "strategy")
    assert "2 actions" in run(*build).stdout
    assert "(0 read, 1 unchanged, 0 removed)" in run(*build).stdout
    (own / "rules" / "strategy-lines.yaml").unlink()
    said = run(*build).stdout
    assert "(1 read, 0 unchanged, 0 removed)" in said
    assert "2 actions" not in said


def test_a_broken_rule_gives_one_line(run: Run, own: Path) -> None:
    (own / "rules" / "strategy-lines.yaml").write_text(PROMISES.replace("solemn", "(solemn"), encoding="utf-8")
    done = run("build", str(own / "plan.md"), "-w", str(own))
    assert done.returncode == 2
    assert done.stderr.startswith("graphkit: strategy-lines.yaml: headings: rule 'our-promises': 'our (solemn word'")
    assert len(done.stderr.splitlines()) == 1
