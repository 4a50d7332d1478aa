"""One line of a page as words, with what is known about them: what the finders of names read."""

from collections.abc import Sequence

from graphkit.language.mentions import Cover, Mention, Token
from graphkit.language.party import PartyType
from graphkit.language.party_words import JOIN, party_words, word_set
from graphkit.language.verbs import readings


class Line:
    """The words of a line; `known` are the mentions found so far, `places` the folded names of places.

    `breaks` are places on the page that no name may run across, `ends` places where a name of another shape ends.
    """

    def __init__(
        self, tokens: Sequence[Token], known: Cover, places: frozenset[str], breaks: frozenset[int] = frozenset()
    ) -> None:
        self.tokens = tokens
        self.known = known
        self.places = places
        self.breaks = breaks
        self.ends: set[int] = set()
        self.words = party_words()
        # The indexes of words written like names: most rules look at these alone.
        self.caps = [i for i, token in enumerate(tokens) if token.cap]
        self.upper = bool(tokens) and all(token.text.isupper() for token in tokens if token.text[0].isalpha())

    def near(self, i: int) -> bool:
        """Whether word i follows word i-1 with only a blank between."""
        if not 0 < i < len(self.tokens):
            return False
        token = self.tokens[i]
        return token.gap == " " and not self.tokens[i - 1].owner and token.start not in self.breaks

    def owned(self, i: int) -> bool:
        """Whether word i-1 is a possessive that belongs into a name with word i ("Children's Trust")."""
        return (
            i > 0
            and self.tokens[i - 1].owner
            and self.tokens[i].gap in (" ", "' ")
            and self.tokens[i - 1].cap
            and not self.is_body(i - 1)
        )

    def cap_after(self, i: int) -> bool:
        """Whether word i is written like a name and follows the word before directly."""
        return self.near(i) and self.tokens[i].cap

    def head(self, i: int) -> PartyType | None:
        """The type that word i gives a name, if it is a head written like one."""
        token = self.tokens[i]
        if not token.cap or (token.text.isupper() and not self.upper and token.low in word_set("quiet_capitals")):
            return None
        before = self.tokens[i - 1].low if i else ""
        if token.low == "executive" and before in ("chief", "non"):
            return None
        if token.low in ("centre", "centres", "hub") and before in self.words.centre_of:
            return "organisation"
        return self.words.heads.get(token.low)

    def thing(self, i: int) -> bool:
        """Whether word i, right behind a name, makes it the name of a thing."""
        return self.cap_after(i) and (
            self.tokens[i].low in self.words.things or self.tokens[i].low in self.words.soft_things
        )

    def begins(self, i: int) -> Mention | None:
        """The reference name that begins with word i."""
        match = self.known.at(self.tokens[i].start) if i < len(self.tokens) else None
        return match if match is not None and match.start == self.tokens[i].start and match.target is not None else None

    def is_body(self, i: int) -> bool:
        """Whether a known name or a head ends at word i."""
        end = self.tokens[i].end
        return end in self.ends or self.known.ending(end) is not None or self.head(i) is not None

    def is_place(self, start: int, end: int) -> bool:
        """Whether words start to end are a known place, or places joined by "and"."""
        rest = ((", " if token.gap == ", " else " ") + token.low for token in self.tokens[start + 1 : end])
        low = "".join([self.tokens[start].low, *rest]).replace(" & ", " and ")
        parts = [part for part in low.replace(", ", " and ").split(" and ") if part]
        return low in self.places or (len(set(parts)) == len(parts) and all(map(self._is_one_place, parts)))

    def _is_one_place(self, low: str) -> bool:
        """Whether words are a known place, with or without a word such as "North" or "Borough" beside it."""
        compass = word_set("compass")
        if low in self.places or low in compass:
            return True
        first, _, rest = low.partition(" ")
        before, _, last = low.rpartition(" ")
        return (first in compass and rest in self.places) or (last in compass and before in self.places)

    def phrase(self, start: int, end: int) -> str:
        """Words start to end as one folded phrase, "" where more than a blank parts them."""
        if end > len(self.tokens) or not all(self.near(i) for i in range(start + 1, end)):
            return ""
        return " ".join(token.low for token in self.tokens[start:end])

    def headed_later(self, i: int) -> bool:
        """Whether a head stands in the run of capitalised words that starts at word i."""
        while i < len(self.tokens) and (self.tokens[i].cap or self.tokens[i].low in JOIN):
            if self.head(i):
                return True
            i += 1
            if not self.near(i):
                break
        return False

    def strip(self, start: int, head: int, *, post: bool = False) -> int:
        """The first word of a name, when words that only lead up to it are dropped."""
        while start < head and self._leads_up(start, post=post):
            start += 1
        return start

    def _leads_up(self, i: int, *, post: bool) -> bool:
        token = self.tokens[i]
        if token.low in self.words.leading or token.low in JOIN or not token.cap:
            return True
        if i > 0:
            return False
        if readings(token.low) and (token.low not in word_set("name_verbs") or self.begins(i + 1) is not None):
            return True
        return token.low in self.words.labels and not post
