"""The rules that come with examples, by family, and a check that every example shows its rule.

To add a table of rules: write it as `language/rules.py` says, and add a Family here with the question that reads its
examples. `graphkit rules` lists the families, `graphkit rules --check` and the tests run them.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal, NamedTuple

from graphkit import documents, resources
from graphkit.documents.model import Span
from graphkit.language.act import Act
from graphkit.language.acts import Lead, parse_acts
from graphkit.language.deadlines import choose, find_dues
from graphkit.language.examples import marked
from graphkit.language.fold import fold
from graphkit.language.gazetteer import Gazetteer
from graphkit.language.leadin_words import lead_in
from graphkit.language.names import find_parties
from graphkit.language.priority_lists import names_priorities, opens_priorities
from graphkit.language.prose import Prose
from graphkit.language.roles import Setting, parts_of
from graphkit.language.rules import Rule, rule_table
from graphkit.language.strategy_lines import Opens, heading_opens, lead_opens
from graphkit.loaders.column_words import meaning_of
from graphkit.loaders.registry import Context, read_findings

# The names of the rules that the reading finds in an example of a rule.
Reads = Callable[[Rule, str], Collection[str]]
How = Literal["search", "match", "fullmatch"]


@dataclass(frozen=True, slots=True)
class Family:
    """A table of rules: its file and table in `language/data`, what it is about, and what reads its examples.

    Without `reads` the examples only tell: it takes more than one paper to show the rule.
    """

    name: str
    about: str
    file: str
    table: str
    reads: Reads | None = None

    def rules(self) -> tuple[Rule, ...]:
        """Its rules in the order in which they are tried."""
        return rule_table(self.file, self.table)


class Failure(NamedTuple):
    """An example that does not show its rule, or a near miss that does, with what was read instead."""

    family: str
    rule: str
    example: str
    why: str


def by_cue(how: How) -> Reads:
    """Reads an example with the rule's own cue alone: for tables whose words are nothing but patterns on a line."""

    def reads(rule: Rule, example: str) -> Collection[str]:
        return [rule.name] if getattr(re.compile(rule.either), how)(fold(example)) else []

    return reads


def part_rules(rule: Rule, example: str) -> Collection[str]:
    """The rules by which the parties marked in an example take their parts."""
    types = rule.more.get("types", ())
    item = marked(example, "sector" if "sector" in types else "organisation")
    acts = parse_acts(item.prose, item.span, Lead())
    act = acts[0] if acts else Act("undertake", item.span, "", Span(0, 0), "agree")
    whole = Act(act.kind, item.span, act.verb, act.verb_span, "agree", None, act.passive)
    return [part.rule for part in parts_of(item.prose, whole, Setting())]


def lead_in_rules(rule: Rule, example: str) -> Collection[str]:
    """Reads a line with the lead-in's own cue alone."""
    return [rule.name] if lead_in(rule.name).shows(example) else []


def fact_rules(rule: Rule, example: str) -> Collection[str]:
    """The rules that the facts of a small paper name."""
    document = documents.of_text(example, f"example.{rule.more.get('format', 'txt')}")
    actions = read_findings(document, _context(), rule.more.get("kind", "minutes")).actions
    return [name for one in actions for name in (one.rule, *(part.rule for part in one.participations))]


def name_rules(rule: Rule, example: str) -> Collection[str]:
    """The rules that see a name at the place marked in an example, or anywhere where none is marked."""
    item = marked(example)
    document = documents.of_text(item.prose.text, f"example.{rule.more.get('format', 'txt')}")
    hits = find_parties(document, _context().gazetteer).hits
    return [hit.rule for hit in hits if not item.hits or any(hit.span.meets(one.span) for one in item.hits)]


def act_rules(_: Rule, example: str) -> Collection[str]:
    """What the acts of a clause do."""
    document = documents.of_text(example, "example.txt")
    prose = Prose(document.text, find_parties(document, _context().gazetteer).within)
    return [act.kind for act in parse_acts(prose, Span(0, len(document.text)), Lead())]


def column_rules(_: Rule, example: str) -> Collection[str]:
    """What a header says of its column."""
    return [meaning_of(example)]


def kind_rules(rule: Rule, example: str) -> Collection[str]:
    """The rule where its words stand in the example, or are all of it where they are those of a paper's head."""
    return by_cue("fullmatch" if rule.more.get("at") == "top" else "search")(rule, example)


def cell_rules(rule: Rule, example: str) -> Collection[str]:
    """The rules by which the party marked in a cell takes its part; the rule itself where it gives an owner."""
    cell = re.sub(r"[\[\]]", "", example).replace("Council", "Northmere City Council")
    document = documents.of_text(f'Action,Partners,Ref\nPlant trees,"{cell}",1\nDig ponds,Mere Ponds,2\n', "cell.csv")
    findings = read_findings(document, _context(), "action-log")
    marked_party = next(one.key for one in findings.parties if f"[{one.label}]" in example)
    parts = [one for one in findings.actions[0].participations if one.party == marked_party]
    return [rule.name if one.role == rule.more["role"] == "owner" else one.rule for one in parts]


