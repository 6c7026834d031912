"""Nothing leaves this machine: libraries that would report home are kept from it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_REFINE = """
import sys
from pathlib import Path
from app.documents.process import ParserProcess
with ParserProcess() as parser:
    document = parser.open(Path(sys.argv[1]))
    assert parser.refine(document).refined
"""


def test_the_layout_models_runtime_keeps_no_telemetry(tmp_path: Path) -> None:
    """onnxruntime would make a device id and a store of events here, and upload them."""
    page = tmp_path / "page.md"
    page.write_text("# Lease\n\nThe tenant pays 1,250 euros a month.\n")
    user = tmp_path / "user"
    user.mkdir()
    told = ("CI", "ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    clean = {name: value for name, value in os.environ.items() if name not in told}
    result = subprocess.run(
        [sys.executable, "-c", _REFINE, str(page)],
        env={**clean, "HOME": str(user)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert [path for path in user.rglob("*") if "onnx" in path.name or "Micro" in path.name] == []
