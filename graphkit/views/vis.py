"""pyvis, made safe: its scripts without its page.

pyvis 0.3.2 links to two content delivery networks even when told to be in line, and shows a title as HTML as soon as
any title holds "href". So nodes carry ids of ours and no titles, only scripts that stand in the page are taken, the
write of HTML becomes a write of text, and the page that takes the scripts in allows them by their hashes alone.
"""

import json
import re

from graphkit.views.graph import Graph, Kind
from graphkit.views.layout import places

_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_SHAPE: dict[Kind, tuple[str, str, int]] = {
    "strategy": ("square", "#3b6fb6", 20),
    "priority": ("diamond", "#c2501a", 16),
    "action": ("dot", "#857520", 7),
    "partner": ("triangle", "#0f766e", 13),
}
_SHORT = 48
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "keyboard": False, "tooltipDelay": 200},
    "nodes": {"font": {"size": 15, "face": "system-ui, sans-serif", "strokeWidth": 4}, "borderWidth": 0},
    "edges": {
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45},
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
}


def scripts(graph: Graph) -> tuple[str, ...]:
    """The scripts that draw a graph into the element "mynetwork" and leave `network`, `nodes` and `edges` behind."""
    from pyvis.network import Network

    net = Network(cdn_resources="in_line", directed=True)
    at = places(graph)
    for node in graph.nodes:
        shape, colour, size = _SHAPE[node.kind]
        x, y = at[node.id]
        net.add_node(node.id, label=_label(node.kind, node.label), shape=shape, color=colour, size=size, x=x, y=y)
    for edge in graph.edges:
        net.add_edge(edge.source, edge.target, width=min(1 + edge.weight / 2, 8), dashes=edge.inferred, arrows="")
    net.set_options(json.dumps(_OPTIONS))
    page = net.generate_html().replace("\r\n", "\n")
    return tuple(_as_text(script) for script in _SCRIPT.findall(page) if script.strip())


def _label(kind: Kind, label: str) -> str:
    """What stands beside a node: nothing for an action, and never a whole sentence."""
    if kind == "action":
        return " "
    line = " ".join(label.split())
    if len(line) <= _SHORT:
        return line
    return line[:_SHORT].rsplit(" ", 1)[0] + "…"


def _as_text(script: str) -> str:
    return script.replace("popup.innerHTML =", "popup.textContent =")