def due_rules(rule: Rule, example: str) -> Collection[str]:
    """The rule itself where the deadline marked in a clause is read, or none is where none is marked."""
    clause = re.sub(r"[\[\]]", "", example)
    hit = choose(find_dues(clause, 0, len(clause), "2030-03-20"))
    marked_words = re.search(r"\[(.*)\]", example)
    if marked_words is None:
        return [rule.name] if (hit is None) == (example in rule.examples) else []
    return [rule.name] if hit is not None and hit.text == marked_words[1] else []


@cache
def _context() -> Context:
    return Context(Gazetteer.load(resources.REFERENCE))


def told_by(tells: Callable[[str], str | None]) -> Reads:
    """Reads an example by a question that names the rule it found."""

    def reads(_rule: Rule, example: str) -> Collection[str]:
        found = tells(example)
        return [found] if found is not None else []

    return reads


def opened_by(opens: Callable[[str], Opens | None]) -> Reads:
    """Reads an example as a line of a strategy: the rule that says what it opens."""

    def reads(_rule: Rule, example: str) -> Collection[str]:
        found = opens(example)
        return [found.rule] if found is not None else []

    return reads


FAMILIES: tuple[Family, ...] = (
    Family("action", "why a passage is an action", "fact-rules.yaml", "actions", fact_rules),
    Family("part", "why a party has a part in an action", "fact-rules.yaml", "parts", fact_rules),
    Family("name", "why words name somebody who can act", "fact-rules.yaml", "names", name_rules),
    Family("act", "what a clause does", "fact-rules.yaml", "acts", act_rules),
    Family("link", "why an action serves a priority of another paper", "fact-rules.yaml", "links"),
    Family("role-before", "the part a party takes, by the words before its name", "roles.yaml", "before", part_rules),
    Family("role-after", "the part a party takes, by the words after its name", "roles.yaml", "after", part_rules),
    Family("minutes-sign", "what speaks for minutes", "kind-signs.yaml", "minutes", kind_rules),
    Family("strategy-sign", "what speaks for a strategy", "kind-signs.yaml", "strategy", kind_rules),
    Family("plan-sign", "what speaks for a plan of action", "kind-signs.yaml", "action-plan", kind_rules),
    Family("column", "what a table's column holds", "columns.yaml", "columns", column_rules),
    Family("due", "what binds a time to an act", "due.yaml", "binding", due_rules),
    Family("due-weak", "what may bind a time to an act", "due.yaml", "weak", due_rules),
    Family("due-event", "words that stand in for a date", "due.yaml", "events", due_rules),
    Family("due-never", "what never binds a time", "due.yaml", "never", due_rules),
    Family("due-ahead", "what shows an act yet to be done", "due.yaml", "ahead", due_rules),
    Family("due-condition", "what makes a time part of a condition", "due.yaml", "condition", due_rules),
    Family("due-behind", "what shows that a number is no time to come", "due.yaml", "behind", due_rules),
    Family("cell-before", "the part a cell gives, by words before the name", "columns.yaml", "cell_before", cell_rules),
    Family("cell-after", "the part a cell gives, by words after the name", "columns.yaml", "cell_after", cell_rules),
    Family(
        "strategy-heading",
        "what a heading of a strategy opens",
        "strategy-lines.yaml",
        "headings",
        opened_by(heading_opens),
    ),
    Family(
        "strategy-lead-in", "what a lead-in of a strategy opens", "strategy-lines.yaml", "leads", opened_by(lead_opens)
    ),
    Family("to-readers", "what is asked of a reader", "strategy-lines.yaml", "to-readers", by_cue("search")),
    Family("priority-lead-in", "a list of priorities", "priority-lists.yaml", "leads", told_by(opens_priorities)),
    Family("priority-list", "a sentence of priorities", "priority-lists.yaml", "inline", told_by(names_priorities)),
    Family("minutes-line", "what a line of minutes opens", "lead-ins.yaml", "minutes", lead_in_rules),
    Family("told", "what is decided or taken on in prose", "undertakings.yaml", "told", by_cue("search")),
    Family(
        "meeting-line", "whose meeting or decision a page tells of", "meeting-lines.yaml", "lines", by_cue("fullmatch")
    ),
)


def failures(family: Family, some: Iterable[Rule] | None = None) -> Iterator[Failure]:
    """The examples of a family (or of `some` of its rules) that do not show what they should."""
    if family.reads is None:
        return
    for rule in family.rules() if some is None else some:
        tell = partial(Failure, family.name, rule.name)
        for example in rule.examples:
            found = family.reads(rule, example)
            if rule.name not in found:
                yield tell(example, f"read as {', '.join(found)}" if found else "no rule reads it")
        for example in rule.but_not:
            if rule.name in family.reads(rule, example):
                yield tell(example, "read by the rule, and should not be")


def check_rules() -> None:
    """Reads every table of rules, so that a broken one is told before any paper is read.

    Raises:
        UsageError: a rule lacks a key, or its cue is no regular expression.
    """
    for family in FAMILIES:
        family.rules()


def known() -> dict[str, Rule]:
    """Every rule that a fact can name, by its name."""
    return {rule.name: rule for family in FAMILIES for rule in family.rules()}
