"""Where nodes stand: a column for each kind, read from left to right, ordered so that lines cross little.

The ordering is the barycentre method of Sugiyama, Tagawa and Toda (1981): each node moves to the mean place of what it
is joined to, a few times over. Nothing in it is random, so the same graph gives the same picture.
"""

import math
from collections import defaultdict

from graphkit.views.graph import Graph, Kind, Node

HEIGHT = 760
_SWEEPS = 6
_COLUMN: dict[Kind, int] = {"strategy": 0, "priority": 170, "action": 460, "partner": 740}
_DEEP = 70
_BESIDE = 16
"""More actions than `_DEEP` take a second column, `_BESIDE` to the right of the first."""

Place = tuple[int, int]


def places(graph: Graph) -> dict[str, Place]:
    """Whole-number x and y of each node id, y from 0 to HEIGHT."""
    columns: dict[Kind, list[Node]] = {kind: [n for n in graph.nodes if n.kind == kind] for kind in _COLUMN}
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    height = {name: y for nodes in columns.values() for name, y in _spread(nodes).items()}
    for _ in range(_SWEEPS):
        for kind in ("partner", "action"):
            columns[kind] = _sorted(columns[kind], beside, height)
            height.update(_spread(columns[kind]))
    return {
        node.id: (_COLUMN[kind] + _shift(kind, number, len(nodes)), round(height[node.id]))
        for kind, nodes in columns.items()
        for number, node in enumerate(nodes)
    }


def _spread(nodes: list[Node]) -> dict[str, float]:
    """Even places over the height, in this order."""
    return {node.id: HEIGHT * (number + 0.5) / len(nodes) for number, node in enumerate(nodes)}


def _sorted(nodes: list[Node], beside: dict[str, list[str]], height: dict[str, float]) -> list[Node]:
    def middle(node: Node) -> float:
        near = beside.get(node.id)
        return sum(height[name] for name in near) / len(near) if near else math.inf

    return sorted(nodes, key=middle)


def _shift(kind: Kind, number: int, size: int) -> int:
    """How far a node of a crowded column steps aside."""
    wide = math.ceil(size / _DEEP)
    return (number % wide) * _BESIDE - (wide - 1) * _BESIDE // 2 if kind == "action" else 0
