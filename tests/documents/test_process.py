"""The parser process: what happens there costs one request at most."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pymupdf
import pytest

from app.cancel import Cancelled, CancelToken
from app.documents.children.child import Child
from app.documents.children.last_words import Tail, status_in_words
from app.documents.exchange import wire
from app.documents.process import ParserProcess
from app.errors import DocumentError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def page(story):
    return story("<p>Some words on a page.</p>")


def stop(process: ParserProcess) -> int:
    """Freeze the child, as an endless loop in the library would."""
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    return pid


def test_a_hang_costs_one_request_that_names_the_file(page):
    with ParserProcess(timeout=4) as process:
        process.open(page)
        frozen = stop(process)
        with pytest.raises(DocumentError, match=r"story\.pdf: reading it took longer than 4 sec"):
            process.open(page)
        assert not psutil.pid_exists(frozen)
        assert process.open(page).text == "Some words on a page."


def test_a_process_that_rests_takes_nothing_until_it_is_needed(page):
    with ParserProcess(start=False) as process:
        assert process.pid is None
        process.open(page)
        pid = process.pid
        assert pid is not None
        process.rest()
        assert process.pid is None and not psutil.pid_exists(pid)
        assert process.open(page).text == "Some words on a page."


def hold_up(pid: int, worked: float, seconds: float) -> None:
    """Take the processor from a process for a while, once it has worked for a moment."""
    child = psutil.Process(pid)
    until = sum(child.cpu_times()[:2]) + worked
    while sum(child.cpu_times()[:2]) < until:
        time.sleep(0.005)
    child.suspend()
    time.sleep(seconds)
    child.resume()


def test_a_busy_machine_is_no_hang(story, page):
    """An import of 3,000 pages must not fail because something else has the processor."""
    long = story("<p>" + "Many words on many pages. " * 16_000 + "</p>", "long.pdf")
    with ParserProcess(timeout=2) as process:
        process.open(page)
        thread = threading.Thread(target=hold_up, args=(process.pid, 0.1, 2.5))
        thread.start()
        begun = time.monotonic()
        document = process.open(long)
        assert time.monotonic() - begun > 2.5, "by the clock it took longer than the limit"
        thread.join()
    assert len(document.pages) > 50


def crash(pid: int) -> None:
    """Let the child end as a fault in the library would end it, also where it was frozen."""
    os.kill(pid, signal.SIGSEGV)
    os.kill(pid, signal.SIGCONT)


@pytest.fixture
def heavy(tmp_path):
    path = tmp_path / "heavy.txt"
    path.write_text("A long line of words that has to be laid out into pages.\n\n" * 60_000)
    return path


def test_a_crash_that_does_not_repeat_costs_nothing(page):
    with ParserProcess() as process:
        first = process.open(page)
        pid = stop(process)
        threading.Timer(0.3, crash, (pid,)).start()
        assert process.open(page) == first
        assert process.pid != pid


def test_a_crash_that_repeats_is_the_document_s_and_costs_one_request(page, heavy):
    def kill_twice() -> None:
        while len(killed) < 2:
            child = process._service.child
            if child is not None and child not in killed and child._ready:
                killed.append(child)
                crash(child.pid)
            time.sleep(0.01)

    with ParserProcess() as process:
        killed: list[Child] = []
        killer = threading.Thread(target=kill_twice)
        killer.start()
        with pytest.raises(
            DocumentError, match=r"heavy\.txt: the parser process ended \(SIGSEGV\)"
        ) as caught:
            process.open(heavy)
        killer.join()
        assert caught.value.__notes__[0].startswith("Fatal Python error: Segmentation fault")
        assert process.open(page).text == "Some words on a page."


def test_a_crash_leaves_a_trace_without_a_word_of_the_document(page, caplog):
    with ParserProcess() as process:
        process.open(page)
        threading.Timer(0.3, crash, (stop(process),)).start()
        process.open(page)
    assert "ended (SIGSEGV) over OpenFile." in caplog.text
    assert "Fatal Python error: Segmentation fault" in caplog.text
    assert re.search(r'File ".*worker[/\\]main\.py", line \d+ in main', caplog.text)
    assert "story" not in caplog.text and "Some words" not in caplog.text


def test_a_request_that_comes_while_another_is_served_does_no_harm(tmp_path):
    """The kernel may tell of a request late: once that ended the child, as if its parent died."""
    path = tmp_path / "long.txt"
    path.write_text("A long line of words that has to be laid out into pages.\n\n" * 3_000)
    child = Child("parser", 4 << 30)
    request = wire.encode(wire.OpenFile(str(path)))
    answers: list[bytes] = []

    def ask() -> None:
        answers.append(child.ask(request, 120, None))

    child.ask(request, 120, None)
    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    child.kill()
    assert len(answers) == 2 and answers[0] == answers[1]


def test_a_process_that_can_not_start_is_not_the_document_s_fault(page):
    with (
        ParserProcess(memory=1 << 20) as process,
        pytest.raises(DocumentError, match=r"the parser process does not start .*install Pincite"),
    ):
        process.open(page)


def test_what_a_dying_process_wrote_is_told_without_what_it_was_reading():
    code = (
        "import ctypes, faulthandler, sys; faulthandler.enable()\n"
        "sys.stderr.write('The patient is Jane Roe.\\n' * 100_000)\n"
        "sys.stderr.write('free text about Jane Roe\\nfree(): invalid pointer\\n')\n"
        "try: {}['Jane Roe']\n"
        "except KeyError: sys.excepthook(*sys.exc_info())\n"
        "def fail(): ctypes.string_at(0)\n"
        "fail()\n"
    )
    tail = Tail()
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        tail.read(process.stderr)
    lines = tail.lines()
    assert status_in_words(process.returncode) == "SIGSEGV"
    assert lines[:3] == (
        "free(): invalid pointer",
        '  File "<string>", line 4, in <module>',
        "KeyError",
    )
    assert "Fatal Python error: Segmentation fault" in lines
    assert '  File "<string>", line 6 in fail' in lines
    assert not any("Jane" in line for line in lines)


def test_a_process_that_died_between_requests_is_not_noticed(page):
    with ParserProcess() as process:
        pid = process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=5)
        assert process.open(page).text == "Some words on a page."


def test_cancel_is_quick_and_leaves_the_process_usable(page):
    with ParserProcess() as process:
        process.open(page)
        stop(process)
        cancel = CancelToken()
        threading.Timer(0.2, cancel.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            process.open(page, cancel=cancel)
        assert time.monotonic() - begun < 3
        assert process.open(page).text == "Some words on a page."


def open_in_vain(process: ParserProcess, path: Path) -> None:
    with pytest.raises(DocumentError):
        process.open(path)


def test_one_can_cancel_while_waiting_for_another_request(page):
    with ParserProcess(timeout=4) as process:
        process.open(page)
        stop(process)
        first = threading.Thread(target=open_in_vain, args=(process, page))
        first.start()
        time.sleep(0.1)
        cancel = CancelToken()
        threading.Timer(0.2, cancel.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            process.open(page, cancel=cancel)
        assert time.monotonic() - begun < 3
        first.join()


def test_many_threads_share_one_process(parser, story):
    paths = [story(f"<p>Text number {n}.</p>", f"n{n}.pdf") for n in range(6)]
    texts: dict[int, str] = {}

    def work(n: int) -> None:
        for _ in range(5):
            texts[n] = parser.open(paths[n]).text
            parser.render(paths[n], 0, 0.5)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {n: f"Text number {n}." for n in range(6)}


def test_close_ends_the_child(page):
    process = ParserProcess()
    process.open(page)
    child = process.pid
    process.close()
    process.close()
    assert child is not None and not psutil.pid_exists(child)
    with pytest.raises(RuntimeError, match="closed"):
        process.open(page)


_PARENT = """
import sys, threading, time
from pathlib import Path
from app.documents.process import ParserProcess
process = ParserProcess()
process.open(Path(sys.argv[1]))
if len(sys.argv) > 2:
    threading.Thread(target=process.open, args=(Path(sys.argv[2]),), daemon=True).start()
    time.sleep(1)
