"""The measure as one page: scores, papers, calibration, and each error beside the paper's words."""

from collections.abc import Iterable, Sequence

from graphkit.evaluation.calibration import Record, by_band, by_rule
from graphkit.evaluation.facts import FACTS
from graphkit.evaluation.judging import Judged
from graphkit.evaluation.measured import Evaluation, Measured
from graphkit.evaluation.report import LISTED
from graphkit.evaluation.scores import ALL, Score
from graphkit.views import words
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.page import Page, asset, render

_TITLE = "How well the papers were read"
_VERDICT = {"false": "Found, not in gold", "missed": "In gold, not found"}
Cells = Sequence[object]


def as_page(measured: Evaluation) -> str:
    """The whole HTML text. It needs no network, and is complete without scripts; the filters need them."""
    body = join(
        el("h1", _TITLE),
        _figures(measured),
        _faults(measured),
        _scores(measured),
        _papers(measured),
        _calibration(measured),
        _errors(measured),
    )
    styles = tuple(asset(name) for name in ("base.css", "index.css", "measure.css"))
    scripts = (asset("state.js"), asset("measure.js"))
    return render(Page("evaluation.html", _TITLE, body, styles, scripts, alone=True))


def _share(value: float) -> str:
    return f"{value:.3f}"


def _figures(measured: Evaluation) -> Markup:
    total = measured.scores[ALL]
    figures = [
        (_share(total.f1), "F1 of all facts", "#scores"),
        (f"{len(measured.papers):,}", "paper measured" if len(measured.papers) == 1 else "papers measured", "#papers"),
        (f"{total.right:,}", "right", "#scores"),
        (f"{total.false:,}", "false", "#verdict=false"),
        (f"{total.missed:,}", "missed", "#verdict=missed"),
    ]
    items = [el("li", el("a", el("b", number), " ", what, href=link)) for number, what, link in figures]
    return el("ul", items, class_="figures")


def _faults(measured: Evaluation) -> Markup | None:
    if not measured.faults:
        return None
    return join(
        el("h2", "What could not be used or believed"),
        el("ul", [el("li", said(line)) for line in measured.faults], class_="faults"),
    )


def _table(caption: str, heads: Iterable[str], rows: Iterable[tuple[object, Cells]]) -> Markup:
    """A table whose first column names the row and whose others are figures."""
    head = el("tr", [el("th", one, scope="col") for one in heads])
    lines = [el("tr", el("th", name, scope="row"), [el("td", cell) for cell in cells]) for name, cells in rows]
    table = el(
        "table", el("caption", caption, class_="unseen"), el("thead", head), el("tbody", lines), class_="figured"
    )
    return el("div", table, class_="wide", tabindex=0, role="region", aria_label=caption)


_SCORE_HEADS = ("Precision", "Recall", "F1", "Right", "False", "Missed")


def _score_cells(one: Score) -> Cells:
    counts = tuple(f"{number:,}" for number in (one.right, one.false, one.missed))
    if one == Score():
        return ("–", "–", "–", *counts)
    return (_share(one.precision), _share(one.recall), el("b", _share(one.f1)), *counts)


def _wrong(measured: Evaluation) -> frozenset[str]:
    """The kinds of which some error is listed."""
    return frozenset(one.kind for paper in measured.papers for one in paper.errors(LISTED))


def _scores(measured: Evaluation) -> Markup:
    scores, wrong = measured.scores, _wrong(measured)

    def rows(names: Iterable[str]) -> list[tuple[object, Cells]]:
        return [
            (el("a", name, href=f"#kind={name}") if name in wrong else name, _score_cells(scores[name]))
            for name in names
        ]

    beside = [name for name in scores if name not in FACTS and name != ALL]
    return join(
        el("h2", "Scores", id="scores"),
        el(
            "p",
            "Precision is the share of what was found that is right, recall the share of gold that was found; F1 is "
            "their harmonic mean. The kinds in the first table are counted together as all facts.",
            class_="lede",
        ),
        _table("Kinds of fact", ("Kind of fact", *_SCORE_HEADS), [*rows(FACTS), (ALL, _score_cells(scores[ALL]))]),
        _table("Looked at besides", ("Besides", *_SCORE_HEADS), rows(beside)),
    )


