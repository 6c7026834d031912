"""Questions that name somebody by what must be found first.

"Where does the owner of the mill at Holm live?" can't be looked up: no passage speaks of both. A
small model takes it for a question for one fact; its words tell where it can be parted.
"""

from __future__ import annotations

import re

_ROLES = """
    person man woman company firm bank clinic hospital party owner holder keeper supplier seller
    vendor buyer purchaser lender borrower creditor debtor insurer underwriter employer employee
    manager director officer engineer teacher lawyer solicitor barrister attorney counsel judge
    arbitrator expert trustee executor heir beneficiary guarantor surety landlord tenant lessor
    lessee licensor licensee contractor subcontractor author architect inventor surgeon doctor
    physician nurse therapist pharmacist consultant specialist agent broker carrier operator
    founder chair chairman chairwoman president secretary treasurer donor witness signatory
    accountant auditor assistant driver patient roommate room-mate neighbour neighbor wife
    husband spouse partner son daughter child parent mother father sister brother cousin aunt
    uncle friend colleague successor predecessor
""".split()
_ROLE = rf"(?:[\w-]+\s+)?(?:{'|'.join(_ROLES)}|\w+(?:olog|iatr)ist)"
_NAME = r"(?:[A-Z][\w’'&-]*|[\w/-]*\d[\w/-]*)"
_WHO = re.compile(
    rf"\bthe\s+{_ROLE}\s+(?:who|whose|which|that|of|for|to|at|in)\s[^,;?]*\b{_NAME}(?=\s+[a-z])"
)
_DIRECT = re.compile(
    r"^(?:who|what|which\s+\w+)(?:\s+else)?\s+(?:is|was|are|were|became|will\s+be)\s+"
    r"(?:now\s+|currently\s+|today\s+)?the\b",
    re.IGNORECASE,
)

_NAMES = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?[A-Z][\w’'-]*(?:(?:\s+(?:&|and|of|de|van|von|der))?\s+[A-Z][\w’'-]*)*"
)
_ARTICLES = frozenset(
    ("The", "A", "An", "It", "In", "On", "By", "He", "She", "They", "This", "That")
)

ANSWER = "{answer}"
"""What stands in the second question for the answer to the first."""


def parted(question: str) -> tuple[str, str] | None:
    """The two questions in one, in English; None where it names nobody by another fact.

    Returns:
        Who it is, and the question itself with `ANSWER` in that one's place.
    """
    asked = question.strip()
    found = _WHO.search(asked)
    if found is None or _DIRECT.match(asked):
        return None
    return f"Who is {found[0]}?", asked[: found.start()] + ANSWER + asked[found.end() :]


def names(text: str) -> list[str]:
    """The names in a text, with what else is written large: "Who" at its beginning."""
    return [match[0] for match in _NAMES.finditer(text)]


def name_in(answer: str, question: str) -> str:
    """The first name of an answer that its question does not give, with its title; "" if none is.

    Of "Locker 4 is let to Dr. Ruth Vane", asked who rents it, that is "Dr. Ruth Vane".
    """
    low = question.casefold()
    for name in names(answer):
        words = name.split()
        while words and (words[0] in _ARTICLES or words[0].casefold().strip(".,") in low.split()):
            words = words[1:]
        if words and any(word.casefold() not in low for word in words):
            return " ".join(words)
    return ""
