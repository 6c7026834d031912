"""The set-up: what is locked, what is skipped, what is said where something is missing."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"
LOCKS = [PACKAGING / f"{name}.lock" for name in ("build", "run", "test")]


def load(name: str) -> ModuleType:
    """A module of the set-up, which lies beside its scripts and is no package."""
    return importlib.import_module(name)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield
    for name in ("environment", "gpu", "system", "steps", "run"):
        sys.modules.pop(name, None)


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
    def test_every_package_has_one_version_and_hashes(self, lock: Path) -> None:
        entries = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert entries
        for entry in entries:
            assert re.match(r"[a-z0-9.-]+==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry

    @pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
    def test_no_address_is_in_it(self, lock: Path) -> None:
        text = lock.read_text()
        assert "://" not in text
        assert "index" not in text.replace("--hash", "")

    def test_what_pyproject_asks_for_is_locked(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
        for lock, wanted in (
            ("run", project["dependencies"]),
            ("test", project["dependencies"] + project["optional-dependencies"]["test"]),
        ):
            locked = names((PACKAGING / f"{lock}.lock").read_text())
            for requirement in wanted:
                name = re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower().replace("_", "-")
                assert name in locked, f"{name} is not in {lock}.lock"

    def test_the_tests_run_on_the_versions_that_are_shipped(self) -> None:
        tested = names((PACKAGING / "test.lock").read_text())
        for name, version in names((PACKAGING / "run.lock").read_text()).items():
            assert tested[name] == version


def names(lock: str) -> dict[str, set[str]]:
    """Package to locked versions (more than one where they depend on the Python version)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", lock, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


