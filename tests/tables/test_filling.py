"""Tables filled through a real workbench; what the model says is written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pymupdf
import pytest

from app.cancel import CancelToken
from app.config import Paths
from app.documents.document import Document
from app.engine.engine import Request
from app.engine.models.store import ModelStore
from app.errors import MatterError, ModelError
from app.recipes.recipe import Question
from app.recursion.budget import Depth
from app.tables.filling import fill, known
from app.tables.table import Cell, Row, Table, questions_of
from app.workbench import Effort, Workbench
from app.workbench.filling import fill_table
from tests.conftest import TINY
from tests.recursion.scripted import ScriptedEngine, reader

PLAN = '{"kind": "find", "phrases": ["rent"]}'
QUESTIONS = questions_of(["What is the rent?", "Who insures the building?"])
MILL = "# Mill\n\nThe tenant pays a rent of 1,250 euros a month.\n\nThe landlord insures it."
YARD = "# Yard\n\nThe rent of the yard is 300 euros a month.\n\nNothing else is agreed."


READ = reader("rent", "insures")


def scripted(read: Callable[[Request], str] = READ) -> ScriptedEngine:
    engine = ScriptedEngine(lambda request: PLAN, read)
    # Under the id of a model that the catalogue knows, since its entry says how it is to be asked.
    engine._model = replace(engine.model, id=TINY)
    return engine


@pytest.fixture
def matter(tmp_path: Path) -> Path:
    return tmp_path / "leases.pincite"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "mill.md", tmp_path / "yard.md"]
    for path, text in zip(paths, (MILL, YARD), strict=True):
        path.write_text(text)
    return paths


@pytest.fixture
def bench(paths: Paths, matter: Path, files: list[Path]) -> Iterator[Workbench]:
    with Workbench(paths, matter) as bench:
        bench.open_documents(files)
        bench.adopt_engine(scripted())
        yield bench


def over(documents: Sequence[Document]) -> Table:
    return Table.over("Leases", QUESTIONS, documents)


def refuse(cell: Cell) -> None:
    raise AssertionError(f"{cell} was to be left alone")


def test_every_cell_is_a_run_over_one_document_with_its_citations(bench: Workbench) -> None:
    mill, yard = bench.documents
    seen: list[Cell] = []
    table = fill_table(over(bench.documents), bench, seen.append, CancelToken())
    assert table.count("answered") >= 3
    for cell in table.all_cells:
        record = bench.store.run(cell.run)
        assert [row.id for row in record.documents] == [cell.row]
        assert {c.span.document for c in cell.citations} <= {cell.row}
        assert cell.matching == {c.n for c in cell.citations}
    rent = table.cell(yard.id, "q1")
    assert "300 euros" in rent.text
    assert rent.citations[0].quote in yard.text
    assert "1,250" in table.cell(mill.id, "q1").text
    assert len(bench.store.runs()) == 4


def test_each_cell_is_told_as_it_begins_has_a_run_and_ends(bench: Workbench) -> None:
    seen: list[Cell] = []
    fill_table(over(bench.documents), bench, seen.append, CancelToken())
    assert len(seen) == 12
    for begins, has_run, ends in zip(seen[::3], seen[1::3], seen[2::3], strict=True):
        assert (begins.state, begins.run) == ("running", "")
        assert (has_run.state, has_run.run) == ("running", ends.run)
        assert ends.done
        assert (begins.row, begins.column) == (ends.row, ends.column)


def test_pages_read_are_named_by_what_is_printed_on_them(
    paths: Paths, matter: Path, tmp_path: Path
) -> None:
    with pymupdf.open() as pdf:
        for text in ("A well is in the yard.", "Its walls are white.", "Trees stand around it."):
            pdf.new_page().insert_text((72, 300), text)
        pdf.set_page_labels([{"startpage": 0, "style": "r", "firstpagenum": 4}])
        pdf.save(tmp_path / "annex.pdf")
    with Workbench(paths, matter) as bench:
        bench.open_documents([tmp_path / "annex.pdf"])
        bench.adopt_engine(scripted())
        table = fill_table(over(bench.documents), bench, lambda cell: None, CancelToken())
    cell = table.all_cells[0]
    assert cell.state == "not_found" and cell.pages_read
    assert cell.labels == ("iv", "v", "vi")


def test_nothing_is_asked_about_a_document_without_text(
    paths: Paths, matter: Path, files: list[Path], tmp_path: Path
) -> None:
    with pymupdf.open() as pdf:
        pdf.new_page()
        pdf.save(tmp_path / "scan.pdf")
    with Workbench(paths, matter) as bench:
        bench.open_documents([tmp_path / "scan.pdf", *files])
        bench.adopt_engine(scripted())
        seen: list[Cell] = []
        table = fill_table(over(bench.documents), bench, seen.append, CancelToken())
        scan = bench.documents[0].id
        assert [cell.state for cell in table.all_cells[:2]] == ["no_text", "no_text"]
        assert table.rows == tuple(map(Row.kept, bench.store.documents()))
        assert table.count("failed") == 0
        assert all(cell.row != scan for cell in seen)
        assert len(bench.store.runs()) == 4


def test_what_was_answered_before_is_not_asked_again(
    bench: Workbench, paths: Paths, matter: Path, files: list[Path]
) -> None:
    first = fill_table(over(bench.documents), bench, lambda cell: None, CancelToken())
    bench.close()
    with Workbench(paths, matter) as again:
        again.open_documents(files)
        engine = scripted()
        again.adopt_engine(engine)
        seen: list[Cell] = []
        table = fill_table(over(again.documents), again, seen.append, CancelToken())
        assert table == first
        assert [cell.done for cell in seen] == [True] * 4
        assert (engine.root, engine.read, engine.judged) == ([], [], [])
        assert len(again.store.runs()) == 4
        # The same table once more, and there is nothing to tell.
        assert fill_table(table, again, refuse, CancelToken()) == table


def test_another_model_a_greater_depth_or_a_wish_asks_again(bench: Workbench) -> None:
    table = over(bench.documents[:1])
    quick = Effort(Depth.QUICK)
    fill_table(table, bench, lambda cell: None, CancelToken(), quick)
    assert len(bench.store.runs()) == 2
    fill_table(table, bench, lambda cell: None, CancelToken(), quick)
    assert len(bench.store.runs()) == 2
    fill_table(table, bench, lambda cell: None, CancelToken())
    assert len(bench.store.runs()) == 4
    fill_table(table, bench, lambda cell: None, CancelToken(), quick)
    assert len(bench.store.runs()) == 4, "a deeper run serves"
    fill_table(table, bench, lambda cell: None, CancelToken(), fresh=True)
    assert len(bench.store.runs()) == 6
    other = scripted()
    other._model = replace(other.model, sha256="1" * 64)
    bench.adopt_engine(other)
    fill_table(table, bench, lambda cell: None, CancelToken())
    assert len(bench.store.runs()) == 8


def test_a_questions_own_cell_fills_it_and_once_changed_is_asked_again(bench: Workbench) -> None:
    engine = scripted()
    bench.adopt_engine(engine)
    found = "FINAL(verify(question, ask_each(question, search([question], limit=1))))"

    def filled(code: str) -> Table:
        column = msgspec.structs.replace(QUESTIONS[0], cell=code)
        table = Table.over("T", (column,), bench.documents[:1])
        return fill_table(table, bench, lambda cell: None, CancelToken())

    assert [cell.state for cell in filled(found).all_cells] == ["answered"]
    assert engine.root == [], "no plan was written"
    assert filled(found) and len(bench.store.runs()) == 1
    assert filled(found + "  # as before") and len(bench.store.runs()) == 2
    assert filled("") and len(bench.store.runs()) == 3, "nor is it taken for one without a cell"


def test_a_run_over_several_documents_fills_no_cell(bench: Workbench) -> None:
    for question in QUESTIONS:
        bench.ask(question.text, Effort(), lambda event: None, CancelToken())
    assert known(over(bench.documents), bench.store).count("waiting") == 4


def test_a_cell_that_fails_says_why_and_holds_up_no_other(bench: Workbench) -> None:
    def read(request: Request) -> str:
        if "300 euros" in request.messages[-1].content:
            raise ModelError("The model broke.", "Load it again.")
        return READ(request)

    bench.adopt_engine(scripted(read))
    mill, yard = bench.documents
    table = fill_table(over([yard, mill]), bench, lambda cell: None, CancelToken())
    assert [table.cell(yard.id, q.id).state for q in QUESTIONS] == ["failed", "failed"]
    assert "The model broke. Load it again." in table.cell(yard.id, "q1").note
    assert table.cell(mill.id, "q1").state == "answered"
    bench.adopt_engine(scripted())
    mended = fill_table(table, bench, lambda cell: None, CancelToken())
    assert mended.count("failed") == 0
    assert "300 euros" in mended.cell(yard.id, "q1").text


def test_a_mistake_of_the_programs_own_costs_one_cell(bench: Workbench) -> None:
    def ask(
        question: Question, document: str, cancel: CancelToken, began: Callable[[str], None]
    ) -> str:
        if question == QUESTIONS[0]:
            raise ZeroDivisionError
        return bench.ask(
            question.text, Effort(), lambda event: None, cancel, documents=bench.documents[:1]
        ).run

    table = fill(over(bench.documents[:1]), ask, bench.store, lambda cell: None, CancelToken())
    failed, other = table.all_cells
    assert failed.state == "failed"
    assert "ZeroDivisionError" in failed.note
    assert other.done


def test_a_matter_that_cannot_be_written_ends_the_filling(bench: Workbench) -> None:
    bench.store.close()
    with pytest.raises(MatterError):
        fill_table(over(bench.documents), bench, lambda cell: None, CancelToken())


def test_a_stop_ends_it_and_it_goes_on_from_there(bench: Workbench) -> None:
    cancel = CancelToken()

    def stop_after_first(cell: Cell) -> None:
        if cell.done:
            cancel.cancel()

    table = fill_table(over(bench.documents), bench, stop_after_first, cancel)
    assert table.count("answered", "not_found") == 1
    assert table.count("waiting") == 3
    whole = fill_table(table, bench, lambda cell: None, CancelToken())
    assert whole.count("waiting", "stopped", "failed") == 0
    assert len(bench.store.runs()) == 4


def test_a_stop_within_a_cell_leaves_it_to_be_asked_again(bench: Workbench) -> None:
    cancel = CancelToken()

    def read(request: Request) -> str:
        cancel.cancel()
        return reader("rent")(request)

    bench.adopt_engine(scripted(read))
    table = fill_table(over(bench.documents), bench, lambda cell: None, cancel)
    assert table.count("answered", "not_found", "failed") == 0
    bench.adopt_engine(scripted())
    whole = fill_table(table, bench, lambda cell: None, CancelToken())
    assert whole.count("waiting", "stopped", "failed") == 0


def test_without_a_model_nothing_is_begun(bench: Workbench) -> None:
    bench.release_engine()
    with pytest.raises(ModelError):
        fill_table(over(bench.documents), bench, refuse, CancelToken())
    assert bench.store.runs() == []


@pytest.mark.model
def test_a_real_model_fills_a_table(
    paths: Paths, files: list[Path], store_with_tiny_model: ModelStore
) -> None:
    with Workbench(paths) as bench:
        bench.open_documents(files)
        bench.load_engine(TINY)
        effort = Effort(Depth.QUICK, seconds=5)
        table = fill_table(over(bench.documents), bench, lambda cell: None, CancelToken(), effort)
        assert table.count("waiting", "running", "failed") == 0
        for cell in table.all_cells:
            (document,) = [d for d in bench.documents if d.id == cell.row]
            for citation in cell.citations:
                assert citation.quote == document.quote(citation.span)
