"""The process of the embedded engine, seen from our side: started, asked, killed.

Pipes rather than Bolt on a port: nothing listens, no password is needed, and it starts a second sooner. A process
rather than a thread: Java cannot be told to give up a query, and one Python process can start Java only once.
"""

import datetime as dt
import importlib.util
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from graphkit.errors import BadParameter, MissingExtra, QueryFailed

_SCRIPT = Path(__file__).with_name("worker.py")
_JAVA_OPTIONS = (
    # graphs are small: starting and loading quickly is worth more than the second compiler (a third less time)
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    "-XX:MaxDirectMemorySize=128m",
    # a query reads the graph, neither files nor the network
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)


class Refused(Exception):
    """The engine's own error: `kind` is its class."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Worker:
    """One running process, with a folder of its own for the engine's logs; `memory` bounds its heap, in MB.

    Raises:
        MissingExtra: the extra `cypher` is not installed.
    """

    def __init__(self, memory: int = 512) -> None:
        if importlib.util.find_spec("arcadedb_embedded") is None:
            raise MissingExtra("the Cypher engine", "cypher")
        self.memory = memory
        self._folder = Path(tempfile.mkdtemp(prefix="graphkit-cypher-"))
        self._process = subprocess.Popen(  # noqa: S603  # our own script, by our own interpreter
            [sys.executable, "-P", str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=self._environment(),
            encoding="utf-8",
            # Ctrl-C is for us: we end the process ourselves
            start_new_session=True,
        )
        self._end = weakref.finalize(self, _end, self._process, self._folder)
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=_read, args=(self._process.stdout, self._answers), daemon=True)
        self._reader.start()

    def ask(self, do: str, timeout: float | None = None, **fields: object) -> Any:  # noqa: ANN401  # JSON
        """The answer to one request; the process is gone after any failure but `Refused`.

        Raises:
            Refused: the engine's own error.
            QueryFailed: no answer within `timeout` seconds, or the process ended.
        """
        line = json.dumps({"do": do, **fields}, default=_encode)
        try:
            answer = self._exchange(line, timeout)
        except BaseException:
            self.kill()
            raise
        if "error" in answer:
            raise Refused(str(answer["error"]), str(answer["message"]))
        return answer["ok"]

    def alive(self) -> bool:
        """Whether the process can still be asked."""
        return self._process.poll() is None

    def kill(self) -> None:
        """Ends the process now and removes its folder; safe to call again."""
        self._end()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not stream.closed:
                _close(stream)

    def _exchange(self, line: str, timeout: float | None) -> dict[str, Any]:
        stdin = self._process.stdin
        if stdin is None or stdin.closed:
            raise QueryFailed("the Cypher engine was closed: open it again")
        try:
            stdin.write(line + "\n")
            stdin.flush()
            answer = self._answers.get(timeout=timeout)
        except queue.Empty:
            raise QueryFailed(f"no answer within {timeout:g} seconds, so the query was stopped: ask for less") from None
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise QueryFailed(
                f"the Cypher engine ended; its {self.memory} MB were too little for this query: ask for less"
            )
        found: dict[str, Any] = json.loads(answer)
        return found

    def _environment(self) -> dict[str, str]:
        options = [f"-Xmx{self.memory}m", *_JAVA_OPTIONS, os.environ.get("ARCADEDB_JVM_ARGS", "")]
        crash_file = str(self._folder / "crash.log")
        return os.environ | {"ARCADEDB_JVM_ARGS": " ".join(options), "ARCADEDB_JVM_ERROR_FILE": crash_file}


def _end(process: "subprocess.Popen[str]", folder: Path) -> None:
    """Also done when Python ends, for an engine that nobody closed."""
    process.kill()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _read(stream: IO[str], answers: "queue.SimpleQueue[str]") -> None:
    for line in stream:
        answers.put(line)
    answers.put("")


def _close(stream: IO[str]) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        # what was still to be written goes nowhere, as it should
        return


def _encode(value: object) -> object:
    """What JSON has no word for, as the worker reads it."""
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date):
        return {"$date": value.isoformat()}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple | set | frozenset):
        return list(value)
    raise BadParameter(
        f"a value of type {type(value).__name__} cannot go into a query: give text, numbers, dates or lists"
    )