print(process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("busy", [False, True])
def test_the_child_dies_with_a_parent_that_is_killed(heavy, page, busy):
    arguments = [str(page), str(heavy)] if busy else [str(page)]
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, *arguments], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert child.wait(timeout=10) is None


def test_a_file_that_needs_too_much_memory_is_refused(docx, page):
    bomb = docx([("", "Words that fill the memory. " * 10)] * 3_000, "bomb.docx")
    with ParserProcess(memory=80 << 20) as process:
        with pytest.raises(DocumentError, match=r"bomb\.docx.*memory"):
            process.open(bomb)
        assert process.open(page).text == "Some words on a page."


def test_nothing_is_printed_by_a_broken_file(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 9 0 R>>\nendobj\ntrailer<</Root 1 0 R>>"
    )
    code = (
        "import sys; from pathlib import Path; from app.documents.process import ParserProcess\n"
        "with ParserProcess() as process:\n"
        "    try: process.open(Path(sys.argv[1]))\n"
        "    except Exception as error: print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("DocumentError\n", "")


def test_the_program_itself_never_loads_the_library(page):
    code = (
        "import sys; from pathlib import Path; from app.documents.process import ParserProcess\n"
        "with ParserProcess() as process: process.open(Path(sys.argv[1]))\n"
        "print([name for name in sys.modules if 'pymupdf' in name or 'onnxruntime' in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(page)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stdout == "[]\n"


def test_a_page_is_drawn_at_the_scale_asked_for(parser, page):
    image = parser.render(page, 0, 2.0)
    assert (image.width, image.height) == (1190, 1684)
    assert len(image.data) == image.stride * image.height
    assert image.data[:4] == b"\xff\xff\xff\xff"
    assert min(image.data) < 64


@pytest.mark.parametrize(("number", "scale"), [(1, 1.0), (-1, 1.0), (0, 0.0), (0, 1000.0)])
def test_a_page_that_can_not_be_drawn_is_an_error(parser, page, number, scale):
    with pytest.raises(DocumentError, match=r"story\.pdf"):
        parser.render(page, number, scale)


def test_a_changed_file_is_opened_anew_and_told_from_the_one_that_was_added(parser, story):
    path = story("<p>First version.</p>", "doc.pdf")
    first = parser.open(path)
    parser.render(path, 0, 1.0, sha256=first.sha256)
    time.sleep(0.02)
    story("<p>Second version, which is longer.</p>", "doc.pdf")
    with pytest.raises(DocumentError, match=r"doc\.pdf has changed"):
        parser.render(path, 0, 1.0, sha256=first.sha256)
    with pytest.raises(DocumentError, match=r"doc\.pdf has changed"):
        parser.links(path, 0, sha256=first.sha256)
    assert parser.open(path).text == "Second version, which is longer."


def test_links_lead_to_pages_and_addresses_stay_text(parser, typed, tmp_path):
    path = typed([[(72, 100, "See page two, or the site.")], [(72, 100, "Page two.")]])
    with pymupdf.open(path) as pdf:
        pdf[0].insert_link(
            {
                "kind": pymupdf.LINK_GOTO,
                "from": pymupdf.Rect(72, 90, 140, 104),
                "page": 1,
                "to": pymupdf.Point(0, 90),
            }
        )
        pdf[0].insert_link(
            {
                "kind": pymupdf.LINK_URI,
                "from": pymupdf.Rect(150, 90, 200, 104),
                "uri": "https://example.com/",
            }
        )
        pdf.save(tmp_path / "linked.pdf")
    inner, outer = parser.links(tmp_path / "linked.pdf", 0)
    assert (inner.target, round(inner.y), inner.uri) == (1, 90, "")
    assert (inner.x0, inner.y0) == pytest.approx((72, 90))
    assert (outer.target, outer.uri) == (None, "https://example.com/")


LEADS = (
    ("/Dest(second)", (1, 100.0, 642.0, "")),
    ("/A<</S/GoTo/D(third)>>", (2, 0.0, 0.0, "")),
    ("/A<</S/Launch/F(calc.exe)>>", (None, 0.0, 0.0, "file:calc.exe#page=1")),
    ("/A<</S/GoTo/D(nowhere)>>", None),
    ("/A<</S/JavaScript/JS(app.alert)>>", None),
)


@pytest.mark.parametrize("turned", [0, 90])
def test_links_by_name_lead_to_their_page_and_links_to_files_stay_text(
    parser, typed, tmp_path, turned
):
    path = typed([[(72, 100, f"This is page {n}.")] for n in range(3)])
    with pymupdf.open(path) as pdf:
        names = pdf.get_new_xref()
        second, third = pdf[1].xref, pdf[2].xref
        pdf.update_object(
            names, f"<</Names[(second)[{second} 0 R/XYZ 100 200 0](third)[{third} 0 R/Fit]]>>"
        )
        pdf.xref_set_key(pdf.pdf_catalog(), "Names", f"<</Dests {names} 0 R>>")
        links = []
        for n, (action, _) in enumerate(LEADS):
            link = pdf.get_new_xref()
            pdf.update_object(
                link, f"<</Type/Annot/Subtype/Link/Rect[72 {n * 40} 200 {n * 40 + 20}]{action}>>"
            )
            links.append(f"{link} 0 R")
        pdf.xref_set_key(pdf[0].xref, "Annots", f"[{' '.join(links)}]")
        height = pdf[0].rect.height
        pdf[0].set_rotation(turned)
        pdf.save(tmp_path / "named.pdf")
    found = parser.links(tmp_path / "named.pdf", 0)
    leads = [(link.target, link.x, link.y, link.uri) for link in found]
    assert leads == [lead for _, lead in LEADS if lead is not None]
    box = (found[0].x0, found[0].y0, found[0].x1, found[0].y1)
    assert box == ((72, height - 20, 200, height) if turned == 0 else (0, 72, 20, 200))


def test_html_is_written_as_a_pdf_with_numbered_pages(parser, tmp_path):
    to = tmp_path / "report.pdf"
    html = "<h1>Report</h1>" + "<p>The finding is stated here once more.</p>" * 120
    pages = parser.write_pdf(html, to, title="Findings")
    document = parser.open(to)
    assert len(document.pages) == pages > 1
    assert document.text.startswith("Report\n\nThe finding")
    assert [page.label for page in document.pages] == [str(n + 1) for n in range(pages)]
    with pymupdf.open(to) as pdf:
        assert pdf.metadata["title"] == "Findings"
        assert f"1 / {pages}" in pdf[0].get_text()
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_pdf_that_can_not_be_written_is_an_error(parser, tmp_path):
    with pytest.raises(DocumentError, match=r"report\.pdf can't be written"):
        parser.write_pdf("<p>x</p>", tmp_path / "no" / "such" / "report.pdf")


def test_a_pdf_that_is_cancelled_leaves_what_was_there_and_nothing_beside_it(parser, tmp_path):
    to, cancel = tmp_path / "report.pdf", CancelToken()
    to.write_bytes(b"the report of last week")

    def cancel_once_begun():
        while len(list(tmp_path.iterdir())) < 2:
            time.sleep(0.005)
        cancel.cancel()

    watcher = threading.Thread(target=cancel_once_begun)
    watcher.start()
    with pytest.raises(Cancelled):
        parser.write_pdf("<p>The finding is stated here once more.</p>" * 20_000, to, cancel=cancel)
    watcher.join()
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert to.read_bytes() == b"the report of last week"


def test_refining_keeps_text_and_offsets_and_can_be_cancelled(parser, story):
    document = parser.open(
        story("<h1>Title</h1><p>The first paragraph of it. It ends.</p>" * 2, "refined.pdf")
    )
    seen: list[tuple[int, int]] = []
    refined = parser.refine(document, on_page=lambda done, total: seen.append((done, total)))
    assert refined.refined and not document.refined
    assert (refined.text, refined.words, refined.pages) == (
        document.text,
        document.words,
        document.pages,
    )
    assert seen == [(1, 1)]
    assert [b.kind for b in refined.blocks] == ["heading", "paragraph"] * 2
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        parser.refine(document, cancel=cancel)


def test_the_layout_model_leaves_nothing_behind_and_asks_nobody(tmp_path, page, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    with ParserProcess() as process:
        assert process.refine(process.open(page)).refined
        child = psutil.Process(process.pid)
        assert child.net_connections() == []
        assert child.environ().get("HOME") == str(tmp_path / "home")
    assert not (tmp_path / "home").exists()
