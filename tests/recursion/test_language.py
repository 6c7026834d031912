"""A question in German is worked on and answered in German, whatever the documents are in."""

from __future__ import annotations

import json

import pytest

from app.engine.engine import Request
from app.recursion.events import ChildStarted, SubcallStarted
from app.recursion.evidence import changing
from app.recursion.plans import kinds
from app.recursion.plans.kinds import Plan, corrected
from app.recursion.settings import Settings
from app.recursion.subcalls.citing import is_silence, is_yes_or_no
from app.recursion.texts.phrases import ENGLISH, GERMAN, language, of
from tests.recursion.papers import LEASE, Reviewed, ask, cell, document
from tests.recursion.scripted import ScriptedEngine, reader

PLANS = Settings(protocol="plan", direct_tokens=0)
MIETE = document(
    "# § 1 Mietzeit\nDas Mietverhältnis beginnt am 1.3.2021.",
    "# § 2 Kündigung\nDie Kündigungsfrist beträgt 90 Tage. Haustiere sind erlaubt.",
    "# § 3 Miete\n3.1 Die Miete beträgt 900 Euro.\nNachtrag: In Ziffer 3.1 wird die Miete "
    "durch 950 Euro ersetzt.",
    name="miete.pdf",
)
GARAGE = document("# § 1 Kündigung\nDie Kündigungsfrist der Garage beträgt 30 Tage.", name="g.pdf")
FIND = json.dumps({"kind": "find", "phrases": ["Kündigungsfrist", "Frist Tage"]})


def plan(**parts: object) -> str:
    return json.dumps(parts, ensure_ascii=False)


