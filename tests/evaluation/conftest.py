"""A folder with a paper and its gold, made anew for each test."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAPER = """\
Northmere Health and Wellbeing Board

Minutes of the meeting held on 14 March 2024

5. Warm homes

RESOLVED that:

(1) Northmere City Council open two warm hubs by June 2024; and
(2) the Chair write to Wolden Hospitals about fares.
"""

Board = Callable[..., Path]


@pytest.fixture
def gold() -> dict[str, Any]:
    """Gold of the first action; the second is left out, so that a reading finds more."""
    council = {"names": ["Northmere City Council"], "type": "organisation"}
    return {
        "document": "march.txt",
        "kind": "minutes",
        "board": ["Northmere Health and Wellbeing Board", "Board"],
        "meeting_date": "2024-03-14",
        "item_title": "Warm homes",
        "priorities": [],
        "actions": [
            {
                "ref": "(1)",
                "quote": "Northmere City Council open two warm hubs by June 2024",
                "status": "agreed",
                "owners": [{**council, "basis": "explicit"}],
                "others": [],
                "topics": ["top:poverty"],
                "populations": [],
                "due": {"text": "by June 2024", "offset": None, "date": "2024-06"},
            },
        ],
        "partners": [council],
    }


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """Makes docs/march.txt and gold/march.json of a value or text; None leaves the gold out."""

    def make(value: object, paper: str = PAPER) -> Path:
        for folder, name, text in (("docs", "march.txt", paper), ("gold", "march.json", value)):
            (tmp_path / folder).mkdir(exist_ok=True)
            if text is not None:
                written = text if isinstance(text, str) else json.dumps(text)
                (tmp_path / folder / name).write_text(written, encoding="utf-8")
        return tmp_path

    return make
