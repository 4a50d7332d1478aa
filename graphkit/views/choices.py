"""What the filters of the action table offer."""

from collections import Counter

from graphkit.views import answers, words
from graphkit.views.model import ViewData

Choice = list[str | int]


def choices_of(data: ViewData) -> dict[str, list[Choice]]:
    """The options of each filter: value, label, number of actions, depth; topics count the narrower ones too."""
    topics = answers.by_topic(data)
    people = Counter(key for action in data.actions for key in answers.populations_of(data, action))
    owners = {party.key: number for party, number in answers.owner_tally(data, data.actions)}
    partners = {part.party for action in data.actions for part in action.parts}
    named = sorted((answers.party_of(data, key) for key in partners), key=lambda p: (p.label.casefold(), p.key))
    statuses = Counter(action.status for action in data.actions)
    bases = Counter(part.basis for action in data.actions for part in action.parts)
    papers = Counter(action.paper for action in data.actions)
    return {
        "topic": [[c.key, c.label, len(topics[c.key]), depth] for c, depth in answers.tree(data.topics, set(topics))],
        "population": [
            [c.key, c.label, people[c.key], depth] for c, depth in answers.tree(data.populations, set(people))
        ],
        "partner": [[party.key, party.label, owners.get(party.key, 0), 0] for party in named],
        "status": [[key, words.status(key), number, 0] for key, number in sorted(statuses.items())],
        "basis": [[key, words.basis(key), number, 0] for key, number in sorted(bases.items())],
        "paper": [[key, data.papers[key].title, papers[key], 0] for key in data.papers if key in papers],
    }
