"""Has errors in methods that Qt calls reach the program's report of errors, on every Python."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import ParamSpec, TypeVar

import shiboken6

P = ParamSpec("P")
R = TypeVar("R")

PACKAGE = "app.ui"


def guard_overrides(package: str = PACKAGE) -> None:
    """Let no error in an overridden method of Qt's bring the program down.

    Before Python 3.12, an error that the interpreter itself raises (a list's index out of range)
    is a bare text until somebody catches it. Shiboken, as of 6.12, takes that text for an exception
    and crashes. Caught and raised again it is one.

    Args:
        package: the classes of this package's modules are guarded, those imported so far.
    """
    if sys.version_info >= (3, 12):
        return
    for cls in set(_subclasses(shiboken6.Object)):
        if cls.__module__.startswith(package):
            qt = [base for base in cls.__mro__ if base.__module__.startswith("PySide6")]
            for name, method in list(vars(cls).items()):
                called_by_qt = not name.startswith("__") and any(hasattr(base, name) for base in qt)
                if called_by_qt and isinstance(method, FunctionType):
                    setattr(cls, name, _guarded(method))


def _subclasses(cls: type[object]) -> Iterator[type[object]]:
    sub: type[object]
    for sub in cls.__subclasses__():
        yield sub
        yield from _subclasses(sub)


def _guarded(method: Callable[P, R]) -> Callable[P, R]:
    if hasattr(method, "__wrapped__"):
        return method

    @functools.wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except BaseException:  # Caught, it becomes an exception object.
            raise

    return call
