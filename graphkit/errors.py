"""Everything that graphkit raises on purpose.

GraphkitError
├── UsageError            the call is wrong: a missing path, an unknown name, a bad parameter      (exit status 2)
│   ├── UnknownFormat     no reader knows this kind of file
│   ├── UnknownQuery      no named query of that name
│   └── BadParameter      a query's parameter is missing, unknown or of the wrong type
└── RunError              the call is right and something failed                                   (exit status 1)
    ├── UnreadableFile    the file cannot be read as what it claims to be
    ├── WorkspaceError    the workspace is missing, broken, or held by another process
    ├── QueryFailed       the engine refused or stopped the query
    ├── GoldFault         a gold file cannot be used to measure with
    ├── MissingExtra      an optional part is not installed
    └── Neo4jError        the server cannot be reached, or refuses us

Every message is one line that says what, where, and what to do next.
"""


class GraphkitError(Exception):
    """Root of the tree; `exit_status` is what the command line ends with."""

    exit_status = 1


class UsageError(GraphkitError):
    """The call itself is wrong."""

    exit_status = 2


class UnknownFormat(UsageError):
    """No reader knows this kind of file."""


class UnknownQuery(UsageError):
    """No named query of that name."""


class BadParameter(UsageError):
    """A query's parameter is missing, unknown or of the wrong type."""


class RunError(GraphkitError):
    """The call is right and something failed."""


class UnreadableFile(RunError):
    """The file cannot be read as what it claims to be."""


class WorkspaceError(RunError):
    """The workspace is missing, broken, or held by another process."""


class QueryFailed(RunError):
    """The engine refused or stopped the query."""


class GoldFault(RunError):
    """A gold file cannot be used to measure with; each line of the message names file, place and remedy."""


class MissingExtra(RunError):
    """An optional part is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed: run pip install 'graphkit[{extra}]'")


class Neo4jError(RunError):
    """The server cannot be reached, or refuses us."""
