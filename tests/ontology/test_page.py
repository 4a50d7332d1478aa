from pathlib import Path

from graphkit.graph.ontology_page import page
from graphkit.graph.vocabulary import Cls, Prop, local_name


def test_the_page_is_up_to_date() -> None:
    written = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert written == page(), "run python -m graphkit.graph.ontology_page > docs/ontology.md"


def test_the_page_tells_of_every_term() -> None:
    text = page()
    assert [local_name(term) for term in (*Cls, *Prop) if f"| `hw:{local_name(term)}`" not in text] == []
    assert "```mermaid\nclassDiagram\n" in text
