"""Rows on standard output as a table, CSV, JSON or JSON lines; everything else on standard error."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from graphkit.graph.rows import Rows

FORMATS = ("table", "csv", "json", "jsonl")
_MOST_COLUMNS = 6
_WIDTH = 120
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def say(message: str) -> None:
    """One line on standard error."""
    print(message, file=sys.stderr)


def write(text: str) -> None:
    """Text on standard output, as UTF-8 whatever the console's encoding."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def write_styled(lines: "Iterable[tuple[int, Text]]") -> None:
    """Lines with their indents: coloured and wrapped on a terminal, plain and unwrapped elsewhere."""
    from rich.console import Console
    from rich.padding import Padding

    console = Console(file=sys.stdout, highlight=False)
    if console.is_terminal:
        for indent, text in lines:
            console.print(Padding(text, (0, 0, 0, indent)))
    else:
        write("".join(f"{' ' * indent}{text.plain}".rstrip(" ") + "\n" for indent, text in lines))


def write_rows(rows: "Rows", form: str) -> None:
    """Writes rows in one of FORMATS."""
    if form == "csv":
        write(as_csv(rows.columns, rows.values))
    elif form == "table":
        _table(rows)
    elif form == "jsonl":
        write("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")


def as_csv(columns: Sequence[str], values: Sequence[Sequence[Any]]) -> str:
    """CSV text; a cell that a spreadsheet would run gets an apostrophe before it (OWASP, CSV injection)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in values:
        writer.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()


def _table(rows: "Rows") -> None:
    """A table where the columns fit beside each other, else a block of lines for each row."""
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False)
    if not console.is_terminal:
        console = Console(file=sys.stdout, highlight=False, width=_WIDTH)
    if len(rows.columns) > _MOST_COLUMNS:
        _blocks(rows, console)
    else:
        _grid(rows, console)
    say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")


def _grid(rows: "Rows", console: "Console") -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in rows.columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows.values:
        table.add_row(*(_cell(value) for value in row))
    console.print(table)


def _blocks(rows: "Rows", console: "Console") -> None:
    from rich.padding import Padding
    from rich.table import Table

    width = max((len(column) for column in rows.columns), default=0)
    for row in rows.values:
        block = Table.grid(padding=(0, 2, 0, 0))
        block.add_column(style="dim", width=width)
        block.add_column(overflow="fold")
        for column, value in zip(rows.columns, row, strict=True):
            if value is not None and value != "":
                block.add_row(column.replace("_", " "), _cell(value))
        console.print(Padding(block, (0, 0, 1, 0)))


def _cell(value: object) -> "Text":
    from rich.text import Text

    return Text("" if value is None else " ".join(str(value).split()))