class TestRun:
    @pytest.mark.parametrize("script", ["run.py", "test.py"])
    def test_an_old_python_is_told_so_in_plain_words(self, script: str) -> None:
        code = (
            "import sys, runpy; sys.version_info = (3, 10, 4, 'final', 0);"
            f"sys.argv = [{script!r}]; runpy.run_path({str(PACKAGING / script)!r},"
            " run_name='__main__')"
        )
        result = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        assert result.returncode == 1
        assert "needs Python 3.11 or later, and this is Python 3.10" in result.stderr
        assert "Traceback" not in result.stderr

    @pytest.mark.parametrize(
        ("arguments", "gpu", "rest"),
        [
            ([], None, []),
            (["demo"], None, ["demo"]),
            (["--gpu", "cuda", "demo"], "cuda", ["demo"]),
            (["--gpu=vulkan"], "vulkan", []),
            (["ask", "--gpu", "x.pdf"], None, ["ask", "--gpu", "x.pdf"]),
        ],
    )
    def test_a_leading_gpu_is_the_setups_and_the_rest_is_pincites(
        self, arguments: list[str], gpu: str | None, rest: list[str]
    ) -> None:
        assert load("run").take_gpu(arguments) == (gpu, rest)

    def test_a_rebuild_is_asked_for_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        run = load("run")
        asked: list[object] = []

        class Asked(Exception):
            """Nothing is to be installed or started."""

        def install(*arguments: object) -> None:
            asked.extend(arguments[1:])
            raise Asked

        monkeypatch.setattr(run.Environment, "install", install)
        with pytest.raises(Asked):
            run.main(["--rebuild", "--gpu", "none", "demo"])
        assert asked == ["run", "none", True]

    def test_an_unknown_gpu_is_refused_with_those_there_are(self) -> None:
        with pytest.raises(load("steps").SetupError, match="cuda, vulkan, metal"):
            load("run").take_gpu(["--gpu", "abacus"])

    def test_the_setup_needs_the_standard_library_only(self) -> None:
        code = "import run, environment, steps, system"
        command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, '.'); {code}"]
        result = subprocess.run(command, cwd=PACKAGING, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr


class TestEnvironment:
    @pytest.fixture
    def environment(self, tmp_path: Path) -> Any:
        (tmp_path / "packaging").mkdir()
        for name in ("build", "run", "test"):
            (tmp_path / "packaging" / f"{name}.lock").write_text("x==1 \\\n    --hash=sha256:00\n")
        (tmp_path / "pyproject.toml").write_text("")
        environment = load("environment").Environment(tmp_path)
        environment.scripts.mkdir(parents=True)
        environment.program.touch()
        return environment

    def test_what_is_done_is_not_done_again(self, environment: Any) -> None:
        environment._note("run", "none")
        assert environment.install("run") is False
        assert not environment.log.exists()

    def test_the_environment_of_the_tests_serves_for_running(self, environment: Any) -> None:
        environment._note("test", "none")
        assert environment.install("test") is False
        assert environment.install("run") is False

    def test_a_changed_lock_file_is_noticed(self, environment: Any) -> None:
        environment._note("test", "none")
        (environment.root / "packaging" / "test.lock").write_text("x==2")
        assert environment._is_done("run")
        assert not environment._is_done("test")

    def test_another_gpu_is_noticed_and_none_given_keeps_the_last(self, environment: Any) -> None:
        environment._note("run", "cuda")
        assert environment.install("run") is False
        assert environment.install("run", "cuda") is False
        assert environment._built_for() == "cuda"

    def test_llama_cpp_is_built_anew_when_that_is_asked_for(
        self, environment: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lock = environment.root / "packaging" / "run.lock"
        lock.write_text("llama-cpp-python==1 \\\n    --hash=sha256:00\n")
        environment._note("run", "none")
        assert environment.install("run") is False
        commands: list[list[str]] = []
        module = load("environment")
        monkeypatch.setattr(module, "step", lambda _, command, *__, **___: commands.append(command))
        monkeypatch.setattr(module, "install_missing", lambda parts: None)
        monkeypatch.setattr(type(environment), "_make", lambda _: None)
        assert environment.install("run", rebuild=True)
        (built,) = [command for command in commands if command[-1].endswith("llama.lock")]
        assert {"--force-reinstall", "--no-cache-dir"} <= set(built), "nothing that pip has kept"

    def test_one_package_is_cut_out_of_a_lock_file_whole(self) -> None:
        second = "b==2 \\\n    --hash=sha256:01 \\\n    --hash=sha256:02\n"
        lock = "a==1 \\\n    --hash=sha256:00\n" + second + "c==3 \\\n    --hash=sha256:03\n"
        assert load("environment").entry(lock, "b") == second


class TestGpu:
    def test_metal_is_for_macs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        gpu = load("gpu")
        monkeypatch.setattr(sys, "platform", "linux")
        with pytest.raises(load("steps").SetupError, match="on a Mac only"):
            gpu.missing_tools("metal")
        assert gpu.usual_gpu() == "none"
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(gpu.platform, "machine", lambda: "arm64")
        assert gpu.usual_gpu() == "metal"
        assert "-DGGML_METAL=off" in gpu.build_variables("none")["CMAKE_ARGS"], "it can be left out"

    def test_cuda_without_its_toolkit_is_told_before_anything_is_built(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        gpu = load("gpu")
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("CUDACXX", raising=False)
        monkeypatch.setattr(gpu, "_CUDA", tmp_path / "nvcc")
        with pytest.raises(load("steps").SetupError, match=r"CUDA toolkit.*nvcc is not on"):
            gpu.missing_tools("cuda")
        # Where its installer puts it, it is found though it is not on the PATH.
        (tmp_path / "nvcc").touch()
        assert gpu.missing_tools("cuda") == []
        assert gpu.build_variables("cuda")["CUDACXX"] == str(tmp_path / "nvcc")

    def test_vulkan_names_each_package_it_lacks(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        gpu = load("gpu")
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("VULKAN_SDK", raising=False)
        monkeypatch.setattr(gpu, "_present", lambda part: part == "glslc")
        parts = gpu.missing_tools("vulkan")
        assert [part.package for part in parts] == ["libvulkan-dev", "spirv-headers"]
        monkeypatch.setenv("VULKAN_SDK", str(tmp_path))
        assert gpu.missing_tools("vulkan") == []

    def test_flags_of_the_users_own_are_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("CMAKE_ARGS", "-DGGML_NATIVE=off")
        gpu = load("gpu")
        assert gpu.build_variables("vulkan")["CMAKE_ARGS"] == "-DGGML_NATIVE=off -DGGML_VULKAN=on"
        assert "CMAKE_ARGS" not in gpu.build_variables("none")

    def test_a_build_that_does_not_start_is_told_with_what_may_be_missing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        environment = load("environment").Environment(tmp_path)
        environment.folder.mkdir()
        broken = tmp_path / "llama_cpp.py"
        broken.write_text("raise RuntimeError('libcuda.so.1: cannot open shared object file')")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setattr(type(environment), "python", property(lambda _: Path(sys.executable)))
        with pytest.raises(load("steps").SetupError) as caught:
            environment._try_llama("cuda")
        assert "libcuda.so.1" in str(caught.value)
        assert "NVIDIA's driver may be missing" in str(caught.value)
        broken.write_text("def llama_supports_gpu_offload(): return False")
        with pytest.raises(load("steps").SetupError, match="no GPU support"):
            environment._try_llama("vulkan")
        environment._try_llama("none")


class TestSystem:
    def test_a_missing_library_is_named_with_its_package(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        system = load("system")
        ldd = tmp_path / "ldd"
        ldd.write_text("#!/bin/sh\necho '\tlibxcb-cursor.so.0 => not found'\n")
        ldd.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        platform = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        platform.parent.mkdir(parents=True)
        platform.touch()
        parts = system.qt_parts(tmp_path)
        assert ("libxcb-cursor.so.0", "libxcb-cursor0") in [(p.name, p.package) for p in parts]

    def test_who_may_not_install_is_told_the_one_command(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        system = load("system")
        monkeypatch.setattr(system, "_is_root", lambda: False)
        monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
        with pytest.raises(load("steps").SetupError) as caught:
            system.install_missing(
                [system.Part("a C++ compiler", "g++"), system.Part("libEGL.so.1", "libegl1")]
            )
        assert "sudo apt-get install g++ libegl1" in str(caught.value)

    def test_nothing_missing_is_nothing_done(self) -> None:
        load("system").install_missing([])


class TestStep:
    def test_a_failing_step_shows_the_end_of_its_log(self, tmp_path: Path) -> None:
        steps = load("steps")
        code = "import sys; [print('line', n) for n in range(99)]; sys.exit(3)"
        with pytest.raises(steps.SetupError) as caught:
            steps.step("Counting", [sys.executable, "-c", code], tmp_path / "log", hint="Rest.")
        message = str(caught.value)
        assert "Counting failed" in message
        assert "line 98" in message
        assert "line 50" not in message
        assert "Rest." in message
        assert "line 0\n" in (tmp_path / "log").read_text()
