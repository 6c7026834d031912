"""Where llama.cpp does not load, documents are read and searched all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app.engine.models.store import ModelStore
from tests.conftest import TINY

PROGRAM = """
import sys, time
from pathlib import Path
from app.config import Paths
from app.ui.main import make_app, make_window

app = make_app()
window = make_window(app, Paths.default())
window.desk.refines = False
window.preferences.values.model = sys.argv[2]
crashes = []
window.guard.caught = crashes.append
window.desk.runner.crashed.connect(crashes.append)
window.show()

def until(true):
    ends = time.monotonic() + 60
    while not true():
        assert time.monotonic() < ends, (window.messages.words.text(), crashes)
        app.processEvents()
        time.sleep(0.01)

window.matter.add_paths([Path(sys.argv[1])])
until(lambda: window.navigator.document is not None)
window.question.set_question("How long is the notice period?")
window.actions_["run"].trigger()
until(lambda: window.messages.isVisible() and not window.desk.runner.busy)
print(window.messages.words.text())
viewer = window.pane.viewer
until(lambda: viewer._area.page_view(0).sharp)
found = []
viewer.findChanged.connect(lambda current, total: found.append(total))
viewer.show_find()
viewer.find_bar.edit.insert("ninety")
until(lambda: found and found[-1] > 0)
print("found", found[-1])
print("crashes", len(crashes))
window.close()
"""


def test_a_question_says_what_to_do_and_the_rest_works(
    store_with_tiny_model: ModelStore, pdfs: dict[str, Path], tmp_path: Path
) -> None:
    empty = tmp_path / "lib"
    empty.mkdir()
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(pdfs["agreement"]), TINY],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LLAMA_CPP_LIB_PATH": str(empty)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    said, found, crashes = result.stdout.splitlines()
    assert said.startswith("llama.cpp can't be loaded: ")
    assert said.endswith("python3 packaging/run.py --rebuild")
    assert found == "found 1"
    assert crashes == "crashes 0"
