"""A paper explained on a terminal, or as plain lines in a file or a pipe."""

from typing import TYPE_CHECKING

from graphkit.cli.output import write_styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.text import Text

    from graphkit.explain import Explained, Told

_MARGIN, _INSET, _WORDS = 9, 4, 70
_ZONE_STYLES = {
    "decisions": "green", "next steps": "green", "commitments": "green", "action line": "green",
    "row of an action table": "green", "lead-in": "cyan", "heading": "bold",
}  # fmt: skip
# A paper may hold characters that command a terminal.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


def write_explained(passages: "Iterable[Explained]", heading: str, rules: "Mapping[str, str]", footing: str) -> None:
    """Writes the passages and what their rules mean: coloured and wrapped on a terminal, one line a fact elsewhere."""
    from rich.text import Text

    rows = [(0, Text(heading, "bold")), *(row for one in passages for row in _passage(one))]
    rows += [(0, Text("\nThe rules named above:", "bold")) for _ in rules][:1]
    rows += [(2, Text.assemble((rule, "cyan"), f": {means}")) for rule, means in rules.items()]
    rows.append((0, Text(f"\n{footing}")))
    write_styled(rows)


def _passage(one: "Explained") -> "Iterator[tuple[int, Text]]":
    """The lines of a passage, each with its indent."""
    from rich.text import Text

    place = str(one.first) if one.first == one.last else f"{one.first}-{one.last}"
    head = Text.assemble("\n", (f"{place:>{_MARGIN - 2}}  ", "dim"), (one.zone, _ZONE_STYLES.get(one.zone, "")))
    if one.lead_in:
        head.append(f"  (opened by {_safe(one.lead_in)})", "dim")
    yield 0, head
    yield _MARGIN, Text(_safe(one.text), "dim" if one.zone == "page furniture" else "")
    if one.names:
        yield _MARGIN, Text(f"named: {_safe('; '.join(one.names))}", "dim")
    for fact in one.facts:
        yield _MARGIN + _INSET * (fact.under is not None), _fact(fact)
    if one.why:
        mark, style = ("? not understood: ", "bold yellow") if one.unread else ("- ", "dim")
        yield _MARGIN, Text(mark + _safe(one.why), style)


def _fact(fact: "Told") -> "Text":
    from rich.text import Text

    own = fact.under is None
    told = [
        fact.basis if fact.basis != "explicit" else "",
        f"rule {fact.rule}" if fact.rule else "",
        f"{fact.confidence:.2f}" if fact.confidence is not None else "",
    ]
    rest = ", ".join(part for part in told if part)
    line = Text.assemble((f"{'+ ' if own else ''}{fact.what}: ", "bold green" if own else "green"), _safe(fact.says))
    line.append(f"  [{rest}]" if rest else "", "cyan")
    if not own or fact.rule:
        words = fact.words if len(fact.words) <= _WORDS else fact.words[: _WORDS - 1] + "…"
        line.append(f"  “{_safe(words)}”", "dim")
    return line


def _safe(text: str) -> str:
    return text.translate(_CONTROLS)