def content(request: Request) -> str:
    return request.messages[-1].content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wie lang ist die Kündigungsfrist?", "de"),
        ("Kündigungsfrist?", "de"),
        ("Welche Haustiere sind in jedem Vertrag erlaubt?", "de"),
        ("Wer haftet, wenn das Licensed Material beschädigt wird?", "de"),
        ("How long is the notice period?", "en"),
        ("Who is Herr Müller?", "en"),
        ("Did she die in the war?", "en"),
        ("Rent?", "en"),
        ("Quelle est la durée du bail ?", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_question_is_told_by_its_common_words(text: str, told: str) -> None:
    assert language(text) == told


def test_each_language_has_words_of_its_own() -> None:
    assert of("de") is GERMAN and of("en") is of(None) is ENGLISH
    for name in GERMAN.__slots__:
        english, german = getattr(ENGLISH, name), getattr(GERMAN, name)
        assert german and german != english
        assert ("{" in english) <= ("{" in german)


def asked(question: str, documents=(MIETE,), *replies: str, read=None) -> tuple[Reviewed, list]:
    engine = ScriptedEngine(replies or [FIND], read=read or reader("beträgt"))
    return ask(engine, question, documents=documents, settings=PLANS), engine


def test_a_sub_call_is_told_to_answer_in_german() -> None:
    reviewed, engine = asked("Wie lang ist die Kündigungsfrist?", read=reader("90 Tage"))
    task = "Question: Wie lang ist die Kündigungsfrist? Answer in German."
    assert content(engine.read[0]).startswith(task)
    assert content(engine.read[0]).endswith(task)
    assert reviewed.answer.text == "Die Kündigungsfrist beträgt 90 Tage. [1]"


def test_a_plan_is_told_to_keep_to_the_language_and_to_search_in_that_of_the_documents() -> None:
    _, engine = asked("Wie lang ist die Kündigungsfrist?")
    assert "questions and items in German" in content(engine.root[0])
    assert "phrases in German" in content(engine.root[0])
    find = plan(kind="find", phrases=["notice period", "tenant notice"])
    _, engine = asked("Wie lang ist die Kündigungsfrist?", (LEASE,), find, read=reader("ninety"))
    assert "questions and items in German" in content(engine.root[0])
    assert "phrases in English" in content(engine.root[0])


def test_an_english_question_is_put_as_before() -> None:
    _, engine = asked("How long is the notice period?", (LEASE,), read=reader("ninety"))
    for request in (*engine.root, *engine.read):
        assert "German" not in content(request)


def test_each_document_is_asked_in_german() -> None:
    question = "Wie lang ist die Kündigungsfrist in jedem Vertrag?"
    each = plan(kind="each", question="Wie lang ist die Kündigungsfrist dieses Vertrags?")

    def replies(request: Request) -> str:
        return each if question in content(request) else FIND

    engine = ScriptedEngine(replies, read=reader("beträgt"))
    reviewed = ask(engine, question, documents=[MIETE, GARAGE], settings=PLANS)
    children = reviewed.all(ChildStarted)
    assert {child.question for child in children} == {
        "Wie lang ist die Kündigungsfrist dieses Vertrags?"
    }
    assert "Welche der Mietverträge" in content(engine.root[0])
    assert all("Answer in German." in content(request) for request in engine.read)
    assert "90 Tage" in reviewed.answer.text and "30 Tage" in reviewed.answer.text


def test_a_sub_question_that_came_back_in_english_is_not_asked() -> None:
    question = "Wie lang ist die Kündigungsfrist in jedem Vertrag?"
    each = plan(kind="each", question="What is the notice period of this contract?")
    engine = ScriptedEngine(lambda r: FIND if engine.root[1:] else each, read=reader("beträgt"))
    reviewed = ask(engine, question, documents=[MIETE, GARAGE], settings=PLANS)
    assert {child.question for child in reviewed.all(ChildStarted)} == {question}


@pytest.mark.parametrize(
    ("question", "example"),
    [
        (
            "Wie lang ist die Kündigungsfrist in jedem Vertrag?",
            "Erlaubt dieser Mietvertrag Haustiere, und wie viele?",
        ),
        ("What is the notice period in each contract?", "Does this lease allow pets?"),
    ],
)
def test_an_example_that_a_small_model_repeats_is_not_asked(question: str, example: str) -> None:
    each = plan(kind="each", question=example)
    engine = ScriptedEngine(lambda r: FIND if engine.root[1:] else each, read=reader("beträgt"))
    reviewed = ask(engine, question, documents=[MIETE, GARAGE], settings=PLANS)
    assert {child.question for child in reviewed.all(ChildStarted)} == {question}


def test_the_answers_of_steps_in_english_are_german_all_the_same() -> None:
    steps = plan(
        kind="two_step",
        first="Which pets are allowed?",
        then="Who has {answer}?",
        phrases=["Haustiere"],
    )
    _, engine = asked("Wem gehören die Haustiere, die erlaubt sind?", (MIETE,), steps, FIND)
    assert "Question: Which pets are allowed? Answer in German." in content(engine.read[0])


def test_a_question_of_yes_or_no_is_answered_by_ja_or_nein() -> None:
    _, engine = asked("Sind Haustiere erlaubt?", read=reader("Haustiere", answer="Ja: erlaubt"))
    assert '("Ja: " | "Nein: ") text' in (engine.read[0].grammar or "")
    assert "Begin the answer with Ja or Nein" in content(engine.read[0])
    _, engine = asked("Are pets allowed?", (MIETE,))
    assert '("Yes: " | "No: ") text' in (engine.read[0].grammar or "")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Darf der Mieter untervermieten?", True),
        ("Gibt es eine Kaution?", True),
        ("Ist die Miete fällig?", True),
        ("Wann ist die Miete fällig?", False),
        ("Was ist erlaubt?", False),
    ],
)
def test_german_questions_of_yes_or_no(question: str, told: bool) -> None:
    assert is_yes_or_no(question) is told


def test_a_german_answer_that_says_nothing_is_silence() -> None:
    assert is_silence("Der Text nennt die Höhe der Miete nicht.")
    assert is_silence("Der Auszug enthält keine Angaben dazu.")
    assert not is_silence("Der Abschnitt 5 gilt nicht.")
    assert not is_silence("Der Mieter darf nicht untervermieten.")


