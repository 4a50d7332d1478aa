"""The words of the graph: namespaces and terms, as strings (`ontology/` defines them; a test holds the two together).

Nodes carry their hw: class and every hw: class above it (a board is hw:Board, hw:Organization and hw:Party), so neither
SPARQL nor Cypher needs an inference engine. Classes of other vocabularies (org:, prov:, oa:) are reached through the
ontology graph: `?x a/rdfs:subClassOf* org:Organization`.
"""

from enum import StrEnum
from typing import Final

HW: Final = "https://example.org/hwb/ns#"
TOPIC: Final = "https://example.org/hwb/topic/"
POPULATION: Final = "https://example.org/hwb/population/"
ROLE: Final = "https://example.org/hwb/role/"
STATUS: Final = "https://example.org/hwb/status/"
BASIS: Final = "https://example.org/hwb/basis/"
SECTOR: Final = "https://example.org/hwb/sector/"
PLACE: Final = "http://statistics.data.gov.uk/id/statistical-geography/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
ORG: Final = "http://www.w3.org/ns/org#"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
SCHEMA: Final = "https://schema.org/"
TIME: Final = "http://www.w3.org/2006/time#"

PREFIXES: Final[dict[str, str]] = {
    "hw": HW,
    "top": TOPIC,
    "pop": POPULATION,
    "role": ROLE,
    "status": STATUS,
    "basis": BASIS,
    "sector": SECTOR,
    "place": PLACE,
    "org": ORG,
    "prov": PROV,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "oa": OA,
    "schema": SCHEMA,
    "time": TIME,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}


class Cls(StrEnum):
    """Classes of our own; each is also a label of the property graph."""

    DOCUMENT = HW + "Document"
    MEETING = HW + "Meeting"
    STRATEGY = HW + "Strategy"
    PRIORITY = HW + "Priority"
    ACTION = HW + "Action"
    COMMITMENT = HW + "Commitment"
    DECISION = HW + "Decision"
    DEADLINE = HW + "Deadline"
    ASSERTION = HW + "Assertion"
    PARTICIPATION = HW + "Participation"
    TAGGING = HW + "Tagging"
    EVIDENCE = HW + "Evidence"
    MENTION = HW + "Mention"
    UNREAD = HW + "Unread"
    PARTY = HW + "Party"
    ORGANIZATION = HW + "Organization"
    BOARD = HW + "Board"
    TEAM = HW + "Team"
    POST = HW + "Post"
    SECTOR_GROUP = HW + "SectorGroup"
    COLLECTIVE = HW + "Collective"
    PERSON = HW + "Person"
    PLACE = HW + "Place"
    TOPIC = HW + "Topic"
    POPULATION_GROUP = HW + "PopulationGroup"
    ROLE = HW + "Role"
    STATUS = HW + "Status"
    BASIS = HW + "Basis"
    SECTOR = HW + "Sector"
    CHANGE = HW + "Change"


