"""The corpus, read once for all tests of a session."""

from pathlib import Path

import pytest

from graphkit.evaluating import evaluate
from graphkit.evaluation.measured import Evaluation


@pytest.fixture(scope="session")
def measured() -> Evaluation:
    return evaluate(Path(__file__).resolve().parent)
