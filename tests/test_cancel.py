"""One token stops what holds it, or holds it up for a while."""

from __future__ import annotations

import threading
import time

import pytest

from app.cancel import Cancelled, CancelToken


def test_a_token_is_cancelled_with_its_parent() -> None:
    parent = CancelToken()
    child = CancelToken(parent)
    child.check()
    parent.cancel()
    with pytest.raises(Cancelled):
        child.check()


def test_a_paused_token_holds_up_until_it_goes_on() -> None:
    token = CancelToken()
    passed = threading.Event()
    token.pause()

    def work() -> None:
        token.check()
        passed.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert token.paused and not passed.wait(0.2)
    token.go_on()
    assert passed.wait(5)
    worker.join()


def test_a_child_waits_for_its_parent() -> None:
    parent = CancelToken()
    parent.pause()
    threading.Timer(0.2, parent.go_on).start()
    before = time.monotonic()
    CancelToken(parent).check()
    assert time.monotonic() - before > 0.15


def test_a_paused_token_can_be_cancelled() -> None:
    token = CancelToken()
    token.pause()
    threading.Timer(0.1, token.cancel).start()
    with pytest.raises(Cancelled):
        token.check()


def test_its_clock_stands_still_meanwhile() -> None:
    token = CancelToken()
    before = token.clock()
    token.pause()
    token.pause()
    time.sleep(0.2)
    assert token.clock() - before < 0.1
    token.go_on()
    token.go_on()
    assert token.clock() - before < 0.1
    time.sleep(0.05)
    assert token.clock() - before >= 0.05
