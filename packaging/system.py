"""Parts that come from the operating system: a compiler, the libraries that Qt links to, a font.

Where apt is there and this is root, they are installed; elsewhere the set-up ends with the one
command that does it. Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps import SetupError, step

# Shared libraries that Qt's wheels link to and don't bring, with the Debian packages they are in.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libICE.so.6": "libice6",
    "libOpenGL.so.0": "libopengl0",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libatomic.so.1": "libatomic1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgomp.so.1": "libgomp1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}

_QT_FILES = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/lib/libQt6Gui.so.6",
    "PySide6/Qt/lib/libQt6Widgets.so.6",
)
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")


@dataclass(frozen=True)
class Part:
    """Something the system lacks, in words, and the Debian package that brings it, or ""."""

    name: str
    package: str


def has_compiler() -> bool:
    """Whether there is a C++ compiler. On Windows and macOS the build itself looks for one."""
    if not sys.platform.startswith("linux"):
        return True
    named = os.environ.get("CXX", "").split()
    return any(shutil.which(name) for name in (*named[:1], "c++", "g++", "clang++"))


def qt_parts(site_packages: Path) -> list[Part]:
    """What Qt lacks on this machine: shared libraries, and a font to draw text with."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    missing = missing_libraries(site_packages / name for name in _QT_FILES)
    parts = [Part(name, LIBRARIES.get(name, "")) for name in missing]
    if not _has_font():
        parts.append(Part("a font", "fonts-dejavu-core"))
    return parts


def missing_libraries(files: Iterable[Path]) -> list[str]:
    """The names of shared libraries that `files` link to and the system does not have."""
    present = [str(path) for path in files if path.exists()]
    if not present:
        return []
    result = subprocess.run(["ldd", *present], capture_output=True, text=True, check=False)
    lines = [line.split() for line in result.stdout.splitlines() if "=> not found" in line]
    return sorted({line[0] for line in lines})


def install_missing(parts: Sequence[Part]) -> None:
    """Install what is missing, where that can be done from here.

    Raises:
        SetupError: if it can't; the text names the parts and the one command that installs them.
    """
    if not parts:
        return
    packages = sorted({part.package for part in parts if part.package})
    unknown = [part.name for part in parts if not part.package]
    if unknown or shutil.which("apt-get") is None or not _is_root():
        raise SetupError(_advice(parts, packages, unknown))
    log = Path(tempfile.gettempdir()) / f"pincite-apt-{os.getpid()}.log"
    variables = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    step("Reading Debian's package lists", ["apt-get", "update"], log, variables)
    step(f"Installing {', '.join(packages)}", install, log, variables)
    log.unlink(missing_ok=True)


def _advice(parts: Sequence[Part], packages: Sequence[str], unknown: Sequence[str]) -> str:
    names = ", ".join(part.name for part in parts)
    text = f"This system lacks: {names}."
    if packages and shutil.which("apt-get"):
        sudo = "" if _is_root() else "sudo "
        text += (
            f"\nInstall it and run this again:\n\n    {sudo}apt-get install {' '.join(packages)}\n"
        )
    elif packages:
        text += (
            "\nInstall it with your system's package manager and run this again. On Debian and "
            f"Ubuntu the packages are called: {' '.join(packages)}"
        )
    if unknown:
        text += f"\nNot known here is the package of: {', '.join(unknown)}."
    return text


def _has_font() -> bool:
    for folder in _FONTS:
        for _, _, names in os.walk(Path(folder).expanduser()):
            if any(name.lower().endswith(_FONT_SUFFIXES) for name in names):
                return True
    return False


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
