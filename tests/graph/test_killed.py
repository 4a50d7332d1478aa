"""A process that is killed in the middle leaves the last complete state, and no lock behind."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphkit.graph.store import Store

WRITER = """
import sys
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from graphkit.graph.log import Record, Stored
from graphkit.graph.store import Store

with Store.open(Path(sys.argv[1])) as store:
    for number in range(1, 100_000):
        replace = {}
        for key in "abc":
            graph = store.iris.document(key)
            subject, value, name = NamedNode(f"https://x.org/{key}"), Literal(number), NamedNode(graph)
            replace[graph] = [Quad(subject, NamedNode(f"https://x.org/p{n}"), value, name) for n in range(200)]
        documents = tuple(Stored(key, key, "0" * 64, str(number)) for key in "abc")
        print(store.commit(replace, record=Record("0.1", "2024-05-01T09:00:00Z", documents)), flush=True)
"""

VALUES = """
SELECT ?g ?value (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?value . ?s <https://x.org/p0> ?any } }
GROUP BY ?g ?value ORDER BY ?g"""


@pytest.mark.parametrize("commits", [1, 4, 9])
def test_a_kill_between_and_within_commits_leaves_a_whole_state(tmp_path: Path, commits: int) -> None:
    folder = tmp_path / "store"
    process = subprocess.Popen([sys.executable, "-c", WRITER, folder], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = [int(process.stdout.readline()) for _ in range(commits)]
    time.sleep(0.01 * commits)
    process.send_signal(signal.SIGKILL)
    told += [int(line) for line in process.stdout.read().splitlines()]
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    with Store.open(folder) as store:
        sequence = store.sequence
        assert told[-1] <= sequence <= told[-1] + 1
        values = store.query(VALUES)
        assert [row[1:] for row in values.values] == [(sequence, 200)] * 3
        assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").values == ((600,),)
        assert {each.fingerprint for each in store.documents()} == {str(sequence)}
        assert store.changes()[-1].quads == 600
