"""The roll of a paper: one Party for each group of mentions, with its forms, its places and its key."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from graphkit.language.fold import slug
from graphkit.language.groups import Groups
from graphkit.language.mentions import Mention
from graphkit.language.page import Page
from graphkit.language.parties import Parties, PartyHit
from graphkit.language.party import Party, PartyType


def roll_of(
    page: Page, mentions: Sequence[Mention], keys: dict[Mention, str], groups: Groups, body: str | None, vague: set[str]
) -> Parties:
    """The parties in order of first mention; `body` is the deciding board's form, `vague` are forms of several."""
    together: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        together[groups.find(keys[mention])].append(mention)
    posts = {tuple(keys[mention].split()) for mention in mentions if mention.type == "post"}
    grades = {" ".join(post[:i]) for post in posts for i in range(1, len(post))}
    # "Assistant Director" beside "Assistant Director, Housing" is a grade, not a second post.
    silent = vague | {key for key in grades if tuple(key.split()) in posts}
    root = groups.find(body) if body is not None else None
    used: Counter[str] = Counter()
    parties = [
        _party(page, members, used, is_body=group == root, heard=any(_speaks(m, keys[m], silent) for m in members))
        for group, members in sorted(together.items(), key=lambda item: min(m.start for m in item[1]))
    ]
    seen = {page.span(mention.start, mention.end): mention.rule for mention in mentions}
    hits = [PartyHit(span, party.key, party.type, seen[span]) for party in parties for span in party.spans]
    hits.sort(key=lambda hit: (hit.span.start, -hit.span.end))
    own = next((party.key for party in parties if party.body), None)
    return Parties(tuple(parties), tuple(hits), own, frozenset(party.key for party in parties if party.partner))


def _speaks(mention: Mention, key: str, silent: set[str]) -> bool:
    """Whether a mention makes its party a partner."""
    return not mention.quiet and (key not in silent or not (mention.generic or mention.type == "post"))


def _party(page: Page, members: Sequence[Mention], used: Counter[str], *, is_body: bool, heard: bool) -> Party:
    names = _names(page, members)
    kinds = [m.type for m in members if not m.generic or is_body] or [m.type for m in members]
    party_type: PartyType = max(set(kinds), key=lambda kind: (kinds.count(kind), kind)) if len(kinds) > 1 else kinds[0]
    base = slug(names[0]) or "party"
    used[base] += 1
    return Party(
        key=base if used[base] == 1 else f"{base}-{used[base]}",
        label=names[0],
        names=tuple(names),
        type=party_type,
        spans=tuple(sorted({page.span(m.start, m.end) for m in members})),
        body=is_body,
        partner=party_type not in ("person", "collective") and (is_body or heard),
    )


def _names(page: Page, members: Sequence[Mention]) -> list[str]:
    """Every form, the fullest that is a name of its own first."""
    forms: dict[str, tuple[bool, int, int]] = {}
    for mention in members:
        for form in (mention.name or page.text[mention.start : mention.end], *mention.also):
            forms.setdefault(" ".join(form.split()), (mention.generic, -len(form), mention.start))
    return sorted(forms, key=lambda form: (forms[form], form))
