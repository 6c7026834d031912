"""A conversation under a model's own chat template, as pieces of template and pieces of content.

The template comes with the model file and is run in a sandbox. Message contents never pass through
it: it is given placeholders, and the contents are put in their place afterwards, so that the
tokenizer can be told which characters may form control tokens (the template's) and which may not
(a document that says `<|im_end|>` says it as plain text).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.engine.engine import Message
from app.errors import ModelError

_PLACEHOLDER = re.compile("\ue0f0([0-9]+)\ue0f1")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a prompt; only `control` pieces may hold control tokens."""

    text: str
    control: bool


class _GenerationTag(jinja2.ext.Extension):
    """Passes over the `{% generation %}` tag, which marks replies for training only."""

    tags = {"generation"}  # noqa: RUF012 (jinja2's own way of declaring tags)

    def parse(self, parser: jinja2.parser.Parser) -> list[jinja2.nodes.Node]:
        """Return the body of the tag."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


class ChatTemplate:
    """Renders conversations with the template of one model."""

    def __init__(self, source: str, bos: str, eos: str) -> None:
        """Compile a template.

        Raises:
            ModelError: if it does not compile.
        """
        environment = ImmutableSandboxedEnvironment(
            loader=jinja2.BaseLoader(),
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[_GenerationTag, jinja2.ext.loopcontrols],
        )
        environment.filters["tojson"] = _tojson
        self._special = {"bos_token": bos, "eos_token": eos}
        try:
            self._template = environment.from_string(source)
        except jinja2.TemplateError as error:
            raise ModelError(
                f"The chat template in the model file does not compile: {error}.",
                "Choose another file of this model, or another model.",
            ) from error

    def render(self, messages: Sequence[Message], prefill: str = "") -> tuple[Piece, ...]:
        """The prompt up to where the reply begins, followed by `prefill`.

        A template that has no place for a system message gets it at the head of the first message
        of the user.

        Raises:
            ModelError: if the template refuses the conversation.
        """
        contents = [message.content for message in messages]
        try:
            text = self._fill([(message.role, [i]) for i, message in enumerate(messages)])
        except (jinja2.TemplateError, ValueError, TypeError):
            text = ""
        if not _holds_all(text, len(contents)):
            text = self._folded(messages)
        return _split(text, contents, prefill)

    def _folded(self, messages: Sequence[Message]) -> str:
        """Render with the system messages moved into the first message of the user."""
        system = [i for i, message in enumerate(messages) if message.role == "system"]
        rest: list[tuple[str, list[int]]] = [
            (message.role, [i]) for i, message in enumerate(messages) if i not in system
        ]
        first = next((turn for turn in rest if turn[0] == "user"), None)
        if first is None:
            raise ModelError("The conversation has no message of the user.")
        first[1][:0] = system
        try:
            text = self._fill(rest)
        except (jinja2.TemplateError, ValueError, TypeError) as error:
            raise ModelError(
                f"The model's chat template refuses the conversation: {error}.",
                "Choose another model.",
            ) from error
        if not _holds_all(text, len(messages)):
            raise ModelError(
                "The model's chat template leaves out a part of the conversation.",
                "Choose another model.",
            )
        return text

    def _fill(self, turns: Sequence[tuple[str, list[int]]]) -> str:
        """Run the template over roles and placeholders."""
        return self._template.render(
            messages=[
                {"role": role, "content": "\n\n".join(f"\ue0f0{i}\ue0f1" for i in numbers)}
                for role, numbers in turns
            ],
            add_generation_prompt=True,
            # Models that can think aloud are asked for the plain answer: a reply under a grammar
            # has no room for it, and a judge reads the first token.
            enable_thinking=False,
            raise_exception=_refuse,
            strftime_now=lambda form: datetime.now().strftime(form),
            **self._special,
        )


def _refuse(message: str) -> None:
    """What a template calls to refuse a conversation."""
    raise jinja2.TemplateError(message)


def _tojson(value: object, indent: int | None = None, **_: object) -> str:
    """JSON as Transformers' templates expect it: plain, without HTML escapes."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _holds_all(text: str, count: int) -> bool:
    """Whether each of `count` contents has exactly one place in a rendered template."""
    return sorted(int(number) for number in _PLACEHOLDER.findall(text)) == list(range(count))


def _split(text: str, contents: Sequence[str], prefill: str) -> tuple[Piece, ...]:
    """Cut a rendered template at its placeholders and put the contents in."""
    pieces: list[Piece] = []
    for i, part in enumerate(_PLACEHOLDER.split(text)):
        pieces.append(Piece(contents[int(part)], False) if i % 2 else Piece(part, True))
    pieces.append(Piece(prefill, False))
    return tuple(piece for piece in pieces if piece.text)
