"""The graph that the network page draws: nodes and edges of the view data, in plain records."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from graphkit.views import answers, words
from graphkit.views.model import Action, Quote, ViewData

Kind = Literal["strategy", "priority", "action", "partner"]
MANY = 1_000
"""Above this number of nodes the actions are left out and counted on the edges instead."""


@dataclass(frozen=True, slots=True)
class Node:
    """Something drawn; `link` is the query of the action table that shows more, `facts` are lines of text."""

    id: str
    kind: Kind
    key: str
    label: str
    facts: tuple[str, ...] = ()
    quote: Quote | None = None
    link: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes: what it says, how many actions it stands for, and whether a rule inferred it."""

    source: str
    target: str
    says: str
    weight: int = 1
    inferred: bool = False


@dataclass(frozen=True)
class Graph:
    """What is drawn; `whole` is false when the actions are folded into the edges."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    whole: bool = True


@dataclass
class _Drawing:
    nodes: dict[tuple[Kind, str], Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def add(
        self,
        kind: Kind,
        key: str,
        label: str,
        facts: tuple[str, ...] = (),
        quote: Quote | None = None,
        link: tuple[tuple[str, str], ...] = (),
    ) -> str:
        """The id of a node, which is made when it is not there yet."""
        known = self.nodes.get((kind, key))
        if known is None:
            known = self.nodes[kind, key] = Node(f"n{len(self.nodes)}", kind, key, label, facts, quote, link)
        return known.id


def graph_of(data: ViewData, many: int = MANY) -> Graph:
    """Strategies, priorities, actions and partners; people are left out, for a picture makes too much of one name."""
    shown = _aims(data)
    whole = _whole(data, shown)
    if len(whole.nodes) <= many:
        return Graph(tuple(whole.nodes.values()), tuple(whole.edges), whole=True)
    folded = _folded(data, _aims(data))
    return Graph(tuple(folded.nodes.values()), tuple(folded.edges), whole=False)


def _aims(data: ViewData) -> _Drawing:
    """Strategies with their priorities."""
    drawing = _Drawing()
    for priority in data.priorities.values():
        paper = data.papers.get(priority.paper)
        title = paper.title if paper else priority.paper
        dated = (words.date(paper.date),) if paper and paper.date else ()
        top = drawing.add("strategy", priority.paper, title, facts=dated, link=(("paper", priority.paper),))
        above = priority.parent if priority.parent in data.priorities else None
        one = drawing.add("priority", priority.key, priority.label, quote=priority.quote)
        if above is None:
            drawing.edges.append(Edge(top, one, "has the priority"))
        else:
            parent = data.priorities[above]
            upper = drawing.add("priority", above, parent.label, quote=parent.quote)
            drawing.edges.append(Edge(upper, one, "has under it"))
    return drawing


def _partner(data: ViewData, drawing: _Drawing, key: str) -> str | None:
    party = answers.party_of(data, key)
    if party.type == "person":
        return None
    kind = words.PARTY_TYPE.get(party.type)
    return drawing.add(
        "partner", key, party.label, facts=(kind,) if kind else (), link=(("partner", key), ("role", "all"))
    )


def _whole(data: ViewData, drawing: _Drawing) -> _Drawing:
    for action in data.actions:
        one = drawing.add("action", action.key, action.text, facts=_facts(data, action), quote=action.quote)
        for link in action.links:
            if link.priority in data.priorities:
                aim = drawing.nodes["priority", link.priority].id
                says = "stands under" if link.stated else "may serve (inferred)"
                drawing.edges.append(Edge(one, aim, says, inferred=not link.stated))
        for part in action.parts:
            who = _partner(data, drawing, part.party)
            if who:
                drawing.edges.append(Edge(who, one, words.role(part.role), inferred=part.basis == "inferred"))
    return drawing


def _facts(data: ViewData, action: Action) -> tuple[str, ...]:
    paper = data.papers.get(action.paper)
    return (words.status(action.status), words.due(action.due), paper.title if paper else action.paper)


def _folded(data: ViewData, drawing: _Drawing) -> _Drawing:
    pairs: Counter[tuple[str, str, bool]] = Counter()
    for action in data.actions:
        aims = [link for link in action.links if link.priority in data.priorities]
        for key in sorted({part.party for part in action.parts}) if aims else ():
            who = _partner(data, drawing, key)
            for link in aims:
                if who:
                    pairs[who, drawing.nodes["priority", link.priority].id, not link.stated] += 1
    for (who, aim, inferred), number in pairs.items():
        says = words.count(number, "action") + (" (inferred)" if inferred else "")
        drawing.edges.append(Edge(who, aim, says, weight=number, inferred=inferred))
    return drawing
