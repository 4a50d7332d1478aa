"""`graphkit status`: what was built from what, and what could not be read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.graph.store import Store
    from graphkit.workspace import Workspace

_PAPERS = """
SELECT ?path ?kind ?date ?title
  (COUNT(DISTINCT ?action) AS ?actions) (COUNT(DISTINCT ?priority) AS ?priorities) (COUNT(DISTINCT ?unread) AS ?unreads)
WHERE {
  ?d a hw:Document ; hw:path ?path ; hw:kind ?kind ; dcterms:title ?title .
  OPTIONAL { ?d hw:date ?date }
  OPTIONAL { ?action a hw:Action ; hw:recordedIn ?d }
  OPTIONAL { ?priority a hw:Priority ; hw:recordedIn ?d }
  OPTIONAL { ?unread a hw:Unread ; hw:recordedIn ?d }
} GROUP BY ?path ?kind ?date ?title ORDER BY ?path"""
_UNREAD = """
SELECT ?path ?reason ?words WHERE {
  ?u a hw:Unread ; hw:recordedIn ?d ; hw:reason ?reason . ?d hw:path ?path .
  OPTIONAL { ?u hw:evidence ?e . ?e oa:exact ?words ; oa:start ?start }
} ORDER BY ?path ?start"""


def status(store: "Store", workspace: "Workspace") -> str:
    """Lines for a person: the last change, a line a paper, and what was not understood."""
    papers, unread = store.query(_PAPERS), store.query(_UNREAD)
    last = store.changes()[-1] if store.changes() else None
    lines = [f"workspace  {workspace.root}"]
    if last is not None:
        lines.append(f"built      change {last.sequence}, {last.time}, graphkit {last.version}")
    lines += [f"papers     {len(papers)}", ""]
    for row in papers:
        held = (
            f"{row['actions']} actions, {row['priorities']} priorities"
            if row["kind"] != "unreadable"
            else "could not be read"
        )
        lines.append(
            f"{row['path']}\n    {row['kind']}, {row['date'] or 'undated'}: {row['title']}\n    {held}"
            + (f", {row['unreads']} passages not understood" if row["unreads"] else "")
        )
    if len(unread):
        lines += ["", "not understood:"]
    for row in unread:
        words = " ".join(str(row["words"] or "").split())
        lines.append(f"{row['path']}: {row['reason']}" + (f": “{words[:100]}”" if words else ""))
    return "\n".join(lines)