def _papers(measured: Evaluation) -> Markup:
    rows: list[tuple[object, Cells]] = [
        (el("a", said(paper.name), href=f"#paper={number}"), _score_cells(paper.scores[ALL]))
        for number, paper in enumerate(measured.papers)
    ]
    without = ", ".join(path.name for path in measured.without)
    return join(
        el("h2", "Papers", id="papers"),
        _table("Papers", ("Paper", *_SCORE_HEADS), rows),
        el("p", "Without gold, so not measured: ", said(without), class_="soft") if without else None,
    )


def _calibration(measured: Evaluation) -> Markup:
    def rows(records: Sequence[Record]) -> list[tuple[object, Cells]]:
        return [
            (
                one.name if one.kind == "all" else join(said(one.name), el("small", one.kind)),
                (f"{one.facts:,}", "–" if one.said is None else f"{one.said:.2f}", f"{one.share:.2f}"),
            )
            for one in records
        ]

    heads = ("Facts", "Says", "Share right")
    return join(
        el("h2", "Does a confidence mean what it says?", id="calibration"),
        _table("Confidence by band", ("Confidence", *heads), rows(by_band(measured.facts))),
        el(
            "details",
            el("summary", "Rule by rule"),
            _table("Confidence by rule", ("Rule", *heads), rows(by_rule(measured.facts))),
        ),
    )


def _errors(measured: Evaluation) -> Markup:
    items = [
        _error(number, paper, one)
        for number, paper in enumerate(measured.papers)
        for one in paper.errors(LISTED)
    ]  # fmt: skip
    return join(
        el("h2", "False and missed facts", id="errors"),
        _filters(measured),
        el("p", words.count(len(items), "error"), id="answer", role="status", class_="answer"),
        el("ol", items, id="list", class_="errors"),
    )


def _filters(measured: Evaluation) -> Markup:
    def choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> Markup:
        made = [el("option", "All", value=""), *(el("option", shown, value=value) for value, shown in options)]
        return el("label", el("span", label), el("select", made, name=name), class_="field")

    seen = _wrong(measured)
    search = el("input", type="search", name="q", autocomplete="off")
    return el(
        "form",
        choice("paper", "Paper", [(str(number), paper.name) for number, paper in enumerate(measured.papers)]),
        choice("kind", "Kind of fact", [(kind, kind) for kind in measured.scores if kind in seen]),
        choice("verdict", "Verdict", _VERDICT.items()),
        el("label", el("span", "Search the words"), search, class_="field"),
        el("button", "Show all", type="reset"),
        id="filters",
        role="search",
        aria_label="Filter the errors",
    )


def _error(number: int, paper: Measured, one: Judged) -> Markup:
    why = ", ".join(filter(None, (f"rule “{one.rule}”" if one.rule else "", words.sure(one.confidence))))
    line = f", line {paper.places.line(one.span):,}" if one.span else None
    inside = el("p", "In the action ", said(f"“{one.action}”"), class_="source")
    return el(
        "li",
        el("p", el("span", one.verdict, class_=f"verdict {one.verdict}"), " ", one.kind, ": ", el("b", said(one.fact))),
        _quoted(paper, one),
        inside if one.action and one.kind != "actions" else None,
        el("p", said(paper.name), line, ", " if why else None, said(why), class_="source"),
        data_paper=number,
        data_kind=one.kind,
        data_verdict=one.verdict,
    )


def _quoted(paper: Measured, one: Judged) -> Markup | None:
    if one.span is None:
        return None
    before, exact, after = paper.places.around(one.span)
    marked = join(el("span", before, class_="around"), el("mark", exact), el("span", after, class_="around"))
    return el("blockquote", marked, dir="auto")
