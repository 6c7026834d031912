"""A reply is streamed in whole characters, ends at its stop strings, and takes nothing back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.engine.reply import ReplyText


def said(pieces: list[bytes], stop: tuple[str, ...] = ()) -> tuple[str, list[str], bool]:
    streamed: list[str] = []
    reply = ReplyText(stop, streamed.append)
    for piece in pieces:
        reply.add(piece)
        if reply.stopped:
            break
    return reply.finish(), streamed, reply.stopped


def test_a_character_spread_over_tokens_is_streamed_whole() -> None:
    text, streamed, _ = said(["§ 4 €".encode()[i : i + 1] for i in range(8)])
    assert text == "§ 4 €"
    assert streamed == ["§", " ", "4", " ", "€"]


def test_bytes_that_never_become_a_character_are_marked_not_lost() -> None:
    assert said([b"a", b"\xe2\x82"])[0] == "a\ufffd"


def test_a_stop_string_ends_the_reply_and_is_not_part_of_it() -> None:
    assert said([b"one", b" two STOP three"], ("STOP",)) == ("one two ", ["one", " two "], True)


def test_the_beginning_of_a_stop_string_waits_until_it_is_none() -> None:
    text, streamed, stopped = said([b"a", b"<e", b"n", b"x"], ("<end>",))
    assert (text, streamed, stopped) == ("a<enx", ["a", "<enx"], False)


def test_a_stop_string_spread_over_tokens_is_found() -> None:
    assert said([b"yes\n", b"\n", b"more"], ("\n\n",)) == ("yes", ["yes"], True)


def test_the_first_of_several_stop_strings_counts() -> None:
    assert said([b"a B c A d"], ("A", "B"))[0] == "a "


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=3), max_size=3), st.data())
def test_what_was_streamed_is_the_reply(text: str, stop: list[str], data: st.DataObject) -> None:
    whole = text.encode()
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=10)))
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    reply, streamed, _ = said(pieces, tuple(stop))
    assert "".join(streamed) == reply
    ends = [at for s in stop if (at := text.find(s)) >= 0]
    assert reply == text[: min(ends, default=len(text))]
