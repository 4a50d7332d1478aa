"""What the actions add up to: the counts and lists behind the words on the pages."""

from collections import Counter
from collections.abc import Iterable

from graphkit.views.model import Action, Concept, Party, Priority, ViewData


def within(concepts: dict[str, Concept], key: str) -> frozenset[str]:
    """A concept and everything above it, as keys (a loop of broader links ends)."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(concepts[one].broader if one in concepts else ())
    return frozenset(found)


def topics_of(data: ViewData, action: Action) -> frozenset[str]:
    """Keys of an action's topics and of all topics above them."""
    return frozenset().union(*(within(data.topics, tag.concept) for tag in action.topics))


def populations_of(data: ViewData, action: Action) -> frozenset[str]:
    """Keys of an action's population groups and of all groups above them."""
    return frozenset().union(*(within(data.populations, tag.concept) for tag in action.populations))


def by_topic(data: ViewData) -> dict[str, tuple[Action, ...]]:
    """Actions of every topic that has one, narrower topics included; in the order of `tree`."""
    found: dict[str, list[Action]] = {}
    for action in data.actions:
        for key in topics_of(data, action):
            found.setdefault(key, []).append(action)
    return {concept.key: tuple(found[concept.key]) for concept, _ in tree(data.topics, set(found))}


def tree(concepts: dict[str, Concept], wanted: set[str]) -> list[tuple[Concept, int]]:
    """The wanted concepts with their depth, narrower ones after their broader one, each once, by label."""
    below: dict[str | None, list[Concept]] = {}
    for key in wanted:
        concept = concepts.get(key, Concept(key, key))
        above = [one for one in concept.broader if one in wanted]
        below.setdefault(above[0] if above else None, []).append(concept)
    found: list[tuple[Concept, int]] = []
    seen: set[str] = set()

    def walk(parent: str | None, depth: int) -> None:
        for concept in sorted(below.get(parent, ()), key=lambda c: (c.label.casefold(), c.key)):
            if concept.key not in seen:
                seen.add(concept.key)
                found.append((concept, depth))
                walk(concept.key, depth + 1)

    walk(None, 0)
    for key in sorted(wanted - seen):  # what a loop of broader links hides
        if key not in seen:
            seen.add(key)
            found.append((concepts[key], 0))
            walk(key, 1)
    return found


def party_of(data: ViewData, key: str) -> Party:
    """The party of a key; one that the graph does not describe goes by its key."""
    return data.parties.get(key) or Party(key, key, "")


def owner_tally(data: ViewData, actions: Iterable[Action]) -> list[tuple[Party, int]]:
    """Owners with the number of these actions they own, most first."""
    counts = Counter(key for action in actions for key in {part.party for part in action.owners})
    pairs = [(party_of(data, key), number) for key, number in counts.items()]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].label.casefold(), pair[0].key))


def without_owner(actions: Iterable[Action]) -> list[Action]:
    """Actions that nobody owns."""
    return [action for action in actions if not action.owners]


def without_deadline(actions: Iterable[Action]) -> list[Action]:
    """Actions without any deadline."""
    return [action for action in actions if action.due is None]


def by_priority(data: ViewData) -> dict[str, tuple[tuple[Action, bool], ...]]:
    """Actions of every priority with whether the link is stated; () for a priority that has none."""
    found: dict[str, list[tuple[Action, bool]]] = {key: [] for key in data.priorities}
    for action in data.actions:
        for link in action.links:
            found.setdefault(link.priority, []).append((action, link.stated))
    return {key: tuple(sorted(pairs, key=lambda pair: not pair[1])) for key, pairs in found.items()}


def empty_priorities(data: ViewData) -> list[Priority]:
    """Priorities with no action of their own or of one below them, stated or inferred."""
    busy = {link.priority for action in data.actions for link in action.links}
    for key in tuple(busy):
        busy |= set(above(data.priorities, key))
    return [priority for key, priority in data.priorities.items() if key not in busy]


def above(priorities: dict[str, Priority], key: str) -> list[str]:
    """Keys of the priorities above one, nearest first (a loop ends)."""
    chain: list[str] = []
    while (one := priorities.get(key)) and one.parent and one.parent not in chain:
        chain.append(one.parent)
        key = one.parent
    return chain
