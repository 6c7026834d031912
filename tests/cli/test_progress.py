"""What a run says of itself while it goes on."""

from app.cli.progress import RunProgress
from app.engine.engine import Usage
from app.recursion.events import Estimated, Spent


def test_an_estimate_stays_on_the_screen_while_the_line_goes_on() -> None:
    notes: list[str] = []
    progress = RunProgress([], note=notes.append)
    progress(Estimated("Everything is read, about 900 passages: about 200,000 tokens.", 1, None, 1))
    progress(Spent(1, 32, Usage(), 60.0, "32 of 900 passages judged"))
    assert notes == ["Everything is read, about 900 passages: about 200,000 tokens."]
    assert progress.doing().what == "32 of 900 passages judged"
