"""graphkit neo4j against a real server, as a user runs it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "northmere"


class Server(Protocol):
    """Where the server is and how to get in."""

    uri: str
    user: str
    password: str
    database: str


@pytest.mark.neo4j
def test_the_server_follows_the_graph(neo4j_server: Server, tmp_path: Path) -> None:
    """A first apply creates, a second changes nothing, a removed paper's nodes go."""
    env = os.environ | {"NEO4J_URI": neo4j_server.uri, "NEO4J_USERNAME": neo4j_server.user}
    env |= {"NEO4J_PASSWORD": neo4j_server.password}

    def call(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "graphkit", *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)

    papers = tmp_path / "papers"
    shutil.copytree(EXAMPLES, papers)
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "graphkit.toml").write_text('[graph]\nbase = "https://command.example/id/"\n', encoding="utf-8")
    assert call("build", str(papers), "-w", "w").returncode == 0
    first = call("neo4j", "apply", "-w", "w")
    assert (first.returncode, first.stderr) == (0, "")
    assert "created" in first.stdout
    assert "nothing to change" in call("neo4j", "apply", "-w", "w").stdout
    assert "nothing to change" in call("neo4j", "plan", "-w", "w", "--deep").stderr
    next(papers.glob("*.csv")).unlink()
    assert call("build", str(papers), "-w", "w").returncode == 0
    planned = call("neo4j", "plan", "-w", "w", "--format", "csv").stdout
    assert "delete,label,Action," in planned
    assert "deleted" in call("neo4j", "apply", "-w", "w").stdout
    assert "nothing to change" in call("neo4j", "plan", "-w", "w").stderr
