"""Leases for a long answer: what they say, and a scripted model that reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from app.documents.process import ParserProcess
from app.engine.engine import Request
from tests.recursion.scripted import reader

EACH = "What is the notice period in each lease?"
PERIODS = {
    "alder-street-4": "three months",
    "canal-row-19": "six months",
    "fenwick-yard": "three months",
    "harbour-house": "twelve months",
    "mill-lane-7": "three months",
    "north-quay": "six months",
    "orchard-terrace": "six months",
    "st-anne-8": "three months",
}
_CLAUSES = (
    ("Premises", "The Landlord lets {house} to the Tenant, with the right to use the yard."),
    ("Rent", "The rent is due on the first working day of each month, without deduction."),
    ("Repair", "The Landlord keeps roof, gutters and drains in good repair. The Tenant keeps the "
               "inside in the state in which it was handed over, fair wear and tear excepted."),
    ("Use", "The premises are used as offices and for no other purpose. Signs need consent."),
    ("Insurance", "The Landlord insures the building against fire, storm and burst pipes."),
    ("Assignment", "The Tenant may not assign or sublet without the Landlord's written consent, "
                   "which is not withheld without good reason."),
)  # fmt: skip


def write_leases(folder: Path) -> list[Path]:
    """Write the leases as PDF files, each of two pages."""
    paths = []
    with ParserProcess() as parser:
        for name, period in PERIODS.items():
            house = name.replace("-", " ").title()
            clauses = [
                f"<h2>{n}. {title}</h2><p>{text.format(house=house)}</p>"
                for n, (title, text) in enumerate(_CLAUSES * 3, 1)
            ]
            notice = f"Either party may end this lease by giving {period}' notice in writing."
            clauses.insert(-2, f"<h2>Notice</h2><p>{notice}</p>")
            path = folder / f"{name}.pdf"
            parser.write_pdf(f"<h1>Lease of {house}</h1>{''.join(clauses)}", path)
            paths.append(path)
    return paths


def replies(request: Request) -> str:
    """Plans: each document in turn, and in each a search."""
    if EACH in request.messages[-1].content:
        return json.dumps({"kind": "each", "question": "What is the notice period of this lease?"})
    return json.dumps({"kind": "find", "phrases": ["notice period", "end this lease notice"]})


def read(request: Request) -> str:
    """Reads the notice period out of a slice."""
    found = re.search(r"by giving (\w+ months)'", request.messages[-1].content)
    answer = f"{found[1].capitalize()}, in writing." if found else ""
    return reader("end this lease", answer=answer)(request)
