"""One-to-one folding of text for matching: every offset in the folded copy is an offset in the paper.

Folding evens out what papers vary without meaning: kinds of blanks, quotes and dashes, and case. It never adds or drops
a character, so `len(fold(text)) == len(text)` for any text.
"""

import re
import unicodedata

_BLANKS = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u180e\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\uff07"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_DASHES = "\xad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"

_SHAPES = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys((chr(code) for code in range(0x2000, 0x200B)), " "),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_DASHES, "-"),
    }
)
# Most stretches of text hold nothing to even out, and searching for one character of a set is far cheaper than
# translating every character.
_SHAPED = re.compile(f"[{re.escape(''.join(map(chr, _SHAPES)))}]")
# Marks of emphasis that a format leaves in the text: "**ACTION:** the Chair".
_EMPHASIS = str.maketrans("*", " ")
# The one letter whose lower case is two characters long.
_LONG_LOWER = "\u0130"
_GAP = re.compile(r"[^a-z0-9]+")


def even(text: str) -> str:
    """The text with blanks, quotes and dashes evened out and its case kept; the same length."""
    return text.translate(_SHAPES) if _SHAPED.search(text) is not None else text


def fold(text: str) -> str:
    """The text with blanks, quotes, dashes and case evened out; the same length. Line feeds stay."""
    return even(text).replace(_LONG_LOWER, "i").lower()


def unmarked(text: str) -> str:
    """The text with marks of emphasis blanked out; the same length."""
    return text.translate(_EMPHASIS)


def slug(text: str) -> str:
    """The text as lower-case ASCII words joined by "-", fit for an identifier; "" when it holds no letter or digit."""
    plain = fold(text).replace("'", "").replace("&", " and ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return _GAP.sub("-", plain).strip("-")
