"""The virtual environment: made once, brought up to date when the lock files change.

Every package is installed by version and hash from a lock file. `build.lock` holds what builds
llama.cpp and Pincite, `run.lock` what Pincite needs, `test.lock` that and the test tools.
Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from gpu import build_hint, build_variables, load_hint, missing_tools, usual_gpu
from steps import SetupError, say, step
from system import Part, has_compiler, install_missing

_LLAMA = "llama-cpp-python"
_NEEDS = {"run": ("build", "run"), "test": ("build", "test")}


@dataclass(frozen=True)
class Environment:
    """The environment in `.venv` of a repository.

    Attributes:
        root: the repository.
    """

    root: Path

    @staticmethod
    def here() -> Environment:
        """The environment of the repository that this file belongs to."""
        return Environment(Path(__file__).resolve().parent.parent)

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """Where its programs lie."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def program(self) -> Path:
        """Pincite itself."""
        return self.scripts / ("pincite.exe" if os.name == "nt" else "pincite")

    @property
    def site_packages(self) -> Path:
        """Where its packages lie."""
        if os.name == "nt":
            return self.folder / "Lib" / "site-packages"
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return self.folder / "lib" / version / "site-packages"

    @property
    def log(self) -> Path:
        """What pip and the compiler said."""
        return self.folder / "setup.log"

    def install(self, what: str, gpu: str | None = None, rebuild: bool = False) -> bool:
        """Make the environment hold what a lock file says; whether there was anything to do.

        Args:
            what: "run" or "test".
            gpu: what to build llama.cpp for; None for what it was built for before.
            rebuild: whether to build llama.cpp anew, though it is there.

        Raises:
            SetupError: if a part is missing that can't be installed from here, or pip fails.
        """
        built = self._built_for()
        gpu = gpu or built or usual_gpu()
        if not rebuild and gpu == built and self._is_done(what):
            return False
        self._make()
        self._install_build_tools()
        if rebuild or gpu != built or not self._has(_LLAMA):
            self._install_llama(gpu, anew=rebuild or (built is not None and gpu != built))
            self._built.write_text(gpu, "utf-8")
        self._pip(f"Installing what Pincite needs ({what}.lock)", what)
        self._try_llama(gpu)
        self._install_pincite()
        self._note(what, gpu)
        return True

    def call(self, module: str, *arguments: str) -> None:
        """Run a module of the environment, with its output shown.

        Raises:
            SetupError: if it fails; it has said why itself.
        """
        command = [str(self.python), "-m", module, *arguments]
        if subprocess.run(command, cwd=self.root, check=False).returncode != 0:
            raise SetupError(f"{module} {' '.join(arguments)} failed.")

    def _make(self) -> None:
        """Make the virtual environment, unless a usable one for this Python is there."""
        if self._version() == list(sys.version_info[:2]):
            return
        if self.folder.exists():
            say("Making .venv anew: it was made by another Python, or is damaged")
            shutil.rmtree(self.folder)
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
            install_missing([Part("Python's venv module", package)])
        self.folder.mkdir()
        command = [sys.executable, "-m", "venv", str(self.folder)]
        step("Making a virtual environment in .venv", command, self.log)

    def _version(self) -> list[int] | None:
        """Major and minor version of the environment's Python, or None if it doesn't run."""
        if not self.python.exists():
            return None
        code = "import sys, pip, json; print(json.dumps(sys.version_info[:2]))"
        try:
            result = subprocess.run(
                [str(self.python), "-c", code], capture_output=True, text=True, check=True
            )
            version: list[int] = json.loads(result.stdout)
        except (OSError, subprocess.CalledProcessError, ValueError):
            return None
        return version

    def _install_build_tools(self) -> None:
        self._pip("Installing the build tools (build.lock)", "build")

    def _install_llama(self, gpu: str, anew: bool) -> None:
        """Build llama.cpp, or take the build that pip has kept from another time."""
        compiler = [] if has_compiler() else [Part("a C++ compiler", "g++")]
        install_missing([*compiler, *missing_tools(gpu)])
        lock = self.folder / "llama.lock"
        lock.write_text(entry(self._lock("run").read_text("utf-8"), _LLAMA), "utf-8")
        options = ["--no-deps", "--no-build-isolation", "--require-hashes", "-r", str(lock)]
        if anew:
            options.insert(0, "--force-reinstall")
        if gpu != "none" or anew:
            # pip's cache does not know for what hardware a build was made.
            options.insert(0, "--no-cache-dir")
        variables = {"CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count() or 1), **os.environ}
        variables |= build_variables(gpu)
        long = "about five minutes on two cores" if gpu == "none" else "this takes a while"
        what = "" if gpu == "none" else f" for {gpu}"
        step(
            f"Building llama.cpp{what}: {long}, once",
            [*self._pip_install(), *options],
            self.log,
            variables,
            hint=build_hint(gpu),
        )

    def _try_llama(self, gpu: str) -> None:
        """See whether what was built starts here, and can use what it was built for."""
        code = (
            "import llama_cpp, sys; sys.exit(0 if llama_cpp.llama_supports_gpu_offload() "
            "else 'The build has no GPU support.')"
            if gpu != "none"
            else "import llama_cpp"
        )
        command = [str(self.python), "-c", code]
        step("Trying llama.cpp", command, self.log, hint=load_hint(gpu))

    def _install_pincite(self) -> None:
        options = ["--no-deps", "--no-build-isolation", "--editable", str(self.root)]
        step("Installing Pincite", [*self._pip_install(), *options], self.log)

    def _pip(self, title: str, lock: str) -> None:
        options = ["--require-hashes", "--no-build-isolation", "-r", str(self._lock(lock))]
        step(title, [*self._pip_install(), *options], self.log)

    def _pip_install(self) -> list[str]:
        options = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
        return [str(self.python), "-m", "pip", "install", *options]

    def _lock(self, name: str) -> Path:
        return self.root / "packaging" / f"{name}.lock"

    def _has(self, package: str) -> bool:
        """Whether a package is installed in the version of the lock file."""
        pinned = entry(self._lock("run").read_text("utf-8"), package).split()[0]
        name, _, version = pinned.partition("==")
        return (self.site_packages / f"{name.replace('-', '_')}-{version}.dist-info").is_dir()

    def _stamp(self, what: str) -> Path:
        return self.folder / f"pincite-{what}.stamp"

    def _key(self, what: str) -> str:
        """A digest of everything that what is installed depends on."""
        digest = hashlib.sha256(repr((sys.version_info[:3], str(self.root))).encode())
        for path in (*map(self._lock, _NEEDS[what]), self.root / "pyproject.toml"):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def _is_done(self, what: str) -> bool:
        stamp = self._stamp(what)
        done = stamp.exists() and stamp.read_text("utf-8") == self._key(what)
        return done and self.program.exists()

    def _built_for(self) -> str | None:
        """The hardware llama.cpp was built for here, or None if it was not built yet."""
        return self._built.read_text("utf-8") if self._built.exists() else None

    @property
    def _built(self) -> Path:
        """Where it is written down what llama.cpp was built for."""
        return self.folder / "pincite-gpu"

    def _note(self, what: str, gpu: str) -> None:
        """Remember what is done. The test tools' environment serves for running, too."""
        self._built.write_text(gpu, "utf-8")
        for each in {what, "run"}:
            self._stamp(each).write_text(self._key(each), "utf-8")


def entry(lock: str, package: str) -> str:
    """The lines of a lock file that belong to one package."""
    lines: list[str] = []
    for line in lock.splitlines():
        if line.startswith(f"{package}=="):
            lines = [line]
        elif lines and line.startswith((" ", "\t")):
            lines.append(line)
        elif lines:
            break
    if not lines:
        raise SetupError(f"The lock file does not hold {package}.")
    return "\n".join(lines) + "\n"
