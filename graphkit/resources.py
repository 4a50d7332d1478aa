"""Where the content folders (ontology, queries, loaders, reference data) are.

In a checkout they stand beside the package, in an installed wheel inside it. `HOME` is the folder that holds them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

HOME: Path = _PACKAGE if (_PACKAGE / "ontology").is_dir() else _PACKAGE.parent
ONTOLOGY: Path = HOME / "ontology"
QUERIES: Path = HOME / "queries"
LOADERS: Path = HOME / "loaders"
REFERENCE: Path = _PACKAGE / "identity" / "data"
LANGUAGE: Path = _PACKAGE / "language" / "data"
