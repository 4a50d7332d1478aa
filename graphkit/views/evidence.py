"""The words behind a fact, shown in their place."""

from urllib.parse import quote as escape_url
from urllib.parse import urlsplit

from graphkit.views import words
from graphkit.views.markup import Markup, el, join, said
from graphkit.views.model import Paper, Quote, ViewData

_LONG = 12
_ENDS = 5


def quoted(quote: Quote, marked: Quote | None = None) -> Markup:
    """A quote between the words around it; the words of `marked` stand out where they lie inside it."""
    inside = _inside(quote, marked)
    exact = (
        join(quote.exact[: inside[0]], el("mark", quote.exact[inside[0] : inside[1]]), quote.exact[inside[1] :])
        if inside
        else quote.exact
    )
    return el(
        "blockquote",
        el("span", f"…{quote.prefix}", class_="around") if quote.prefix else None,
        el("q", exact),
        el("span", f"{quote.suffix}…", class_="around") if quote.suffix else None,
        dir="auto",
    )


def source(data: ViewData, quote: Quote) -> Markup:
    """Where a quote stands: the paper, its date, the characters, and a link to the place where the paper is a page."""
    paper = data.papers.get(quote.paper) or Paper(quote.paper, quote.paper, "", "")
    link = deep_link(paper, quote)
    return el(
        "p",
        said(paper.title),
        f", {words.date(paper.date)}" if paper.date else None,
        ". ",
        el("span", said(paper.path), f", characters {quote.start:,} to {quote.end:,}. ", class_="path"),
        el("a", "Open the page at these words", href=link, rel="noopener noreferrer") if link else None,
        class_="source",
    )


def shown(data: ViewData, quote: Quote | None, who: Quote | None = None) -> Markup:
    """A quote with its source; `who` (the words that name a party) is marked in it, or follows when it is elsewhere."""
    if quote is None:
        return el("p", "The paper’s words were not kept.", class_="source")
    apart = who if who is not None and who.paper == quote.paper and not _inside(quote, who) else None
    return join(
        quoted(quote, who),
        source(data, quote),
        (el("p", "The words that name the partner:", class_="lead"), quoted(apart), source(data, apart))
        if apart
        else None,
    )


def deep_link(paper: Paper, quote: Quote) -> str | None:
    """The paper's address with a text fragment (WICG Scroll to Text Fragment); None unless it is http or https."""
    try:
        parts = urlsplit(paper.url or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    said_words = quote.exact.split()
    ends = (
        [" ".join(said_words)]
        if len(said_words) <= _LONG
        else [" ".join(said_words[:_ENDS]), " ".join(said_words[-_ENDS:])]
    )
    target = ",".join(escape_url(end, safe="").replace("-", "%2D") for end in ends)
    return f"{parts._replace(fragment='').geturl()}#:~:text={target}"


def _inside(quote: Quote, marked: Quote | None) -> tuple[int, int] | None:
    """Start and end of `marked` within the quote's words, when the places agree with the words."""
    if marked is None or marked.paper != quote.paper:
        return None
    start, end = marked.start - quote.start, marked.end - quote.start
    if 0 <= start < end <= len(quote.exact) and quote.exact[start:end] == marked.exact:
        return start, end
    return None
