"""Checks the reference lists, one problem a line: `python -m graphkit.identity.reference_check [FOLDER]`."""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit.resources import REFERENCE

Row = dict[str, str]

# 95A to 95Z: codes of the districts of Northern Ireland that ended in 2015.
_GSS = re.compile(r"[EWSNK]\d{8}|95[A-Z]")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_ODS = re.compile(r"[A-Z0-9]{3}(?:[A-Z0-9]{2})?")
# A code may hold for a time: "gss:E54000001 (to 2026-03-31)".
_NOTE = re.compile(r" \((?:from|to) [\d-]{4,10}\)$")
_SCOPES = frozenset({"national", "area"})
_KINDS = frozenset({"acronym", "short name", "former name", "misspelling"})
_FILES = ("places.csv", "organisations.csv", "aliases.csv", "roles-and-sectors.csv")


def problems(folder: Path = REFERENCE) -> list[str]:
    """What is wrong with the lists of a folder: bad codes and dates, broken links, names that are not unique."""
    places, bodies, aliases, roles = (_load(folder / name) for name in _FILES)
    codes = {row["code"] for row in places}
    ids = {row["id"] for row in bodies}
    types = {row["type"] for row in bodies}
    return [
        *_twice("place", (row["code"] for row in places)),
        *_twice("organisation", (row["id"] for row in bodies)),
        *_twice("alias", (f"{row['alias'].lower()} for {row['target']}" for row in aliases)),
        *_twice("role", (f"{row['label']} ({row['type']})" for row in roles)),
        *(problem for row in places for problem in _place(row, codes)),
        *(problem for row in bodies for problem in _body(row, codes, ids)),
        *(problem for row in aliases for problem in _alias(row, ids, types)),
        *_same_names(places, "code"),
        *_same_names(bodies, "id"),
    ]


def _load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parts(cell: str) -> list[str]:
    return [part for each in cell.split(";") if (part := each.strip())]


def _twice(what: str, keys: Iterable[str]) -> Iterator[str]:
    return (f"{what} {key}: more than one row" for key, count in Counter(keys).items() if count > 1)


def _place(row: Row, codes: set[str]) -> Iterator[str]:
    code = row["code"]
    if not _GSS.fullmatch(code):
        yield f"place {code}: not a code of the Office for National Statistics"
    for column in ("parent_codes", "successor_codes"):
        yield from (f"place {code}: {column} names {each}, which has no row" for each in _unknown(row[column], codes))
    yield from _validity(f"place {code}", row)


def _body(row: Row, codes: set[str], ids: set[str]) -> Iterator[str]:
    where = f"organisation {row['id']}"
    yield from (f"{where}: places names {each}, which has no row" for each in _unknown(row["places"], codes))
    for column in ("successor", "part_of"):
        yield from (f"{where}: {column} names {each}, which has no row" for each in _unknown(row[column], ids))
    for each in _parts(row["other_ids"]):
        scheme, _, value = _NOTE.sub("", each).partition(":")
        if not value or (scheme == "gss" and not _GSS.fullmatch(value)):
            yield f"{where}: other_ids holds {each}, which is no code"
    if row["ods_code"] and not _ODS.fullmatch(row["ods_code"]):
        yield f"{where}: {row['ods_code']} is no code of the Organisation Data Service"
    yield from _validity(where, row)


def _unknown(cell: str, known: set[str]) -> list[str]:
    return [each for each in _parts(cell) if each not in known]


def _validity(where: str, row: Row) -> Iterator[str]:
    for column in ("valid_from", "valid_to"):
        if row[column] and not _DATE.fullmatch(row[column]):
            yield f"{where}: {column} {row[column]} is no ISO date"
    if row["valid_from"] and row["valid_to"] and row["valid_from"] > row["valid_to"]:
        yield f"{where}: ends before it begins"
    if "|" not in row["source"]:
        yield f"{where}: source lacks a key or a licence"


def _alias(row: Row, ids: set[str], types: set[str]) -> Iterator[str]:
    where, target = f"alias {row['alias']}", row["target"]
    known = target[5:] in types if target.startswith("type:") else target in ids
    if not known:
        yield f"{where}: target {target} has no row"
    if row["scope"] not in _SCOPES:
        yield f"{where}: scope {row['scope']} is not one of {', '.join(sorted(_SCOPES))}"
    if row["kind"] not in _KINDS:
        yield f"{where}: kind {row['kind']} is not one of {', '.join(sorted(_KINDS))}"


def _same_names(rows: list[Row], key: str) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["type"], row["name"].lower()].append(row)
    for group in groups.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if _overlap(one, other):
                    yield f"{one[key]} and {other[key]}: the same name and type at the same time"


def _overlap(one: Row, other: Row) -> bool:
    return (one["valid_from"] or "0") <= (other["valid_to"] or "9") and (other["valid_from"] or "0") <= (
        one["valid_to"] or "9"
    )


def main(arguments: list[str]) -> int:
    """Print every problem, or that there is none; 1 when there is one."""
    folder = Path(arguments[0]) if arguments else REFERENCE
    found = problems(folder)
    sys.stdout.write("".join(f"{problem}\n" for problem in found) or f"{folder}: nothing wrong\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
