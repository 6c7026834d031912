"""Whether there is a screen that a window could open on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from app.errors import UsageError


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window would have a screen to open on.

    `QT_QPA_PLATFORM` counts as one: whoever sets it knows what they want.
    """
    if not platform.startswith(("linux", "freebsd")):
        return True
    return any(environment.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def check_display() -> None:
    """Raise `UsageError` where there is no screen."""
    if not has_display():
        raise UsageError(
            "There is no display to open a window on.",
            "Set DISPLAY or WAYLAND_DISPLAY, or stay in the terminal: pincite ask --help",
        )
