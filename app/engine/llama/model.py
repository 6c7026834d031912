"""A model file in memory: its weights, its vocabulary, its tokenizer."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from pathlib import Path

import llama_cpp

from app.engine.chat import Piece
from app.engine.llama.log import LOG
from app.errors import ModelError

_NOT_TEXT = (
    llama_cpp.LLAMA_TOKEN_ATTR_CONTROL
    | llama_cpp.LLAMA_TOKEN_ATTR_USER_DEFINED
    | llama_cpp.LLAMA_TOKEN_ATTR_UNKNOWN
)


def begun(gpu_layers: int) -> llama_cpp.llama_model_params:
    """Begin to work with a model: its parameters, with this many layers on a GPU; -1 for all."""
    LOG.install()
    LOG.forget()
    llama_cpp.llama_backend_init()
    params: llama_cpp.llama_model_params = llama_cpp.llama_model_default_params()
    params.n_gpu_layers = gpu_layers
    return params


class LlamaModel:
    """The weights and the vocabulary of one GGUF file, opened through llama.cpp.

    Attributes:
        handle: llama.cpp's pointer to the model.
        vocab: llama.cpp's pointer to its vocabulary.
        vocab_size: number of tokens in it.
        parameters: number of weights.
        recurrent: whether it keeps a running state that can't go back to an earlier place.
    """

    def __init__(self, path: Path, gpu_layers: int = 0, mapped: bool = True) -> None:
        """Load a file that has been checked before.

        Args:
            path: the file, or the first of its parts.
            gpu_layers: how many layers go on a GPU; -1 for all.
            mapped: whether to map the file into memory, rather than read it.

        Raises:
            ModelError: if llama.cpp refuses it.
        """
        params = begun(gpu_layers)
        if not mapped:
            params.load_mode = llama_cpp.LLAMA_LOAD_MODE_NONE
        self.handle = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
        if not self.handle:
            raise ModelError(
                f"llama.cpp can't load {path.name}: {LOG.complaints()}.", "Choose another model."
            )
        self.vocab = llama_cpp.llama_model_get_vocab(self.handle)
        self.vocab_size = int(llama_cpp.llama_vocab_n_tokens(self.vocab))
        self.parameters = int(llama_cpp.llama_model_n_params(self.handle))
        self.recurrent = bool(
            llama_cpp.llama_model_is_recurrent(self.handle)
            or llama_cpp.llama_model_is_hybrid(self.handle)
        )
        self._pieces: dict[int, bytes] = {}
        self._control = self._control_pattern()

    def close(self) -> None:
        """Free the weights."""
        if self.handle:
            llama_cpp.llama_model_free(self.handle)
            self.handle = None

    @property
    def template(self) -> str:
        """The chat template of the file, or empty where it has none."""
        source = llama_cpp.llama_model_chat_template(self.handle, None)
        return source.decode("utf-8", "replace") if source else ""

    @property
    def bos(self) -> str:
        """The text of the token that begins a prompt, or empty where there is none."""
        return self._name(int(llama_cpp.llama_vocab_bos(self.vocab)))

    @property
    def eos(self) -> str:
        """The text of the token that ends a text, or empty where there is none."""
        return self._name(int(llama_cpp.llama_vocab_eos(self.vocab)))

    def ends(self, token: int) -> bool:
        """Whether a token ends a reply."""
        return bool(llama_cpp.llama_vocab_is_eog(self.vocab, token))

    def piece(self, token: int) -> bytes:
        """The bytes of a token; none for a control token. Not always whole UTF-8 characters."""
        known = self._pieces.get(token)
        if known is None:
            known = self._pieces[token] = self._read_piece(token, special=False)
        return known

    def tokenize(self, text: str, control: bool = False) -> list[int]:
        """Tokens of a text; control tokens are recognised only where `control` says so."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        tokens = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self.vocab, data, len(data), tokens, room, False, control)
        if count < 0:
            tokens = (llama_cpp.llama_token * -count)()
            count = llama_cpp.llama_tokenize(
                self.vocab, data, len(data), tokens, -count, False, control
            )
        return list(tokens[:count])

    def prompt(self, pieces: Sequence[Piece]) -> list[int]:
        """Tokens of a rendered conversation; no content can form a control token.

        The whole text is tokenized at once, as the model was trained on it, and is cut only around
        what looks like a control token inside a content.
        """
        text = "".join(piece.text for piece in pieces)
        tokens: list[int] = []
        if llama_cpp.llama_vocab_get_add_bos(self.vocab) and not text.startswith(self.bos):
            tokens.append(int(llama_cpp.llama_vocab_bos(self.vocab)))
        begin = 0
        for start, end in self._forged(text, pieces):
            tokens += self.tokenize(text[begin:start], control=True)
            tokens += self.tokenize(text[start:end])
            begin = end
        return tokens + self.tokenize(text[begin:], control=True)

    def _forged(self, text: str, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
        """Where in a prompt a control token would be read that its template did not write."""
        if self._control is None:
            return []
        contents = []
        at = 0
        for piece in pieces:
            if not piece.control:
                contents.append((at, at + len(piece.text)))
            at += len(piece.text)
        return [
            match.span()
            for match in self._control.finditer(text)
            if any(match.start() < end and start < match.end() for start, end in contents)
        ]

    def _control_pattern(self) -> re.Pattern[str] | None:
        """A pattern that finds the text of every control token, longest first."""
        names = set()
        for token in range(self.vocab_size):
            if int(llama_cpp.llama_vocab_get_attr(self.vocab, token)) & _NOT_TEXT:
                names.add(self._name(token))
        names.discard("")
        if not names:
            return None
        return re.compile("|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)))

    def _name(self, token: int) -> str:
        """The text of a token, also of a control token."""
        if token < 0:
            return ""
        return self._read_piece(token, special=True).decode("utf-8", "replace")

    def _read_piece(self, token: int, special: bool) -> bytes:
        buffer = ctypes.create_string_buffer(64)
        size = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, 64, 0, special)
        if size < 0:
            buffer = ctypes.create_string_buffer(-size)
            size = llama_cpp.llama_token_to_piece(self.vocab, token, buffer, -size, 0, special)
        return buffer.raw[:size]
