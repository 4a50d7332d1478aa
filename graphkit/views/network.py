"""network.html: how strategies, priorities, actions and partners hang together, as a picture and as a list."""

from urllib.parse import urlencode

from graphkit.views import vis, words
from graphkit.views.graph import Graph, Kind, Node, graph_of
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.model import ViewData
from graphkit.views.page import Page, asset

_KINDS: dict[Kind, tuple[str, str, str]] = {
    "strategy": ("Strategy", "Strategies", "M3 3h14v14H3z"),
    "priority": ("Priority", "Priorities", "M10 1 19 10 10 19 1 10z"),
    "action": ("Action", "Actions", "M10 5.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 1 1 0-9z"),
    "partner": ("Partner", "Partners", "M10 2 19 17H1z"),
}


def network_page(data: ViewData) -> Page:
    """The drawing with its legend, panel and list; a page of text alone when there is nothing to draw."""
    graph = graph_of(data)
    drawn = bool(graph.nodes)
    body = join(
        el("h1", "How it hangs together"),
        el("p", _summary(graph), class_="lede"),
        (_stage(graph), _lists(graph)) if drawn else None,
    )
    return Page(
        file="network.html",
        title="How it hangs together",
        body=body,
        styles=(asset("base.css"), asset("network.css")),
        scripts=(asset("state.js"), *vis.scripts(graph), asset("network.js")) if drawn else (),
        data={"graph": _data(data, graph)} if drawn else {},
    )


def _summary(graph: Graph) -> str:
    if not graph.nodes:
        return "There is nothing to draw yet: the graph holds no priority, action or partner."
    counts = [(kind, sum(1 for node in graph.nodes if node.kind == kind)) for kind in _KINDS]
    parts = [words.count(number, _KINDS[kind][0].lower(), _KINDS[kind][1].lower()) for kind, number in counts if number]
    folded = "" if graph.whole else " There are too many actions to draw: a line counts those it stands for."
    return f"{words.listed(parts)}.{folded} People are left out of this picture."


def _stage(graph: Graph) -> Markup:
    kinds = [kind for kind in _KINDS if any(node.kind == kind for node in graph.nodes)]
    legend = [el("li", _symbol(kind), _KINDS[kind][0]) for kind in kinds]
    if any(edge.inferred for edge in graph.edges):
        legend.append(el("li", el("span", class_="dashed"), "inferred"))
    buttons = [
        el("button", label, type="button", data_zoom=way, aria_label=spoken)
        for label, way, spoken in (("+", "in", "Zoom in"), ("−", "out", "Zoom out"), ("Show all", "fit", "Show all"))
    ]
    return el(
        "div",
        el("ul", legend, class_="legend", aria_label="Legend"),
        el(
            "div",
            el(
                "div",
                id="mynetwork",
                role="img",
                aria_label="Drawing of the network; the list below says the same in words",
            ),
            el("div", buttons, class_="zoom"),
            class_="canvas",
        ),
        el(
            "aside",
            el("p", "Choose something in the picture or in the list below.", class_="soft"),
            id="panel",
            aria_live="polite",
            aria_label="What is chosen",
        ),
        id="stage",
        class_="stage scripted",
    )


def _symbol(kind: Kind) -> Markup:
    return el(
        "svg",
        el("path", d=_KINDS[kind][2], fill="currentColor"),
        viewBox="0 0 20 20",
        width=16,
        height=16,
        aria_hidden="true",
        class_=kind,
    )


def _lists(graph: Graph) -> Markup:
    beside = _neighbours(graph)
    groups = [
        el(
            "details",
            el("summary", f"{plural} ({len(found)})"),
            el("ul", [_entry(graph, node, beside) for node in found]),
        )
        for kind, (_, plural, _) in _KINDS.items()
        if (found := sorted((n for n in graph.nodes if n.kind == kind), key=lambda n: (n.label.casefold(), n.key)))
    ]
    table = el("a", "table of actions", href="actions.html")
    return join(
        el("h2", "The same as a list"),
        el("p", "Each entry names what it is joined to. The ", table, " holds the words of the papers.", class_="soft"),
        el("div", groups, id="lists"),
    )


def _neighbours(graph: Graph) -> dict[str, list[tuple[Node, str]]]:
    nodes = {node.id: node for node in graph.nodes}
    found: dict[str, list[tuple[Node, str]]] = {}
    for edge in graph.edges:
        found.setdefault(edge.source, []).append((nodes[edge.target], edge.says))
        found.setdefault(edge.target, []).append((nodes[edge.source], edge.says))
    return found


def _entry(graph: Graph, node: Node, beside: dict[str, list[tuple[Node, str]]]) -> Markup:
    joined = [
        join("; " if number else None, said(one.label), f" ({says.lower()})")
        for number, (one, says) in enumerate(beside.get(node.id, ()))
    ]
    href = f"#{urlencode({'show': f'{node.kind} {node.key}'})}"
    return el("li", el("a", said(node.label), href=href), el("small", joined or "joined to nothing"))


def _data(data: ViewData, graph: Graph) -> dict[str, object]:
    return {
        "nodes": [
            {
                "id": node.id,
                "show": f"{node.kind} {node.key}",
                "kind": node.kind,
                "name": _KINDS[node.kind][0],
                "label": node.label,
                "facts": [fact for fact in node.facts if fact],
                "quote": [node.quote.prefix, node.quote.exact, node.quote.suffix] if node.quote else None,
                "paper": _paper(data, node),
                "link": f"actions.html#{urlencode(node.link)}" if node.link else None,
            }
            for node in graph.nodes
        ],
        "edges": [[edge.source, edge.target, edge.says] for edge in graph.edges],
    }


def _paper(data: ViewData, node: Node) -> str | None:
    if node.quote is None:
        return None
    paper = data.papers.get(node.quote.paper)
    where = f"characters {node.quote.start:,} to {node.quote.end:,}"
    return f"{paper.title if paper else node.quote.paper}, {where}"
