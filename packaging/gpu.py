"""What llama.cpp is built for, and whether this system has the tools for it.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path

from steps import SetupError
from system import Part

GPUS = ("cuda", "vulkan", "metal", "none")

_CUDA = Path("/usr/local/cuda/bin/nvcc")
_SWITCHES = {
    "cuda": "-DGGML_CUDA=on",
    "vulkan": "-DGGML_VULKAN=on",
    "metal": "-DGGML_METAL=on",
    "none": "-DGGML_METAL=off",  # which is on by itself on a Mac
}
_VULKAN = (
    ("glslc", "Vulkan's shader compiler glslc", "glslc"),
    ("vulkan/vulkan.h", "Vulkan's headers", "libvulkan-dev"),
    ("SPIRV-Headers", "the SPIR-V headers", "spirv-headers"),
)


def usual_gpu() -> str:
    """What to build for where nobody says: every Mac of Apple's own processors has Metal."""
    return "metal" if (sys.platform, platform.machine()) == ("darwin", "arm64") else "none"


def build_variables(gpu: str) -> dict[str, str]:
    """The environment variables that make a build one for this hardware."""
    switch = _SWITCHES[gpu] if gpu != "none" or sys.platform == "darwin" else ""
    variables = {}
    if switch:
        variables["CMAKE_ARGS"] = f"{os.environ.get('CMAKE_ARGS', '')} {switch}".strip()
    if gpu == "cuda" and not _named_compiler() and _CUDA.exists():
        # Where its installer puts it, which CMake does not look into.
        variables["CUDACXX"] = str(_CUDA)
    return variables


def missing_tools(gpu: str) -> list[Part]:
    """What a build for this hardware needs of the system beside a compiler, and can be installed.

    Raises:
        SetupError: if what is missing has to come from its maker.
    """
    if gpu == "metal" and sys.platform != "darwin":
        raise SetupError("Metal is Apple's: --gpu metal works on a Mac only. Try --gpu vulkan.")
    if gpu == "metal" and shutil.which("xcrun") is None:
        raise SetupError("Building for Metal needs Xcode's tools. Install: xcode-select --install")
    if gpu == "cuda" and not _named_compiler() and not _CUDA.exists():
        raise SetupError(
            "Building for CUDA needs NVIDIA's CUDA toolkit (nvcc and cuBLAS), and nvcc is not on "
            "the PATH.\nInstall the toolkit from NVIDIA or your system's packages, or use --gpu "
            "vulkan, which\nworks with most cards and needs no toolkit."
        )
    if gpu == "vulkan" and sys.platform.startswith("linux") and "VULKAN_SDK" not in os.environ:
        return [Part(name, package) for part, name, package in _VULKAN if not _present(part)]
    return []


def build_hint(gpu: str) -> str:
    """What to do where the build fails all the same."""
    tools = {
        "cuda": "The CUDA toolkit has to be whole, with nvcc and cuBLAS. ",
        "vulkan": "Vulkan's headers, SPIR-V headers and glslc have to be recent; the Vulkan SDK "
        "brings all of them. ",
        "metal": "Building for Metal needs Xcode's command line tools. ",
    }
    again = "Run the same command again to go on from here"
    return f"{tools.get(gpu, '')}{again}{', or with --gpu none.' if gpu != 'none' else '.'}"


def load_hint(gpu: str) -> str:
    """What to do where what was built does not start."""
    drivers = {"cuda": "NVIDIA's driver", "vulkan": "The Vulkan loader (libvulkan1)"}
    if gpu not in drivers:
        return "Run the same command again to build it anew."
    return (
        f"{drivers[gpu]} may be missing on this "
        "machine. Install it and run the same command again, or go back with --gpu none."
    )


def _named_compiler() -> bool:
    return bool(os.environ.get("CUDACXX")) or shutil.which("nvcc") is not None


def _present(part: str) -> bool:
    """Whether a program, a header or a CMake package of the system is there."""
    if part == "glslc":
        return shutil.which(part) is not None
    roots = [Path(root) for root in ("/usr", "/usr/local")]
    places = [root / "include" / part for root in roots]
    places += [root / share / "cmake" / part for root in roots for share in ("share", "lib")]
    return any(place.exists() for place in places)
