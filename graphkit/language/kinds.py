"""Which kinds of bodies a bare word can point to ("the Trust", "the ICB"), by the words of a full name or its reference kind."""

_WORDS: dict[str, tuple[str, ...]] = {
    "local-authority": ("council", "borough of", "councils"),
    "icb": ("icb", "integrated care board"),
    "ics": ("integrated care system", "ics"),
    "ccg": ("ccg", "clinical commissioning group"),
    "nhs-trust": ("trust",),
    "hsc-trust": ("health and social care trust",),
    "police-force": ("police", "constabulary"),
    "police-and-crime-commissioner": ("police and crime commissioner",),
    "fire-service": ("fire and rescue service", "fire and rescue", "fire brigade"),
    "ambulance-trust": ("ambulance service",),
    "university": ("university",),
    "college": ("college",),
    "health-board": ("health board",),
    "healthwatch": ("healthwatch",),
    "hscp": ("health and social care partnership", "hscp"),
    "ijb": ("integration joint board", "ijb"),
    "combined-authority": ("combined authority",),
    "health-and-wellbeing-board": ("health and wellbeing board", "hwb"),
    "pct": ("primary care trust", "pct"),
    "probation": ("probation",),
    "vcs-umbrella": ("cvs", "voluntary action", "council for voluntary service"),
}
# Acronyms that close names, spelt out for comparing.
SPELT = {
    "psb": "public services board", "osc": "overview and scrutiny committee", "hosc": "health overview and scrutiny committee", "hwb": "health and wellbeing board",
    "hwbb": "health and wellbeing board", "ccg": "clinical commissioning group", "icb": "integrated care board", "icp": "integrated care partnership", "ijb": "integration joint board",
    "cpp": "community planning partnership", "csp": "community safety partnership", "rpb": "regional partnership board", "adp": "alcohol and drug partnership",
    "lep": "local enterprise partnership", "hscp": "health and social care partnership", "lscb": "local safeguarding children board", "pct": "primary care trust",
    "sab": "safeguarding adults board", "cvs": "council for voluntary service",
}  # fmt: skip
# Sentence-case words for kinds.
_SAME = {
    "police": "police-force", "police service": "police-force", "police services": "police-force", "police force": "police-force", "council": "local-authority",
    "local authority": "local-authority", "county council": "local-authority", "city council": "local-authority", "borough council": "local-authority",
    "district council": "local-authority", "fire service": "fire-service", "fire and rescue service": "fire-service", "fire and rescue": "fire-service",
    "ambulance service": "ambulance-trust", "health board": "health-board", "local health board": "health-board", "probation service": "probation",
    "combined authority": "combined-authority", "trust": "nhs-trust", "university": "university", "college": "college", "icb": "icb", "ccg": "ccg",
}  # fmt: skip
_NOT_PLACE = frozenset(
    "health and wellbeing well being board partnership council city county borough district the of committee public services joint nhs "
    "community planning strategic integration safety social care adult adults children s childrens trust overview scrutiny service local".split()
)


def kind_of(bare: str) -> str:
    """The reference kind that a bare word stands for, or the word itself."""
    return _SAME.get(bare, bare)


def fits_kind(name: str, reference_kind: str | None, bare: str) -> bool:
    """Whether a body (normal name, reference kind where known) can be meant by a bare kind."""
    kind = kind_of(bare)
    if reference_kind is not None and kind in _WORDS:
        return reference_kind == kind or (kind == "nhs-trust" and reference_kind == "hsc-trust")
    if kind not in _WORDS:
        return name.endswith(" " + bare)
    if kind == "nhs-trust" and name.endswith("children s trust"):
        return False
    return any(
        name == word or name.endswith(" " + word) or f" {word} of " in f" {name} " or f"{word} " in name[:11]
        for word in _WORDS[kind]
    )


def shares_place(name: str, body: str) -> bool:
    """Whether a council and a board carry the same place in their normal names."""
    return bool((set(body.split()) - _NOT_PLACE) & set(name.split()))
