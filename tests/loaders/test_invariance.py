"""What a paper says does not depend on how it is set: line width, bullets, quotation marks, dashes and blanks."""

import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.reading import as_dict, read_paper

PAPERS = sorted((Path(__file__).resolve().parents[2] / "examples" / "northmere").glob("*.txt"))
_OPENING = re.compile(r"\s*(?:[-•*·]\s+|\(?\w{1,3}[.)]\s+)?")
Facts = tuple[Any, ...]


def plain(words: str | None) -> str:
    """Words alone: which apostrophe or dash is printed means nothing."""
    return re.sub(r"\W+", " ", (words or "").lower().replace("’", "").replace("'", "")).strip()


def facts_of(path: Path) -> Facts:
    """All that the paper says, its places left out."""
    found = as_dict(read_paper(path))
    actions = [
        (
            plain(action["text"]),
            action["ref"],
            action["status"],
            sorted((plain(part["label"]), part["role"], part["basis"]) for part in action["partners"]),
            action["topics"],
            action["populations"],
            (action["due"] or {}).get("date"),
            action["recurrence"],
            plain(action["priority"]),
        )
        for action in found["actions"]
    ]
    partners = sorted((plain(party["label"]), party["type"]) for party in found["partners"])
    priorities = [(plain(one["label"]), plain(one["parent"])) for one in found["priorities"]]
    return actions, partners, priorities, found["document"]["date"], found["document"]["kind"]


def wrapped(text: str, width: int) -> str:
    """Every paragraph and item broken at a width, the rest of an item set under its words."""
    lines: list[str] = []
    for line in text.splitlines():
        opening = _OPENING.match(line)
        below = " " * len(opening.group()) if opening else ""
        lines += textwrap.wrap(
            line, width, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(lines) + "\n"


SETTINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "middle dots for bullets": lambda text: re.sub(r"(?m)^(\s*)[-•*](\s)", r"\1·\2", text),
    "stars for bullets": lambda text: re.sub(r"(?m)^(\s*)[-•](\s)", r"\1*\2", text),
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "hyphens for dashes": lambda text: text.replace(" – ", " - "),
    "dashes for hyphens": lambda text: re.sub(r"(?<=\S) - ", " – ", text),
    "blanks at the ends": lambda text: re.sub(r"(?m)(?<!\r)(?=\r?$)", "  ", text),
    "blanks that do not break": lambda text: re.sub(r"(?<=\w) (?=\w)", "\xa0", text),
    "two empty lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "blank space before all": lambda text: "\n\n" + text,
}


@cache
def as_printed(path: Path) -> Facts:
    return facts_of(path)


@pytest.fixture(scope="session")
def reset(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Facts]:
    """The facts of another setting of a paper."""
    folder = tmp_path_factory.mktemp("reset")

    def of(path: Path, text: str) -> Facts:
        copy = folder / path.name
        copy.write_text(text, encoding="utf-8", newline="")
        return facts_of(copy)

    return of


@given(
    st.sampled_from(PAPERS),
    st.lists(st.sampled_from(list(SETTINGS)), max_size=3, unique=True),
    st.none() | st.integers(60, 130),
)
@settings(deadline=None, max_examples=60)
def test_facts_do_not_depend_on_how_a_paper_is_set(
    reset: Callable[[Path, str], Facts], path: Path, ways: list[str], width: int | None
) -> None:
    text = path.read_text(encoding="utf-8")
    text = wrapped(text, width) if width else text
    for way in ways:
        text = SETTINGS[way](text)
    assert reset(path, text) == as_printed(path)


# Invented places that begin alike, so that acronyms made of them stay the same.
OTHER_NAMES = {"Northmere": ("Netherby", "Nunsford", "Norrick"), "Wolden": ("Wexley", "Wintleham", "Warby")}


@given(st.sampled_from(PAPERS), st.tuples(*(st.sampled_from(names) for names in OTHER_NAMES.values())))
@settings(deadline=None, max_examples=20)
def test_facts_do_not_depend_on_what_places_are_called(
    reset: Callable[[Path, str], Facts], path: Path, names: tuple[str, ...]
) -> None:
    def renamed(words: str) -> str:
        for old, new in zip(OTHER_NAMES, names, strict=True):
            words = words.replace(old, new).replace(old.lower(), new.lower())
        return words

    def alike(fact: Any) -> Any:
        if isinstance(fact, str):
            return renamed(fact)
        return type(fact)(map(alike, fact)) if isinstance(fact, list | tuple) else fact

    assert in_order(reset(path, renamed(path.read_text(encoding="utf-8")))) == in_order(alike(as_printed(path)))


def in_order(fact: Any) -> Any:
    """Lists of names sorted anew: other names sort otherwise."""
    if isinstance(fact, list):
        return sorted(map(in_order, fact), key=repr)
    return tuple(map(in_order, fact)) if isinstance(fact, tuple) else fact
