"""A real Neo4j Community server for tests, on this machine only, from the jars of Maven Central.

    python tests/servers/neo4j_server.py start FOLDER     prints {"uri": ..., "user": ..., "password": ..., "pid": ...}
    python tests/servers/neo4j_server.py stop FOLDER

The data live in FOLDER; port and password are random. The first start fetches 125 MB with Maven into the user's cache
folder and needs the network; later ones do not. Java 17 or newer and Maven (first time only) must be on the PATH.

NEO4J_VERSION (5.26.30)   which server; 2025 and 2026 need Java 21
NEO4J_JARS                where its jars are or go; ~/.cache/graphkit/neo4j/VERSION by default
"""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

VERSION = os.environ.get("NEO4J_VERSION", "5.26.30")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "graphkit" / "neo4j" / VERSION
JARS = Path(os.environ.get("NEO4J_JARS") or CACHE)
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.shutdown_transaction_end_timeout=1s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
server.memory.pagecache.size=128m
"""
# Neo4j's own launcher opens these packages to Netty and the page cache; the first two options halve the start
OPTIONS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xmx512m",
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
    ),
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dfile.encoding=UTF-8",
)
HANDSHAKE = bytes.fromhex("6060b017 00080805 00000000 00000000 00000000")
SECONDS = 120


def main(arguments: list[str]) -> int:
    match arguments:
        case ["start", folder]:
            print(json.dumps(start(Path(folder).resolve())))
        case ["stop", folder]:
            stop(Path(folder).resolve())
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def start(folder: Path) -> dict[str, str | int]:
    """Starts a server on a fresh folder; returns when Bolt answers."""
    java = need("java", "install Java 17 or newer")
    fetch_jars()
    port, password = free_port(), secrets.token_hex(12)
    for name in ("conf", "data", "logs"):
        (folder / name).mkdir(parents=True)
    (folder / "conf" / "neo4j.conf").write_text(SETTINGS.format(port=port))
    environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    command = [java, *OPTIONS, "-cp", f"{JARS}/*"]
    run([*command, "org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", password], environment)
    entry = "CommunityEntryPoint" if VERSION.startswith("5.") else "Neo4jCommunity"
    console = folder / "logs" / "console.log"
    with console.open("wb") as log:
        process = subprocess.Popen(
            [*command, f"org.neo4j.server.{entry}", f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
    (folder / "pid").write_text(str(process.pid))
    deadline = time.monotonic() + SECONDS
    while not answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            sys.exit(f"Neo4j {VERSION} did not start: {console.read_text(errors='replace')[-600:]}")
        time.sleep(0.2)
    return {"uri": f"bolt://127.0.0.1:{port}", "user": "neo4j", "password": password, "pid": process.pid}


def stop(folder: Path) -> None:
    """Stops the server of a folder and waits for it."""
    pid = int((folder / "pid").read_text())
    try:
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            os.kill(pid, 0)
            time.sleep(0.1)
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def fetch_jars() -> None:
    """Fills the cache folder, once; in a folder beside it first, so that a broken fetch leaves nothing behind."""
    if JARS.is_dir():
        return
    maven = need("mvn", "install Maven, which fetches Neo4j once")
    fresh = JARS.with_name(f"{JARS.name}.{os.getpid()}")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fresh}"]
    run([maven, "-q", "-B", "-f", str(Path(__file__).with_name("pom.xml")), f"-Dneo4j.version={VERSION}", *goal])
    fresh.rename(JARS)


def run(command: list[str], environment: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed: {(done.stderr or done.stdout)[-600:]}")


def need(program: str, remedy: str) -> str:
    found = shutil.which(program)
    if found is None:
        sys.exit(f"{program} is not on the PATH: {remedy}")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Whether Bolt accepts a handshake there, which is later than the port being open."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(HANDSHAKE)
            return len(connection.recv(4)) > 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
