"""The views: a folder of pages that answer questions without a server, a network or a script from elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.graph.store import Store
    from graphkit.views.model import ViewData

__all__ = ["write_pages", "write_view"]


def write_pages(store: "Store", out: Path) -> tuple[Path, ...]:
    """Write the pages of a store into a folder: index, actions, matrix and network as HTML, the actions as CSV too.

    Gives the paths written, index.html first. The same store gives the same bytes. Raises QueryFailed when the store
    refuses a query and WorkspaceError when the folder cannot be written.
    """
    from graphkit.views.data import load_view_data

    return write_view(load_view_data(store), out)


def write_view(data: "ViewData", out: Path) -> tuple[Path, ...]:
    """Write the pages of view data that is already read (see `write_pages`)."""
    from graphkit.views.actions import actions_page
    from graphkit.views.files import write_file
    from graphkit.views.index import index_page
    from graphkit.views.matrix import matrix_page
    from graphkit.views.network import network_page
    from graphkit.views.page import render
    from graphkit.views.rows import csv_lines, csv_text

    pages = [make(data) for make in (index_page, actions_page, matrix_page, network_page)]
    texts = [(page.file, render(page)) for page in pages] + [("actions.csv", csv_text(csv_lines(data)))]
    return tuple(write_file(out, name, text) for name, text in texts)
