"""Site furniture: what a web page or a printed page carries around its text. It is kept, but marked as boilerplate."""

import re

# "pdf icon PDF 133 KB", "PDF 2 MB": the size of a linked file, at the end of a title or alone.
FILE_SIZE = re.compile(
    r"[\s,(]*(?:\b(?:pdf|doc|docx|word|excel|xls|ppt|zip) icon\b[\s:]*)?\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP)\b,?"
    r"\s*\d+(?:[.,]\d+)?\s*[KM]B\b\)?",
    re.IGNORECASE,
)
_LINES = re.compile(
    r"""(?:
      skip\ (?:to|navigation|over)\b.{0,40} | back\ to\ (?:the\ )?top | you\ are\ here\b.* | menu
    | search(?:\ this\ site)?
    | toggle\ \w+ | (?:main\ )?navigation | breadcrumbs? | close\ menu | image | publication | page\ contents
    | (?:we|this\ (?:web)?site|our\ (?:web)?site)\ .{0,30}\buses?\ (?:\w+\ )?cookies\b.* | cookies?\b.{0,80}
    | (?:accept|reject|manage)\ (?:all|cookies|additional).{0,30} | hide\ this\ message
    | this\ is\ a\ default\ template.* | the\ custom\ branding\ should\ be\ at.*
    | to\ report\ any\ (?:issues?|problems?)\ with\ the\ information\ below.*
    | (?:share|print|e-?mail|bookmark|like|tweet)(?:\ this)?(?:\ (?:item|page|article))?
      (?:\s+(?:print|give\ feedback|facebook|twitter|x|e-?mail|linkedin))*
    | follow\ us\b.{0,60} | (?:facebook|twitter|linkedin|x|e-?mail)(?:\s*\|\s*\w+)+
    | (?:page\ )?last\ (?:updated|reviewed|modified)\b.{0,60} | was\ this\ page\ useful.{0,40} | give\ (?:us\ )?feedback
    | (?:view|get)\ directions | view\ the\ background\ to\b.* | (?:©|\(c\)\ (?:19|20)\d\d|copyright\b).{0,160}
    | (?:privacy|accessibility|cookies?|terms|disclaimer)\ (?:policy|statement|notice|and\ \w+)(?:\s+.{0,80})?
    | alternative\ formats
    | read\ (?:the\ )?(?:full\ |more\b).{0,60}\(pdf.{0,20}\) | sitemap | site\ map | a\ to\ z | a-z
    | download\ (?:as\ )?(?:a\ )?pdf.{0,20} | supporting\ documents | additional\ documents | accompanying\ documents
    | (?:https?://|www\.)\S+
    )[\s.:]*""",
    re.IGNORECASE | re.VERBOSE,
)
_LINKS = (
    "home|about us|about|our work|our plans|our progress|news|contact us|contact|get involved|search|"
    "search this site|menu|privacy|cookies|accessibility|accessibility statement|privacy notice|terms|site map|"
    "sitemap|a-z|a to z|my account|data|jobs|council|services|events|publications|freedom of information|"
    "back to top|facebook|x|twitter|linkedin|email|print|follow us|share|help|feedback|cymraeg|english|"
    "translate this page|log in|sign in|subscribe|what’s on|sport"
)
_LINK_WORDS = frozenset(_LINKS.split("|"))
_LINK_SEPARATOR = re.compile(r"\s*\|\s*|\s{2,}|\s+[>›»/]\s+")
_BREADCRUMB = re.compile(r"home\s*[>›»/]\s*\S.*", re.IGNORECASE)
_ADDRESS = re.compile(r".{0,160}\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b(?:\s*\|.{0,200})?\.?")
_SMALL_IN_NAMES = frozenset({"of", "and", "the", "upon", "on", "in", "by", "le", "under"})
_PAGE = re.compile(r"[-–]\s*\d{1,3}\s*[-–]|(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_PAGE_TAIL = re.compile(
    r".{4,120}\s{3,}(?:page\s*)?\d{1,4}|(?:.{2,120}\W)?page \d{1,4} of \d{1,4}(?:\W.{2,120})?", re.IGNORECASE
)
_CONTENTS_LINE = re.compile(r"\[.{1,150}\]\(#.{1,150}\)|.{2,120}?(?:\s*\.{3,}\s*|\s{2,}|\t+|\s)\d{1,3}")
CONTENTS = re.compile(r"(?:table of |page )?contents|in this (?:document|section)", re.IGNORECASE)
DOCUMENT_LIST = re.compile(
    r"(?:supporting|additional|accompanying|background|related)\s+(?:documents?|papers?)\s*:?-?|attachments?:",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:appendix|annex|enclosure|attachment)\b", re.IGNORECASE)
