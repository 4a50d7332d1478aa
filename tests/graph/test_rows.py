import json

import pandas as pd
import pytest

from graphkit.graph.rows import Rows

ROWS = Rows(("name", "n"), (("a", 1), ("b", None), ("c", 3)))


def test_reads_as_a_sequence_of_dictionaries() -> None:
    assert list(ROWS) == [{"name": "a", "n": 1}, {"name": "b", "n": None}, {"name": "c", "n": 3}]
    assert ROWS[-1] == {"name": "c", "n": 3}
    assert ROWS[:1] == Rows(("name", "n"), (("a", 1),))
    assert len(ROWS) == 3
    assert json.loads(json.dumps(list(ROWS)))[0] == {"name": "a", "n": 1}


def test_a_column_by_name() -> None:
    assert ROWS.column("n") == (1, None, 3)
    with pytest.raises(KeyError):
        ROWS.column("m")


def test_pandas_takes_it_as_it_is() -> None:
    frame = pd.DataFrame(ROWS)
    assert list(frame.columns) == ["name", "n"]
    assert list(frame["name"]) == ["a", "b", "c"]