class Prop(StrEnum):
    """Properties of our own."""

    # a paper
    PATH = HW + "path"
    KIND = HW + "kind"
    WHY_KIND = HW + "whyKind"
    DIGEST = HW + "digest"
    DATE = HW + "date"
    URL = HW + "url"
    ISSUED_BY = HW + "issuedBy"
    PLACE = HW + "place"
    HELD_BY = HW + "heldBy"
    RECORDED_IN = HW + "recordedIn"
    # what it holds
    HAS_PRIORITY = HW + "hasPriority"
    SUB_PRIORITY_OF = HW + "subPriorityOf"
    ORDER = HW + "order"
    EVIDENCE = HW + "evidence"
    TEXT = HW + "text"
    STEM = HW + "stem"
    REF = HW + "ref"
    STATUS = HW + "status"
    TARGETS = HW + "targets"
    HAS_DEADLINE = HW + "hasDeadline"
    RECURRENCE = HW + "recurrence"
    ADVANCES = HW + "advances"
    ADVANCES_INFERRED = HW + "advancesInferred"
    PROGRESS = HW + "progress"
    STAGE = HW + "stage"
    ACT = HW + "act"
    ADOPTED_AS = HW + "adoptedAs"
    STATED_AS = HW + "statedAs"
    OFFSET = HW + "offset"
    RESOLVED_DATE = HW + "resolvedDate"
    PASSAGES = HW + "passages"
    REASON = HW + "reason"
    # who takes part
    RESPONSIBLE_PARTY = HW + "responsibleParty"
    DELIVERER = HW + "deliverer"
    SUPPORTER = HW + "supporter"
    CONSULTED = HW + "consulted"
    FUNDER = HW + "funder"
    HOST = HW + "host"
    RECIPIENT = HW + "recipient"
    AUDIENCE = HW + "audience"
    # why we say so
    SUBJECT = HW + "subject"
    PREDICATE = HW + "predicate"
    OBJECT = HW + "object"
    ROLE = HW + "role"
    BASIS = HW + "basis"
    RULE = HW + "rule"
    CONFIDENCE = HW + "confidence"
    SHARED_TOPIC = HW + "sharedTopic"
    # parties and places
    PARTY = HW + "party"
    PARTY_TYPE = HW + "partyType"
    REFERENCE_ID = HW + "referenceId"
    OUTCOME = HW + "outcome"
    AREA = HW + "area"
    SECTOR = HW + "sector"
    RESULTED_FROM = HW + "resultedFrom"
    GSS = HW + "gss"
    ALIGNS_TO = HW + "alignsTo"
    # the change log
    SEQUENCE = HW + "sequence"
    VERSION = HW + "version"
    TIME = HW + "time"
    ADDED = HW + "added"
    CHANGED = HW + "changed"
    REMOVED = HW + "removed"
    QUADS = HW + "quads"
    TOUCHED = HW + "touched"
    FINGERPRINT = HW + "fingerprint"


class Reused(StrEnum):
    """Terms of other vocabularies that the graph writes."""

    TYPE = RDF + "type"
    TITLE = DCTERMS + "title"
    IS_PART_OF = DCTERMS + "isPartOf"
    CONCEPT = DCTERMS + "subject"
    PREF_LABEL = SKOS + "prefLabel"
    ALT_LABEL = SKOS + "altLabel"
    NOTATION = SKOS + "notation"
    BROADER = SKOS + "broader"
    START_DATE = SCHEMA + "startDate"
    HAS_SOURCE = OA + "hasSource"
    EXACT = OA + "exact"
    PREFIX = OA + "prefix"
    SUFFIX = OA + "suffix"
    START = OA + "start"
    END = OA + "end"
    IDENTIFIER = ORG + "identifier"
    UNIT_OF = ORG + "unitOf"
    POST_IN = ORG + "postIn"


ROLE_EDGES: Final[dict[str, Prop]] = {
    "owner": Prop.RESPONSIBLE_PARTY,
    "deliverer": Prop.DELIVERER,
    "supporter": Prop.SUPPORTER,
    "consulted": Prop.CONSULTED,
    "funder": Prop.FUNDER,
    "host": Prop.HOST,
    "recipient": Prop.RECIPIENT,
    "audience": Prop.AUDIENCE,
}
"""The direct edge from an action to a party, by role."""

CONCEPT_PROPERTIES: Final = frozenset({Reused.CONCEPT, Prop.TARGETS})

PARTY_CLASSES: Final[dict[str, tuple[Cls, ...]]] = {
    "organisation": (Cls.ORGANIZATION, Cls.PARTY),
    "board": (Cls.BOARD, Cls.ORGANIZATION, Cls.PARTY),
    "team": (Cls.TEAM, Cls.PARTY),
    "post": (Cls.POST, Cls.PARTY),
    "sector": (Cls.SECTOR_GROUP, Cls.PARTY),
    "collective": (Cls.COLLECTIVE, Cls.PARTY),
    "person": (Cls.PERSON, Cls.PARTY),
}
"""The classes of a party, by `Party.type`."""


def local_name(iri: str) -> str:
    """What stands after the last "#" or "/" of an IRI."""
    return iri.rpartition("#")[2].rpartition("/")[2]
