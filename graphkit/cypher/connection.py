"""A connection to a Neo4j server: opened quickly or not at all, with errors that say what to do."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, ServiceUnavailable
from neo4j.exceptions import Neo4jError as ServerError

from graphkit.errors import Neo4jError

OLDEST = (5, 26)
"""The first version with dynamic labels and relationship types, so that no query is put together from names."""

_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_SECONDS = 5.0
_VERSION = re.compile(r"Neo4j/(\d+)\.(\d+)")

# the driver reports on its logger what it raises as well; without a handler that would go to standard error
logging.getLogger("neo4j").addHandler(logging.NullHandler())


def connect(uri: str, user: str, password: str | None) -> Driver:
    """A driver that has reached its server.

    Raises:
        Neo4jError: nothing answers there, or it is too old, or it does not let us in.
    """
    if uri.partition("://")[0] not in _SCHEMES:
        raise Neo4jError(f"{uri}: no address of a Neo4j server: write neo4j://HOST:7687 (or {', '.join(_SCHEMES[1:])})")
    with explained(uri, user):
        driver = GraphDatabase.driver(
            uri,
            auth=None if password is None else (user, password),
            connection_timeout=_SECONDS,
            connection_acquisition_timeout=2 * _SECONDS,
            max_transaction_retry_time=2 * _SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="graphkit",
        )
    try:
        with explained(uri, user):
            _check_version(uri, driver.get_server_info().agent)
    except BaseException:
        driver.close()
        raise
    return driver


@contextmanager
def explained(uri: str, user: str, database: str = "neo4j") -> Iterator[None]:
    """Turns the driver's errors into one line with the address and a remedy."""
    try:
        yield
    except AuthError as error:
        raise Neo4jError(f"{uri}: user {user!r} was refused: check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except ServiceUnavailable as error:
        raise Neo4jError(f"{uri}: no Neo4j answers there: start it, or set NEO4J_URI to its address") from error
    except ServerError as error:
        raise Neo4jError(f"{uri}: {_server_words(error, database)}") from error
    except (ConfigurationError, ValueError) as error:
        raise Neo4jError(f"{uri}: no address of a Neo4j server ({error}): write neo4j://HOST:7687") from error
    except (DriverError, OSError) as error:
        raise Neo4jError(f"{uri}: {one_line(str(error))}: check the server's log") from error


def one_line(message: str) -> str:
    """The message on one line of at most 300 characters."""
    words = " ".join(message.split())
    return words if len(words) <= 300 else words[:299] + "…"


def _check_version(uri: str, agent: str) -> None:
    version = _VERSION.match(agent)
    if version and (int(version[1]), int(version[2])) < OLDEST:
        raise Neo4jError(f"{uri}: this is {agent}: graphkit needs Neo4j {OLDEST[0]}.{OLDEST[1]} or newer")


def _server_words(error: ServerError, database: str) -> str:
    code = error.code or ""
    if "DatabaseNotFound" in code:
        return f"no database {database!r} there: check NEO4J_DATABASE"
    if "AuthenticationRateLimit" in code:
        return "too many wrong passwords: wait a few seconds and check NEO4J_PASSWORD"
    if "Forbidden" in code or "Unauthorized" in code:
        return f"this user may not do that in database {database!r}: {one_line(error.message or code)}"
    return one_line(f"{error.message or code}")
