"""Who writes to whom, and under which headings: the posts, addressees and TAGS of made-up cables.

The posts are invented, apart from the department in Washington, so that no made-up cable can be
taken for the words of a real embassy. The TAGS have the form and the spread of real ones: a few
stand on every third cable, most on next to none. Nothing here draws by chance; `cables` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from benchmarks.words import Ranking, invent_name

_POSTS: Final = 270
_TAGS: Final = 700

_KINDS: Final = ("AMEMBASSY", "AMEMBASSY", "AMCONSUL", "AMEMBASSY", "USMISSION", "AMEMBASSY")

_SUBJECTS: Final = """
PREL PGOV ECON PTER ETRD PHUM EFIN MARR PARM KDEM SNAR EINV MOPS ENRG EAID OVIP CVIS PINR SOCI
PINS ASEC AMGT BEXP MASS APER SENV EAGR OPRC SMIG CASC PREF ECPS ABLD MNUC EIND TRGY EAIR PBTS
SCUL TBIO AORC OEXC UNSC ELAB EWWT ETTC UNGA CMGT TSPL CPAS AFIN PHSA EPET NATO TSPA OSCE ADCO
CJAN EMIN IAEA AADP WTRO ETRO SOPN EXIM OIIP OTRA OREP APEC UNESCO ASEAN EFTA ILO ICAO UNEP UNHCR
EUN FAO IMF IBRD OECD OPCW CWC CTBT WHO WIPO ITU INTELSAT IMO UPU UNDP UNICEF UNMIK NPT MTCR AU
OAS ECOWAS GCC SADC
""".split()

_PLACES: Final = """
IZ AF RS IR IS TU CH FR UK GM JA KS IN PK BR MX CO VE IT SP EG SY LE JO SA YM KU AE QA BA MU TC NI
KE ET SO SU CD CG UG RW TZ ZA ZI MZ AO NG GH IV LI SL GV SG GA ML MR MO AG TS LY CN MA EI EN LG LH
PL EZ LO HU RO BU GR CY MT AL MK SR BK HR SI UP BO MD GG AM AJ KZ UZ TX KG TI AU SZ BE NL LU DA NO
SW FI IC PO CA CU HA DR JM TD BB GY NS EC PE BL PA AR CI UY CS NU HO GT ES BH BG CE NP BT MV BM TH
LA CB VM MY SN ID RP TT BX TW MG KN HK NZ FJ PP BP TN WS NH KR
""".split()


@dataclass(frozen=True, slots=True)
class Post:
    """One sender: as the FM line names it, as ids and other cables name it, and its route."""

    name: str
    station: str
    route: str


def _invent_post(number: int) -> Post:
    place = invent_name(number + 1).upper()
    letters = place[0] + place[len(place) // 2] + (place[-1] if number % 2 else "")
    return Post(f"{_KINDS[number % len(_KINDS)]} {place}", place, f"RUEH{letters}")


def _interleave_tags() -> list[str]:
    # Subjects are commonest and programmes rarest; a place after every subject, while they last,
    # puts the busiest places among the busiest subjects.
    mixed = [tag for pair in zip(_SUBJECTS, _PLACES, strict=False) for tag in pair]
    tags = dict.fromkeys([*mixed, *_SUBJECTS, *_PLACES])
    number = 0
    while len(tags) < _TAGS:
        name = invent_name(number).upper()
        tags[f"K{name[0]}{name[2]}{name[-1]}"] = None
        number += 1
    return list(tags)


DEPARTMENT: Final = Post("SECSTATE WASHDC", "STATE", "RUEHC")
POSTS: Final = Ranking(
    (DEPARTMENT, *(_invent_post(number) for number in range(_POSTS - 1))),
    # The busiest post of the real collection wrote about 3% of it.
    shift=10,
)
TAGS: Final = Ranking(_interleave_tags(), shift=1)
AGENCIES: Final = (
    "RUCNCIS/CIS COLLECTIVE",
    "RUEHZG/NATO EU COLLECTIVE",
    "RUEHXK/ARAB ISRAELI COLLECTIVE",
    "RUEKJCS/JOINT STAFF WASHDC",
    "RUEKJCS/SECDEF WASHINGTON DC",
    "RHEHNSC/NSC WASHDC",
    "RUEAIIA/CIA WASHDC",
    "RHEFDIA/DIA WASHDC",
    "RHMFISS/HQ USEUCOM VAIHINGEN GE",
    "RUCPDOC/DEPT OF COMMERCE WASHDC",
    "RUEATRS/DEPT OF TREASURY WASHDC",
    "RHMFISS/DEPT OF ENERGY WASHDC",
)
