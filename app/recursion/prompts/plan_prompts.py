"""All words said to a root model that fills in plans."""

from __future__ import annotations

from app.engine.engine import Message
from app.recursion.texts.phrases import ENGLISH, GERMAN, Phrases

PLAN_SYSTEM = """\
You plan how to answer a reviewer's question about documents that are already loaded. You do not \
see the documents; a program searches them by your phrases. Reply with one JSON object.
kind: "find" for one fact, rule, amount, date, name, or yes/no (also "how many days", "how much"); \
"list" for all items of a kind; "count" only for how many items of a kind there are; \
"compare" for how two things differ; "two_step" when one fact must be found before the other can \
be looked up; "summarize" for an overview.
phrases: three short search phrases in words that the document itself would use, each different.

Question: How many days' notice must the tenant give before leaving?
{"kind": "find", "phrases": ["tenant notice of termination days", "terminate lease written notice \
period", "vacate premises prior notice"]}
Question: Which drugs was the patient taking for blood pressure?
{"kind": "list", "item": "a drug taken for blood pressure", "phrases": ["antihypertensive \
medication", "hypertension lisinopril amlodipine dose", "blood pressure treatment"]}
Question: How many inspections were carried out?
{"kind": "count", "item": "an inspection that was carried out", "phrases": ["inspection carried \
out on", "inspection report date", "site visit inspected"]}
Question: Who is the landlord's insurer, and where is that company's office?
{"kind": "two_step", "first": "Who is the landlord's insurer?", "then": "Where is the office of \
{answer}?", "phrases": ["landlord insurance policy insurer", "insured by insurance company", \
"insurer address office"]}
Question: How do the fees of the first year differ from those of the second?
{"kind": "compare", "sides": ["What are the fees of the first year?", "What are the fees of the \
second year?"], "phrases": ["fees first year", "fees second year", "annual fee increase"]}"""


_KINDS = {
    "timeline": (
        "This is a question for a timeline: item says what one dated entry is.\n"
        "Question: What is the timeline of the repairs?\n"
        '{"kind": "timeline", "item": "a repair, with its date", "phrases": ["repair carried out '
        'on", "repaired replaced date", "work completed"]}\n'
    ),
    "tally": (
        "This question is answered by counting: item says what one counted thing is.\n"
        "Question: Which tenant complained most often?\n"
        '{"kind": "tally", "item": "a complaint by a tenant", "phrases": ["tenant complained '
        'about", "complaint received from", "complaint by"]}\n'
    ),
    "shared": (
        "This question is answered by comparing things of a kind: item says what states one.\n"
        "Question: Which two employees have the same address?\n"
        '{"kind": "shared", "item": "the address of an employee", "phrases": ["employee lives at '
        'address", "home address of", "residence of employee"]}\n'
    ),
    "agree": (
        "This question is answered by finding all that is said of one thing.\n"
        "Question: Do the letters agree on the date of the sale?\n"
        '{"kind": "agree", "phrases": ["date of sale", "house was sold on", "sale completed"]}\n'
    ),
    "each": (
        "Each document is asked on its own and knows nothing of the others: say what to ask one.\n"
        "Question: Which of the leases allow pets, and how many in each lease?\n"
        '{"kind": "each", "question": "Does this lease allow pets, and how many?"}\n'
    ),
}
"""What is said of kinds that the model does not choose itself, where one is wanted."""

_KINDS_IN_GERMAN = {
    "timeline": (
        "This is a question for a timeline: item says what one dated entry is.\n"
        "Question: Wann wurde was repariert?\n"
        '{"kind": "timeline", "item": "eine Reparatur mit ihrem Datum", "phrases": ["Reparatur '
        'durchgeführt am", "repariert ersetzt Datum", "Arbeiten abgeschlossen"]}\n'
    ),
    "tally": (
        "This question is answered by counting: item says what one counted thing is.\n"
        "Question: Welcher Mieter hat sich am häufigsten beschwert?\n"
        '{"kind": "tally", "item": "eine Beschwerde eines Mieters", "phrases": ["Mieter '
        'beschwerte sich über", "Beschwerde eingegangen von", "Beschwerde des"]}\n'
    ),
    "shared": (
        "This question is answered by comparing things of a kind: item says what states one.\n"
        "Question: Welche Angestellten haben dieselbe Anschrift?\n"
        '{"kind": "shared", "item": "die Anschrift eines Angestellten", "phrases": ["Angestellter '
        'wohnt in", "Anschrift des", "Wohnsitz Angestellte"]}\n'
    ),
    "agree": (
        "This question is answered by finding all that is said of one thing.\n"
        "Question: Stimmen die Angaben zum Tag des Verkaufs überein?\n"
        '{"kind": "agree", "phrases": ["Tag des Verkaufs", "Haus wurde verkauft am", "Verkauf '
        'vollzogen"]}\n'
    ),
    "each": (
        "Each document is asked on its own and knows nothing of the others: say what to ask one.\n"
        "Question: Welche der Mietverträge erlauben Haustiere, und jeweils wie viele?\n"
        '{"kind": "each", "question": "Erlaubt dieser Mietvertrag Haustiere, und wie viele?"}\n'
    ),
}
"""The same to a question in German: a small model writes in the language of what it was shown."""


def plan(
    question: str,
    documents: str,
    feedback: str,
    kind: str = "",
    words: Phrases = ENGLISH,
    written: Phrases = ENGLISH,
) -> tuple[Message, ...]:
    """The root model's turn under the plan protocol.

    Args:
        question: the reviewer's.
        documents: their names.
        feedback: what the last cell printed.
        kind: the one that the plan must be of, or "".
        words: of the language of the question.
        written: words of the language of the documents.
    """
    kinds = _KINDS_IN_GERMAN if words is GERMAN else _KINDS
    user = f"Documents: {documents}\n{kinds.get(kind, '')}"
    if words.plan:
        user += f"{words.plan.format(documents=written.name)}\n"
    if feedback:
        user += f"The last plan ended with: {feedback}\nTry other words.\n"
    return (
        Message("system", PLAN_SYSTEM),
        Message("user", f"{user}Question: {question}"),
    )
