"""One page, one file: styles, scripts and data inside it, and a policy that lets nothing else in.

The policy follows Content Security Policy level 3: `default-src 'none'`, and each script and style by its sha256.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graphkit.views.markup import Markup, el, join

_ASSETS = Path(__file__).resolve().parent / "assets"

PAGES = (
    ("index.html", "Overview"),
    ("actions.html", "Actions"),
    ("matrix.html", "Priorities"),
    ("network.html", "Network"),
)


@dataclass(frozen=True)
class Page:
    """A page before it is written: `file` is its name, `alone` says that no other pages stand beside it."""

    file: str
    title: str
    body: Markup
    styles: tuple[str, ...]
    scripts: tuple[str, ...] = ()
    data: Mapping[str, object] = field(default_factory=dict)
    alone: bool = False


@cache
def asset(name: str) -> str:
    """The text of a style or script of ours, with line ends as an HTML parser will hash them."""
    return (_ASSETS / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def render(page: Page) -> str:
    """The whole HTML text of a page."""
    styles = "\n".join(page.styles)
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(styles, page.scripts)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("link", rel="icon", href="data:,"),
        el("title", page.title),
        _raw("style", styles),
    )
    body = el(
        "body",
        el("a", "Skip to the content", class_="skip", href="#content"),
        None if page.alone else el("header", _navigation(page.file), class_="top"),
        el("main", page.body, id="content", tabindex=-1),
        [_data(name, value) for name, value in page.data.items()],
        [_raw("script", script) for script in page.scripts],
        id="top",
    )
    return f"<!doctype html>\n{el('html', head, body, lang='en-GB')}\n"


def _navigation(current: str) -> Markup:
    links = [el("a", label, href=file, aria_current="page" if file == current else None) for file, label in PAGES]
    return el("nav", el("ul", [el("li", link) for link in links]), aria_label="Pages")


def _policy(styles: str, scripts: tuple[str, ...]) -> str:
    allowed = " ".join(_hash(script) for script in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _raw(name: str, text: str) -> Markup:
    """A style or script of ours or of a library, never one with data in it."""
    if f"</{name}" in text.lower():
        raise ValueError(f"a {name} must not contain its own end tag")
    return join(Markup(f"<{name}>"), Markup(text), Markup(f"</{name}>"))


def _data(name: str, value: object) -> Markup:
    text = json.dumps(value, separators=(",", ":"), sort_keys=True)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return join(Markup(f'<script type="application/json" id="{name}">'), Markup(text), Markup("</script>"))
