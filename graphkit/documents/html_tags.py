"""What HTML's elements mean for reading (WHATWG HTML Living Standard, sections 13.1.2.4 and 15.3)."""

import re

from graphkit.documents.markup import Attributes

_VOID_WORDS = "area base br col embed hr img input link meta source track wbr param"
VOID = frozenset(_VOID_WORDS.split())
_DROPPED_WORDS = (
    "script style template noscript head svg iframe object audio video canvas datalist map math select textarea title"
)
DROPPED = frozenset(_DROPPED_WORDS.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th"})
_BLOCK_WORDS = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul caption button h1 h2 h3 h4 h5 h6"
)
BLOCKS = frozenset(_BLOCK_WORDS.split())
# A start tag closes these open elements, up to one of the barriers.
_LIST_BARRIER = LISTS | {"table", "td", "th"}
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LIST_BARRIER),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td", "th"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table", "td", "th"})),
    "tr": (frozenset({"tr", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "thead": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
}
_P_BARRIER = frozenset({"td", "th", "caption", "button", "table", "li", "dd", "blockquote"})
_P_KEEPERS = frozenset({"button", "tr", "tbody", "thead", "tfoot", "caption", "html", "body"})
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
# An end tag reaches no further up than these.
SCOPE = frozenset({"table", "td", "th", "caption"})

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "dialog", "button", "header"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "complementary", "alertdialog"}
)
_FURNITURE_NAMES = (
    "cookie cookies cookiebar cookiebanner ccc consent gdpr breadcrumb breadcrumbs crumb crumbs skip skiplink "
    "skiplinks nav navbar navigation menu footer banner share sharing social sidebar toolbar pagination pager "
    "feedback search login lang language languages actionlist sitemsg masthead topbar"
)
_FURNITURE_WORDS = frozenset(_FURNITURE_NAMES.split())
_CONTENT_WORDS = frozenset(["with", "has", "no", "without", "main", "content", "body", "page", "layout"])
_CONTENT_TAGS = frozenset({"html", "body", "main", "article", "td", "th", "tr", "tbody", "thead", "table"})
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def closed_by(tag: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The elements whose end a start tag implies, and where to stop looking for them."""
    if tag in _CLOSES:
        return _CLOSES[tag]
    if tag in BLOCKS and tag not in _P_KEEPERS:
        return frozenset({"p"}), _P_BARRIER
    return None


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether a browser shows nothing of the element."""
    return (
        tag in DROPPED or "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")[:400]) is not None
    )


def is_site_part(tag: str, attributes: Attributes) -> bool:
    """Whether the element is the site's furniture, by its tag, role, class or id."""
    if tag in _FURNITURE_TAGS or attributes.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    if tag in _CONTENT_TAGS:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400].split()
    return any(_is_furniture_name(name) for name in names)


def _is_furniture_name(name: str) -> bool:
    parts = [part.lower() for part in _NAME_PARTS.findall(name)]
    if not parts or set(parts) & _CONTENT_WORDS:
        return False
    joined = "".join(parts[1:]) if parts[0] == "mg" else "".join(parts)
    return parts[0] in _FURNITURE_WORDS or parts[-1] in _FURNITURE_WORDS or joined in _FURNITURE_WORDS