_ENTRY_END = re.compile(r",\s*item\s*\d{1,4}\.?$", re.IGNORECASE)
_LEADER = re.compile(r"\.{3,}\s*\d{1,3}\b")
_LONGEST = 240
_TAIL = 60
_NOT_A_TITLE = re.compile(r"[.;]\s*$")


def size_at(line: str) -> int:
    """Where a linked file's size begins at the end of a line ("pdf icon PDF 133 KB"); the line's length if nowhere."""
    tail = line[-_TAIL:]
    starts = [found.start() for found in FILE_SIZE.finditer(tail) if found.end() == len(tail)]
    return len(line) - len(tail) + starts[0] if starts else len(line)


def is_furniture(line: str) -> bool:
    """Whether a whole line is site furniture by its words."""
    if len(line) > _LONGEST:
        return False
    if _LINES.fullmatch(line) or _BREADCRUMB.fullmatch(line):
        return True
    if size_at(line) == 0:
        return True
    return is_navigation(_LINK_SEPARATOR.split(line.strip(" |©")))


def is_navigation(parts: list[str]) -> bool:
    """Whether short texts side by side are a site's links: at least two, and half of them known link words."""
    known = sum(part.strip(" :>").lower() in _LINK_WORDS for part in parts)
    return len(parts) > 1 and known > 1 and 2 * known >= len(parts) and all(len(part) <= 60 for part in parts)


def is_address(line: str) -> bool:
    """Whether a line ends with a United Kingdom postcode, as the footer of a council's page does."""
    if len(line) > _LONGEST or _ADDRESS.fullmatch(line) is None or ": " in line:
        return False
    return all(not word[0].islower() or word in _SMALL_IN_NAMES for word in line.split())


def is_page_number(line: str) -> bool:
    """A page number alone: "3", "Page 3 of 12", "- 3 -"."""
    return len(line) <= _TAIL and _PAGE.fullmatch(line) is not None


def is_running_head(line: str) -> bool:
    """A title with a page number set far off at its right: a page's head or foot."""
    return len(line) <= _LONGEST and _PAGE_TAIL.fullmatch(line) is not None


def is_rule(line: str) -> bool:
    """A line drawn with characters, or left of mark-up: nothing in it is a letter or a digit."""
    return not any(char.isalnum() for char in line)


def is_contents(line: str) -> bool:
    """A whole table of contents on one line."""
    return len(_LEADER.findall(line[: 4 * _LONGEST])) > 1


def is_contents_line(line: str) -> bool:
    """A line of a table of contents: a title and its page."""
    return len(line) <= _LONGEST and _CONTENTS_LINE.fullmatch(line) is not None and not _NOT_A_TITLE.search(line)


def is_document_entry(line: str) -> bool:
    """A line of a list of linked documents: an annex, an item's paper, or a short line that is no sentence."""
    if len(line) > _LONGEST or _ENTRY.match(line) or _ENTRY_END.search(line):
        return len(line) <= _LONGEST
    return len(line) <= _LONGEST // 2 and not line.isupper() and not _NOT_A_TITLE.search(line)
