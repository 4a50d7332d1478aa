from collections.abc import Callable
from pathlib import Path

import pytest

from graphkit.documents.model import Block, Document, Span
from graphkit.language.examples import Marked, marked
from graphkit.language.gazetteer import Gazetteer

ORGANISATIONS = """\
id,name,type,places,places_basis,ods_code,other_ids,valid_from,valid_to,successor,part_of,derived,source
northmere-city-council,Northmere City Council,local-authority,E1,own area,,,,,,,,none
northmere-hwb,Northmere Health and Wellbeing Board,health-and-wellbeing-board,E1,own area,,,,,,,,none
northmere-icb,NHS Northmere and Wolden Integrated Care Board,icb,E1;E2,own area,,,,,,,,none
wolden-trust,Wolden Hospitals NHS Foundation Trust,nhs-trust,E2,own area,,,,,,,,none
healthwatch-northmere,Healthwatch Northmere,healthwatch,E1,own area,,,,,,,,none
northmere-police,Northmere Police,police-force,E1,own area,,,,,,,,none
nhs-england,NHS England,national-body,,,,,,,,,,none
"""
ALIASES = """\
alias,target,scope,kind,source
the Council,type:local-authority,area,short name,rule
Council,type:local-authority,area,short name,rule
ICB,type:icb,area,short name,rule
the ICB,type:icb,area,short name,rule
the Board,type:health-and-wellbeing-board,area,short name,rule
Police,type:police-force,area,short name,rule
{area} CVS,type:vcs-umbrella,area,short name,rule
WHFT,wolden-trust,area,acronym,none
NHSE,nhs-england,national,acronym,none
Northmere ICB,northmere-icb,national,short name,none
"""
PLACES = """\
code,name,type,parent_codes,valid_from,valid_to,successor_codes,former_codes,source
E1,Northmere,district,,,,,,none
E2,Wolden,district,,,,,,none
"""
ROLES = """\
label,type,aliases,normal_name
Director of Public Health,post,DPH;Acting Director of Public Health,Director of Public Health
voluntary sector,sector,VCS;VCSE;third sector,voluntary sector
schools,sector,primary schools,schools
Adult Social Care,team,ASC,Adult Social Care
Trading Standards,team,,Trading Standards
Stop Smoking Service,team,Smokefree team,Stop Smoking Service
Public Services Board,board-kind,PSB,Public Services Board
"""


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reference folder of an invented area."""
    folder = tmp_path_factory.mktemp("reference")
    for name, rows in {
        "organisations": ORGANISATIONS,
        "aliases": ALIASES,
        "places": PLACES,
        "roles-and-sectors": ROLES,
    }.items():
        (folder / f"{name}.csv").write_text(rows, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def gazetteer(reference: Path) -> Gazetteer:
    return Gazetteer.load(reference)


@pytest.fixture(scope="session")
def paper() -> Callable[..., Document]:
    """Makes a Document of one paragraph a line; lines that start with "#" become boilerplate."""

    def make(text: str) -> Document:
        blocks, start = [], 0
        for line in text.split("\n"):
            end = start + len(line)
            if line.strip():
                blocks.append(Block("paragraph", Span(start, end), boilerplate=line.startswith("#")))
            start = end + 1
        return Document("paper", "paper.txt", "text/plain", text, tuple(blocks), "0" * 64)

    return make


@pytest.fixture(scope="session", name="marked")
def marked_fixture() -> Callable[..., Marked]:
    """Reads a clause such as "ask [Northmere Police] and the [post: Chair] to ..."."""
    return marked
