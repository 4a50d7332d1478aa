"""Identity: which body a name means, in the area of the board that wrote it and at the date of its paper."""

from graphkit.identity.area import Area
from graphkit.identity.codes import codes_of, part_of, predecessors_of, successors_of
from graphkit.identity.reference import Alias, Organisation, Place, Reference, RoleName, reference
from graphkit.identity.resolve import Identified, Identifier

__all__ = [
    "Alias",
    "Area",
    "Identified",
    "Identifier",
    "Organisation",
    "Place",
    "Reference",
    "RoleName",
    "codes_of",
    "part_of",
    "predecessors_of",
    "reference",
    "successors_of",
]
