"""`graphkit status`: what was built from what, and what could not be read."""

from typing import TYPE_CHECKING, Any

from graphkit.graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphkit.graph.store import Store
    from graphkit.workspace import Workspace

_PAPERS = """
SELECT ?path ?kind ?date ?title ?passages WHERE {
  ?d a hw:Document ; hw:path ?path ; hw:kind ?kind ; dcterms:title ?title .
  OPTIONAL { ?d hw:date ?date }
  OPTIONAL { ?d hw:passages ?passages }
} ORDER BY ?path"""
_HELD = """
SELECT ?path ?class (COUNT(?thing) AS ?many) WHERE {
  VALUES ?class { hw:Action hw:Priority hw:Unread }
  ?thing a ?class ; hw:recordedIn ?d . ?d hw:path ?path .
} GROUP BY ?path ?class"""
_UNREAD = """
SELECT ?path ?reason ?words WHERE {
  ?u a hw:Unread ; hw:recordedIn ?d ; hw:reason ?reason . ?d hw:path ?path .
  OPTIONAL { ?u hw:evidence ?e . ?e oa:exact ?words ; oa:start ?start }
} ORDER BY ?path ?start"""


def status(store: "Store", workspace: "Workspace") -> str:
    """Lines for a person: the last change, what each paper gave, and what was not understood."""
    papers, unread = store.query(_PAPERS), store.query(_UNREAD)
    held = {(row["path"], local_name(str(row["class"]))): int(row["many"] or 0) for row in store.query(_HELD)}
    last = store.changes()[-1] if store.changes() else None
    lines = [f"workspace  {workspace.root}"]
    if last is not None:
        lines.append(f"built      change {last.sequence}, {last.time}, graphkit {last.version}")
    lines += [f"papers     {len(papers)}"]
    met = sum(int(row["passages"] or 0) for row in papers)
    silent = sum(held.get((row["path"], "Unread"), 0) for row in papers if row["kind"] != "unreadable")
    lines += [f"passages   {understood(met, silent)}", ""]
    for row in papers:
        lines.append(f"{row['path']}\n    {row['kind']}, {row['date'] or 'undated'}: {row['title']}")
        lines.append(f"    {_gave(row, held)}")
    if len(unread):
        lines += ["", "not understood (graphkit extract FILE --explain shows the lines around):"]
    for row in unread:
        words = " ".join(str(row["words"] or "").split())
        lines.append(f"{row['path']}: {row['reason']}" + (f": “{words[:100]}”" if words else ""))
    return "\n".join(lines)


def _gave(row: "Mapping[str, Any]", held: "Mapping[tuple[Any, str], int]") -> str:
    """What a paper gave, and the share of its passages that was understood."""
    if row["kind"] == "unreadable":
        return "could not be read"
    actions, priorities, silent = (held.get((row["path"], name), 0) for name in ("Action", "Priority", "Unread"))
    facts = f"{actions} action{'s' * (actions != 1)}, {priorities} priorit{'y' if priorities == 1 else 'ies'}"
    return f"{facts}; {understood(int(row['passages'] or 0), silent)}"


def understood(met: int, silent: int) -> str:
    """How many list items, rows and outcomes were understood, of those that stand where actions are recorded."""
    if not met:
        return "no list items, rows or outcomes where actions are recorded"
    return f"{met - silent} of {met} list items, rows and outcomes understood ({(met - silent) / met:.0%})"