def test_lists_and_summaries_are_german_too() -> None:
    code = 'extract("eine Frist", documents[0])\nsummarize("Die Fristen", documents[0])'
    engine = ScriptedEngine([cell(code), *[cell("NOT_FOUND('x')")] * 4], read=reader("Frist"))
    ask(engine, "Welche Fristen sind im Vertrag genannt?", documents=[MIETE])
    assert len(engine.read) == 2
    assert all(content(request).endswith("Answer in German.") for request in engine.read)


def test_a_root_that_writes_code_is_told_the_language() -> None:
    engine = ScriptedEngine([cell("NOT_FOUND('x')")] * 4)
    ask(engine, "Wie lang ist die Frist?", documents=[MIETE])
    assert "Answer in German." in content(engine.root[0])


def test_the_words_of_a_timeline_are_german() -> None:
    record = document(
        "Kontrolle am 20.12.2022\nKontrolle am 09.03.2022\nKontrolle am 8.3.2022\n"
        "Kontrolle am 01.03.2022",
        "Eine Kontrolle fand später statt.",
    )
    reply = plan(kind="timeline", item="eine Kontrolle", phrases=["Kontrolle"])
    reviewed, _ = asked(
        "Zeitlicher Ablauf der Kontrollen", [record], reply, read=reader("ontrolle")
    )
    said = [claim.text for claim in reviewed.answer.claims]
    assert [text[:10] for text in said if text.startswith("2022")] == [
        "2022-03-01", "2022-03-08", "2022-03-09", "2022-12-20",
    ]  # fmt: skip
    assert "Nichts zwischen 2022-03-09 und 2022-12-20." in said
    assert said[-1].startswith("Ohne Datum: Eine Kontrolle")


def test_a_change_in_german_is_found_and_said_in_german() -> None:
    reviewed, _ = asked("Wie hoch ist die Miete?", read=reader("900 Euro", "950 Euro"))
    titles = [claim.text.partition(":")[0] for claim in reviewed.answer.claims]
    assert titles == ["Nach der Änderung", "Vor der Änderung"]
    assert {c.quote.split()[-1] for c in reviewed.answer.citations} == {"Euro.", "ersetzt."}
    assert changing.asks_for_latest("Wie hoch ist die Miete derzeit?")


def test_a_count_is_said_in_german() -> None:
    record = document("Impfung | Datum\nTetanus | 3.5.2022\nMasern | 9.8.2021", name="akte.pdf")
    reply = plan(kind="count", item="eine Impfung", phrases=["Impfung Datum"])
    reviewed, _ = asked("Wie viele Impfungen hat sie?", [record], reply)
    assert reviewed.answer.claims[0].text == "2 in den gelesenen Passagen gefunden."


def test_documents_that_agree_are_named_in_german() -> None:
    papers = [document(f"# § {n}\nDie Frist beträgt 30 Tage.", name=f"v{n}.pdf") for n in range(9)]
    question = "Wie lang ist die Frist in jedem Vertrag?"
    each = plan(kind="each", question="Wie lang ist die Frist dieses Vertrags?")
    engine = ScriptedEngine(
        lambda r: each if question in content(r) else FIND,
        read=reader("beträgt", answer="30 Tage"),
    )
    reviewed = ask(engine, question, documents=papers, settings=PLANS)
    assert reviewed.answer.summary[0].text.endswith("und 3 weitere)")


def test_german_questions_for_several_things_and_for_counts_are_told() -> None:
    find = Plan("find", ("a",))
    assert corrected(find, "Welche Impfungen wurden gegeben?").kind == "list"
    assert corrected(find, "Welche Frist gilt für die Kündigung?").kind == "find"
    counted = corrected(find, "Wie viele Impfungen hat sie bekommen?")
    assert (counted.kind, counted.item) == ("count", "eines der Impfungen")
    assert corrected(Plan("count", ()), "Wie viele Tage hat der Mieter Zeit?").kind == "find"
    assert kinds.asked_for("Wie lang ist die Frist in jedem Vertrag?", 2) == "each"


def test_sub_calls_of_a_german_run_name_the_question_as_it_was_put() -> None:
    reviewed, _ = asked("Wie lang ist die Kündigungsfrist?")
    assert {e.question for e in reviewed.all(SubcallStarted)} == {
        "Wie lang ist die Kündigungsfrist?"
    }
