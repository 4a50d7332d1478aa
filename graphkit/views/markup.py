"""HTML that cannot carry markup from data: every string is escaped unless this module made it."""

import html
import re

_VOID = {"br", "col", "hr", "input", "link", "meta"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """HTML that is already safe."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """Text for HTML content or a quoted attribute; characters that HTML forbids become U+FFFD."""
    return text if isinstance(text, Markup) else Markup(html.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)))


def el(name: str, /, *children: object, **attributes: str | int | bool | None) -> Markup:
    """One element. Attribute names lose a trailing underscore and write "_" for "-"; None and False leave one out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: object) -> Markup:
    """Children one after another: text escaped, markup as it is, tuples and lists flattened, None left out."""
    parts = []
    for child in children:
        if isinstance(child, list | tuple):
            parts.append(join(*child))
        elif child is not None:
            parts.append(escape(str(child) if not isinstance(child, str) else child))
    return Markup("".join(parts))


def said(text: str, /, **attributes: str | int | bool | None) -> Markup:
    """Words of a paper inside a line: isolated, so that writing directions in them cannot turn our own words round."""
    return el("bdi", text, **attributes)


def _attribute(key: str, value: str | int | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
