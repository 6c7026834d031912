"""A model on a server serves like one on this machine, and its failures cost one clear error."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.cancel import Cancelled, CancelToken
from app.engine.engine import Message, Request
from app.engine.server.counting import estimate
from app.engine.server.engine import ServerEngine
from app.errors import ModelError, PromptTooLong, UsageError
from tests.engine.office import Desk, Office

HELLO = Request((Message("user", "Hello?"),), max_tokens=20)


@pytest.fixture
def office() -> Iterator[Office]:
    server = Office()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def connect(office: Office) -> Iterator[Callable[..., ServerEngine]]:
    engines: list[ServerEngine] = []

    def make(**options: Any) -> ServerEngine:
        options = {"retries": 0, "stall": 5.0, **options}
        engines.append(ServerEngine.connect(office.address, **options))
        return engines[-1]

    yield make
    for engine in engines:
        engine.close()


Connect = Callable[..., ServerEngine]


def test_it_says_where_text_goes(connect: Connect) -> None:
    engine = connect()
    assert engine.model.id == "127.0.0.1/large"
    assert engine.model.window == 4096
    assert engine.model.hardware == "server at 127.0.0.1, on this machine"
    assert engine.model.server == "127.0.0.1"


def test_a_reply_comes_in_pieces_and_is_accounted_for(connect: Connect, office: Office) -> None:
    pieces: list[str] = []
    reply = connect().complete(HELLO, CancelToken(), pieces.append)
    assert reply.text == "Good day."
    assert pieces == ["Good", " day."]
    assert (reply.usage.prompt, reply.usage.reused, reply.usage.generated) == (12, 9, 3)
    (body,) = office.chats
    assert body["messages"] == [{"role": "user", "content": "Hello?"}]
    assert (body["max_tokens"], body["temperature"], body["model"]) == (20, 0.0, "large")


def test_a_reply_cut_off_at_its_length_says_so(connect: Connect, office: Office) -> None:
    office.chat = lambda desk, _: desk.reply("And so", "length")
    assert connect().complete(HELLO, CancelToken()).finish == "length"


def test_calls_run_at_once_but_no_more_than_asked_for(connect: Connect, office: Office) -> None:
    def slowly(desk: Desk, body: dict[str, Any]) -> None:
        # Each waits until as many as may are there; a busy machine takes its time to send them.
        deadline = time.monotonic() + 10
        while office.most < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.05)
        desk.reply(body["messages"][0]["content"])

    office.chat = slowly
    done: list[int] = []
    requests = [Request((Message("user", f"number {i}"),)) for i in range(9)]
    replies = connect(parallel=3).complete_each(
        requests, CancelToken(), lambda index, _: done.append(index)
    )
    assert [reply.text for reply in replies] == [f"number {i}" for i in range(9)]
    assert sorted(done) == list(range(9))
    assert office.most == 3


def test_a_judgement_is_read_off_the_probabilities(connect: Connect, office: Office) -> None:
    def judge(desk: Desk, _: dict[str, Any]) -> None:
        alternatives = [(" Yes", -0.5), ("yes", -3.0), ("No", -1.5), ("Maybe", -2.0)]
        top = [{"token": token, "logprob": value} for token, value in alternatives]
        desk.json({"choices": [{"logprobs": {"content": [{"top_logprobs": top}]}}]})

    office.chat = judge
    (judgement,) = connect().judge_each([HELLO.messages], CancelToken())
    assert judgement.probability == pytest.approx(0.7463, abs=1e-3)
    assert office.chats[0]["max_tokens"] == 1


def test_a_server_without_probabilities_is_named(connect: Connect, office: Office) -> None:
    office.chat = lambda desk, _: desk.json({"choices": [{"message": {"content": "Yes"}}]})
    with pytest.raises(ModelError, match="probabilities"):
        connect().judge_each([HELLO.messages], CancelToken())


@pytest.mark.parametrize(
    ("kind", "field"), [("llamacpp", "grammar"), ("vllm", "structured_outputs")]
)
def test_a_grammar_goes_in_the_form_the_server_takes(
    connect: Connect, office: Office, kind: str, field: str
) -> None:
    office.kind = kind
    connect().complete(Request(HELLO.messages, grammar='root ::= "x"'), CancelToken())
    assert field in office.chats[0]


def test_llama_server_counts_exactly(connect: Connect, office: Office) -> None:
    office.kind = "llamacpp"
    engine = connect()
    assert engine.model.window == 2048
    assert engine.tokens("one two three") == 3
    assert engine.count([Message("user", "one two three")]) == 4
    asked = len(office.asked)
    engine.tokens("one two three")
    assert len(office.asked) == asked, "what was counted once is not asked again"


def test_where_the_server_cannot_count_the_estimate_is_no_less(connect: Connect) -> None:
    assert connect().tokens("Either party may terminate on thirty days' notice.") > 12
    assert estimate("") == 0


def test_a_prompt_too_long_is_refused_before_it_is_sent(connect: Connect, office: Office) -> None:
    with pytest.raises(PromptTooLong):
        connect().complete(Request((Message("user", "word " * 5000),)), CancelToken())
    assert office.chats == []


def test_a_server_that_finds_a_prompt_too_long_is_understood(
    connect: Connect, office: Office
) -> None:
    error = {"error": {"message": "This model's maximum context length is 4096 tokens."}}
    office.chat = lambda desk, _: desk.json(error, 400)
    with pytest.raises(PromptTooLong):
        connect().complete(HELLO, CancelToken())


def test_what_passes_is_tried_again(connect: Connect, office: Office) -> None:
    def third_time(desk: Desk, _: dict[str, Any]) -> None:
        if len(office.chats) < 3:
            desk.json({"error": "busy"}, 503, Retry_After="0")
        else:
            desk.reply("At last.")

    office.chat = third_time
    assert connect(retries=2).complete(HELLO, CancelToken()).text == "At last."


def test_what_does_not_pass_is_given_up(connect: Connect, office: Office) -> None:
    office.chat = lambda desk, _: desk.json({"error": "busy"}, 503)
    with pytest.raises(ModelError, match=r"answered with an error \(503\), 2 times in a row"):
        connect(retries=1).complete(HELLO, CancelToken())
    assert len(office.chats) == 2


def test_a_server_that_is_not_there_is_a_clear_error(office: Office) -> None:
    address = office.address
    office.shutdown()
    office.server_close()
    with pytest.raises(ModelError, match=r"127\.0\.0\.1 can't be reached"):
        ServerEngine.connect(address, retries=0)


def test_a_model_the_server_does_not_have_is_named(office: Office) -> None:
    with pytest.raises(ModelError, match="no model huge") as refused:
        ServerEngine.connect(office.address, model="huge", retries=0)
    assert refused.value.hint == "It has: large, small."


def stall(desk: Desk, _: dict[str, Any]) -> None:
    time.sleep(2.5)


def stall_midway(desk: Desk, _: dict[str, Any]) -> None:
    desk.begin()
    desk.say("It")
    time.sleep(2.5)


def drop(desk: Desk, _: dict[str, Any]) -> None:
    desk.close_connection = True


def drop_midway(desk: Desk, _: dict[str, Any]) -> None:
    desk.begin()
    desk.say("It")


def page(desk: Desk, _: dict[str, Any]) -> None:
    desk.whole(b"<html>Log in to the hotel's network</html>", "text/html")


def garbage(desk: Desk, _: dict[str, Any]) -> None:
    desk.begin()
    desk.event("{{{ not json")


def endless_event(desk: Desk, _: dict[str, Any]) -> None:
    desk.begin()
    for _i in range(300):
        desk.wfile.write(b"data: " + b"x" * 10_000)


def fault_inside(desk: Desk, _: dict[str, Any]) -> None:
    desk.begin()
    desk.event({"error": {"message": "out of memory"}})


def elsewhere(desk: Desk, _: dict[str, Any]) -> None:
    desk.json({}, 307, Location="http://192.0.2.1/v1/chat/completions")


def no_key(desk: Desk, _: dict[str, Any]) -> None:
    desk.json({"error": "who are you"}, 401)


@pytest.mark.parametrize(
    ("misbehaviour", "message"),
    [
        (stall, "stalls"),
        (stall_midway, "stalls in the middle of a reply"),
        (drop, "drops the connection"),
        (drop_midway, "broke off a reply"),
        (page, "not a stream of events"),
        (garbage, "not what a model server says"),
        (endless_event, "not what a model server says"),
        (fault_inside, "out of memory"),
        (elsewhere, "sends its callers elsewhere"),
        (no_key, "refuses the key"),
    ],
)
def test_a_misbehaving_server_costs_one_clear_error(
    connect: Connect,
    office: Office,
    misbehaviour: Callable[[Desk, dict[str, Any]], None],
    message: str,
) -> None:
    engine = connect(stall=1.0)
    office.chat = misbehaviour
    with pytest.raises(ModelError, match=message) as failed:
        engine.complete(HELLO, CancelToken())
    assert failed.value.hint
    # And the engine serves again as soon as the server does.
    office.chat = lambda desk, _: desk.reply("Good day.")
    assert engine.complete(HELLO, CancelToken()).text == "Good day."


def test_one_failure_among_many_calls_ends_them_all(connect: Connect, office: Office) -> None:
    def third(desk: Desk, body: dict[str, Any]) -> None:
        if body["messages"][0]["content"] == "3":
            no_key(desk, body)
        else:
            desk.reply("Good day.")

    office.chat = third
    requests = [Request((Message("user", str(i)),)) for i in range(8)]
    with pytest.raises(ModelError, match="refuses the key"):
        connect(parallel=2).complete_each(requests, CancelToken())


@pytest.mark.parametrize("misbehaviour", [stall, stall_midway])
def test_a_cancel_does_not_wait_for_the_server(
    connect: Connect, office: Office, misbehaviour: Callable[[Desk, dict[str, Any]], None]
) -> None:
    office.chat = misbehaviour
    engine = connect(stall=30.0)
    cancel = CancelToken()
    moment: list[float] = []

    def stop() -> None:
        moment.append(time.perf_counter())
        cancel.cancel()

    timer = threading.Timer(0.2, stop)
    timer.start()
    with pytest.raises(Cancelled):
        engine.complete_each([HELLO] * 3, cancel)
    assert time.perf_counter() - moment[0] < 1.0
    timer.join()


def test_the_key_is_sent_and_never_shown(connect: Connect, office: Office) -> None:
    engine = connect(key="s3cret")
    assert office.headers["Authorization"] == "Bearer s3cret"
    assert "s3cret" not in repr(engine.model)


def test_proxies_of_the_environment_are_not_used(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert connect().complete(HELLO, CancelToken()).text == "Good day."


@pytest.mark.parametrize(
    "address", ["", "models.office", "ftp://models.office", "http://me:word@models.office/v1"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        ServerEngine.connect(address)


def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(
    office: Office, tmp_path: Path
) -> None:
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "office.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    office.socket = context.wrap_socket(office.socket, server_side=True)
    begin = time.monotonic()
    with pytest.raises(ModelError, match="can't prove that it is localhost") as caught:
        ServerEngine.connect(office.address.replace("http://127.0.0.1", "https://localhost"))
    assert "self-signed" in caught.value.message
    assert "Nothing was sent" in caught.value.hint
    assert office.asked == []
    assert time.monotonic() - begin < 5, "trying again would not help"
