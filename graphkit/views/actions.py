"""actions.html: who does what, with the words that say so."""

from graphkit.views import answers, words
from graphkit.views.action_table import table
from graphkit.views.choices import choices_of
from graphkit.views.markup import Markup, el, join
from graphkit.views.model import ViewData
from graphkit.views.page import Page, asset
from graphkit.views.rows import csv_lines, rows_of


def actions_page(data: ViewData) -> Page:
    """The table page; its JSON blocks are the choices of the filters and the lines of the CSV download."""
    rows = list(rows_of(data))
    body = join(
        el("h1", "Who does what"),
        _form(_summary(data)) if rows else el("p", _summary(data), class_="answer"),
        table(data, rows) if rows else el("p", "Build the graph from some papers, then write the pages again."),
        _legend() if rows else None,
    )
    return Page(
        file="actions.html",
        title="Who does what",
        body=body,
        styles=(asset("base.css"), asset("table.css")),
        scripts=(asset("state.js"), asset("table.js")) if rows else (),
        data={"choices": choices_of(data), "lines": csv_lines(data)} if rows else {},
    )


def _summary(data: ViewData) -> str:
    if not data.actions:
        return "No action was found in these papers."
    return (
        f"{words.count(len(data.actions), 'action')}. "
        f"{words.count(len(answers.without_owner(data.actions)), 'has', 'have')} no owner, "
        f"{words.count(len(answers.without_deadline(data.actions)), 'has', 'have')} no deadline."
    )


def _form(summary: str) -> Markup:
    """The question, its answer and the filters, which the script fills and shows; without it only the summary shows."""
    return el(
        "form",
        el(
            "label", el("span", "Which partners own actions on"), el("select", name="topic"), class_="question scripted"
        ),
        el("p", summary, id="answer", role="status", class_="answer"),
        el("div", id="owners", class_="chips scripted", role="group", aria_label="Owners"),
        el("details", el("summary", "Narrow it down"), _fields(), class_="narrow scripted"),
        id="filters",
        role="search",
        aria_label="Filter the table",
    )


def _fields() -> Markup:
    def choice(name: str, label: str) -> Markup:
        return el("label", el("span", label), el("select", name=name), class_=f"field {name}")

    def typed(name: str, kind: str, label: str) -> Markup:
        box = el("input", type=kind, name=name, autocomplete="off")
        return el("label", el("span", label), box, class_=f"field {name}")

    def tick(name: str, value: str, label: str) -> Markup:
        return el("label", el("input", type="checkbox", name=name, value=value), el("span", label), class_="check")

    def button(name: str, label: str) -> Markup:
        return el("button", label, type="button", id=name)

    fields = [
        typed("q", "search", "Search the words"),
        choice("partner", "Partner"),
        choice("population", "People"),
        choice("status", "Status"),
        choice("basis", "How we know"),
        choice("paper", "Paper"),
        typed("by", "date", "Due by"),
        choice("sort", "Order"),
    ]
    ticks = [
        tick("owner", "none", "No owner"),
        tick("due", "none", "No deadline"),
        tick("role", "all", "Every role, not owners only"),
    ]
    buttons = [button("clear", "Clear"), button("csv", "Download CSV"), button("print", "Print")]
    return join(
        el("div", fields, class_="fields"),
        el("div", ticks, el("span", buttons, class_="buttons"), class_="checks"),
    )


def _legend() -> Markup:
    def terms(heading: str, pairs: dict[str, str]) -> Markup:
        return el(
            "div", el("h3", heading), el("dl", [(el("dt", term), el("dd", meaning)) for term, meaning in pairs.items()])
        )

    return el(
        "details",
        el("summary", "How to read this table"),
        el(
            "div",
            terms("Status", {words.status(key): meaning for key, meaning in words.STATUS_MEANING.items()}),
            terms(
                "How we know who owns it",
                {
                    "Named in the paper": "the words make this partner the doer",
                    "Its own programme": "the action works on or through this partner’s programme",
                    "The board": "“the Board agreed to …” and no one else is named",
                    "Partners collectively": "a strategy’s “we”",
                },
            ),
            class_="legend",
        ),
        class_="reading",
    )
