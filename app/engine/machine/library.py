"""Whether llama.cpp can be used on this machine, and what to do where it can't."""

from __future__ import annotations

import platform
from pathlib import Path

from app.errors import ModelError

_HINT = "Build it anew for this machine: python3 packaging/run.py --rebuild"

# llama.cpp's names for what a processor can do, and Linux's.
_ABILITIES = {
    "SSE3": "pni",
    "SSSE3": "ssse3",
    "AVX": "avx",
    "AVX2": "avx2",
    "F16C": "f16c",
    "FMA": "fma",
    "BMI2": "bmi2",
    "AVX_VNNI": "avx_vnni",
    "AVX512": "avx512f",
    "AVX512_VBMI": "avx512vbmi",
    "AVX512_VNNI": "avx512_vnni",
    "AVX512_BF16": "avx512_bf16",
    "AMX_INT8": "amx_int8",
}
_CPUINFO = Path("/proc/cpuinfo")


def require_llama() -> None:
    """See that llama.cpp is here, loads, and asks nothing of the processor that it can't do.

    A library with instructions that a processor does not know ends the program in the midst of a
    run, so that is looked at first.

    Raises:
        ModelError: if it can't be used; the hint says how to build it anew.
    """
    try:
        import llama_cpp

        built = llama_cpp.llama_print_system_info().decode("utf-8", "replace")
    # A missing module or library, one of another system, one without a function that is called:
    # each raises something else, and all mean the same.
    except Exception as error:
        raise ModelError(f"llama.cpp can't be loaded: {_reason(error)}", _HINT) from error
    lacking = unknown_abilities(built)
    if lacking:
        raise ModelError(
            f"llama.cpp was built for another processor: this one lacks {', '.join(lacking)}.",
            _HINT,
        )


def unknown_abilities(built: str, cpuinfo: Path = _CPUINFO) -> list[str]:
    """What a build uses and this processor can't do; nothing where that can't be told.

    Args:
        built: what llama.cpp says of itself, such as "CPU : AVX = 1 | AVX2 = 1 | ".
        cpuinfo: Linux's account of the processor.
    """
    if platform.machine() not in ("x86_64", "AMD64"):
        return []
    try:
        lines = cpuinfo.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    flags = next((set(line.split()) for line in lines if line.startswith("flags")), None)
    if flags is None:
        return []
    entries = (entry.partition("=") for entry in built.rpartition("CPU :")[2].split("|"))
    used = [name.strip() for name, _, value in entries if value.strip() == "1"]
    return [name for name in used if name in _ABILITIES and _ABILITIES[name] not in flags]


def _reason(error: Exception) -> str:
    """An error in one line."""
    said = " ".join(str(error).split()).removesuffix(".")
    return f"{said or type(error).__name__}."
