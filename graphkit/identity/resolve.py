"""From names to bodies: every party of a paper gets its reference id, its candidates, or neither, and a reason."""

from dataclasses import dataclass, replace

from graphkit.documents.model import Document
from graphkit.identity.area import Area, AreaFinder
from graphkit.identity.forms import acronym_form, plain, shape
from graphkit.identity.lookup import Answer, Lookup, Rank
from graphkit.identity.merge import merged
from graphkit.identity.phrases import Phrases
from graphkit.identity.posts import RoleNames
from graphkit.identity.reference import Reference, reference
from graphkit.identity.setting import GRACE, Setting
from graphkit.identity.when import shifted
from graphkit.loaders.findings import Findings, Party


@dataclass(frozen=True, slots=True)
class Identified:
    """Findings whose parties are identified; `used` holds the ids of the reference rows that stand behind them."""

    findings: Findings
    area: Area | None
    used: frozenset[str]


class Identifier:
    """Identifies the parties of papers. The result depends on the paper and the reference lists alone."""

    def __init__(self, lists: Reference | None = None) -> None:
        self.reference = lists or reference()
        phrases = Phrases(self.reference)
        self._areas = AreaFinder(self.reference, phrases)
        self._lookup = Lookup(self.reference, phrases)
        self._roles = RoleNames(self.reference)

    def identify(self, findings: Findings, document: Document) -> Identified:
        """The findings with every party's id, label, names, outcome, candidates and reason, and one party a body.

        Names are read in the area of the board and at the date of the paper. A party that two bodies could be stays
        without an id ("ambiguous"); so does one that only a general name ("the Council") stands for outside a known
        area. Sectors, collectives, teams and persons get none, a post only where its council is known.
        """
        area = self._areas.find(findings, document, findings.date)
        setting = Setting(self.reference, area, findings.date)
        if findings.date is None:
            setting = replace(setting, since=self._since(findings.parties, setting))
        whole = merged(findings, (self._party(party, setting) for party in findings.parties))
        used = {identity for party in whole.parties if party.id for identity in party.id.split("@")[-1:]}
        return Identified(whole, area, frozenset(used))

    def _since(self, parties: tuple[Party, ...], setting: Setting) -> str | None:
        """The date before which an undated paper was hardly written, from the bodies that it names in full.

        Papers speak of a coming body, though hardly more than two years ahead.
        """
        answers = (self._lookup.official(name, setting) for party in parties for name in party.names)
        bodies = [self.reference.organisations[answer.ids[0]] for answer in answers if answer and answer.sure]
        latest = max((body.valid_from for body in bodies), default="")
        return shifted(latest, -GRACE) if latest else None

    def _party(self, party: Party, setting: Setting) -> Party:
        if party.type in {"organisation", "board"}:
            return self._organisation(party, setting)
        if party.type == "sector":
            return self._sector(party, setting)
        if party.type == "post":
            return self._post(party, setting)
        return party

    def _organisation(self, party: Party, setting: Setting) -> Party:
        answer = self._answer(party, setting)
        if answer is None:
            return replace(party, why="no body of this name in the reference list")
        if not answer.sure:
            return replace(party, outcome="ambiguous", candidates=answer.ids, why=answer.why)
        return self._resolved(party, answer)

    def _resolved(self, party: Party, answer: Answer) -> Party:
        body = self.reference.organisations[answer.ids[0]]
        names = tuple(dict.fromkeys((body.name, *party.names)))
        kind = party.type if party.type in {"organisation", "board"} else "organisation"
        return replace(party, id=body.id, label=body.name, names=names, outcome="resolved", why=answer.why, type=kind)

    def _answer(self, party: Party, setting: Setting) -> Answer | None:
        """The answer that all names of a party bear out, or the strongest doubtful one."""
        found = [(name, self._lookup.find(name, setting, party.type == "board")) for name in party.names]
        answers = [answer for _, answer in found if answer]
        unknown = [name for name, answer in found if answer is None and _telling(name)]
        sure = sorted((answer for answer in answers if answer.sure), key=lambda answer: answer.rank)
        if sure and sure[0].rank > Rank.FORM and unknown:
            sure = [each for each in sure if any(self._lookup.agrees(name, each.ids[0]) for name in unknown)]
            answers = sure
        if not answers:
            repairs = [answer for name in unknown if (answer := self._lookup.repair(name, setting))]
            return repairs[0] if repairs else None
        if not sure:
            return min(answers, key=lambda answer: (answer.rank, answer.ids))
        best = [answer for answer in sure if answer.rank == sure[0].rank]
        ids = tuple(sorted({answer.ids[0] for answer in best}))
        return best[0] if len(ids) == 1 else Answer(best[0].rank, ids, "its names belong to several bodies", sure=False)

    def _sector(self, party: Party, setting: Setting) -> Party:
        if any(self.reference.by_name.get(plain(name)) for name in party.names):
            answer = self._answer(party, setting)
            if answer and answer.sure and answer.rank == Rank.OFFICIAL:
                return self._resolved(party, answer)
        normal = self._roles.sector(party.names)
        if normal is None:
            return party
        return replace(
            party, names=tuple(dict.fromkeys((*party.names, normal))), why=f"a sector ({normal}), not one body"
        )

    def _post(self, party: Party, setting: Setting) -> Party:
        normal = self._roles.post(party.names)
        names = tuple(dict.fromkeys((*party.names, normal))) if normal else party.names
        council = setting.own_councils[0] if len(setting.own_councils) == 1 else None
        post = self._roles.council_post(party.names, council.places[0][0]) if council else None
        if council is None or post is None:
            return replace(party, names=names)
        why = f"a post of {council.name}"
        return replace(party, names=names, id=f"post:{post}@{council.id}", outcome="resolved", why=why)


def _telling(name: str) -> bool:
    """Whether a printed name is more than an acronym, a single word or the words for a kind of body."""
    taken = shape(name)
    return acronym_form(name) is None and len(plain(name).split()) > 1 and (taken is None or bool(taken.words))
