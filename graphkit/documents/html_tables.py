"""Tables of a page: which are data, which only lay it out, and where each cell stands (HTML section 4.9.12)."""

from dataclasses import dataclass, field, replace

from graphkit.documents.columns import is_header
from graphkit.documents.html_lists import integer
from graphkit.documents.markup import Attributes
from graphkit.documents.model import TablePlace
from graphkit.documents.pieces import Piece
from graphkit.documents.source import MAX_BLOCKS

_MOST_COLUMNS = 200
_MOST_BLOCKS_IN_A_CELL = 8
_LONGEST_CELL = 1500


@dataclass(slots=True)
class Cell:
    """A cell as written: its pieces, and how many columns and rows it says it spans (a span of 0 rows: to the end)."""

    heading: bool
    columns: int
    rows: int
    pieces: list[Piece] = field(default_factory=list)

    @classmethod
    def of(cls, tag: str, attributes: Attributes) -> "Cell":
        """The cell that a start tag opens."""
        columns = max(1, min(integer(attributes.get("colspan")) or 1, _MOST_COLUMNS))
        rows = integer(attributes.get("rowspan"))
        return cls(tag == "th", columns, 1 if rows is None else max(0, rows))


@dataclass(slots=True)
class Table:
    """A table that is open or read: rows of cells, and whether something in it shows that it lays out the page."""

    layout: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    in_head: list[bool] = field(default_factory=list)

    def is_layout(self) -> bool:
        """Whether the table only arranges the page: nested tables, headings or labels, a lone column, long cells."""
        cells = [cell for row in self.rows for cell in row]
        if self.layout or max((len(row) for row in self.rows), default=0) < 2:
            return True
        for cell in cells:
            if any(piece.kind in {"heading", "label"} for piece in cell.pieces):
                return True
            size = sum(piece.end - piece.start for piece in cell.pieces)
            if len(cell.pieces) > _MOST_BLOCKS_IN_A_CELL and size > _LONGEST_CELL:
                return True
        return False

    def set_head_aside(self) -> None:
        """The header row of a layout table ("No.", "Item") is furniture."""
        for row in self.rows[:1]:
            if row and all(cell.heading for cell in row):
                for piece in (piece for cell in row for piece in cell.pieces):
                    piece.boilerplate = True


def place_cells(table: Table, number: int, text: str) -> list[Piece]:
    """The pieces of a data table, row by row.

    A cell that spans rows is given again, with the same span, in each row it covers; one that spans columns is given
    once, and heads all its columns if it is a header.
    """
    grid = _grid(table)
    headers: dict[int, str] = {}
    result: list[Piece] = []
    for row, cells in enumerate(grid):
        heads = bool(cells) and _heads(table, row, cells, text, known=bool(headers))
        if heads and row and not all(c.heading for c in cells.values()):
            headers = {}
        for column in sorted(cells):
            cell = cells[column]
            if column and cells.get(column - 1) is cell:
                if heads:
                    headers[column] = headers.get(column - 1, "")
                continue
            if heads:
                headers[column] = " ".join(" ".join(text[p.start : p.end] for p in cell.pieces).split())
            place = TablePlace(number, row, column, headers.get(column, ""), heads)
            result += (replace(p, kind="cell", place=place, sure=True) for p in cell.pieces)
    return result


def _grid(table: Table) -> list[dict[int, Cell]]:
    grid: list[dict[int, Cell]] = [{} for _ in table.rows]
    spent = 0
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while column in grid[row]:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            last = len(grid) if cell.rows == 0 else min(len(grid), row + cell.rows)
            # A page whose spans would fill more cells than a paper has blocks gets none of them.
            last = last if spent < MAX_BLOCKS else row + 1
            spent += (last - row) * cell.columns
            for below in range(row, last):
                for across in range(column, min(column + cell.columns, _MOST_COLUMNS)):
                    grid[below].setdefault(across, cell)
            column += cell.columns
    return grid


def _heads(table: Table, row: int, cells: dict[int, Cell], text: str, *, known: bool) -> bool:
    """Whether a row is a header: in a thead, all th, or the first row with words that head columns."""
    if table.in_head[row] or all(cell.heading for cell in cells.values()):
        return len({id(cell) for cell in cells.values()}) > 1 or not known
    if known or row:
        return False
    return is_header([" ".join(text[p.start : p.end] for p in cell.pieces) for cell in cells.values()])
