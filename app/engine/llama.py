"""The engine on llama.cpp."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import llama_cpp
import numpy as np
import psutil

from app.cancel import Cancelled, CancelToken
from app.engine.chat import ChatTemplate
from app.engine.engine import Completion, Judgement, Message, ModelInfo, Request, Usage
from app.engine.llama_model import LlamaModel
from app.engine.llama_sampling import Logits, Sampler
from app.errors import ModelError, PromptTooLong

_YES = ("Yes", " Yes", "yes", " yes", "YES", " YES")
_NO = ("No", " No", "no", " no", "NO", " NO")
_CHUNK = 64


class LlamaEngine:
    """One model on this machine. Implements `Engine`."""

    def __init__(self, model: LlamaModel, info: ModelInfo, threads: int) -> None:
        self._model = model
        self._info = info
        self._template = ChatTemplate(model.template, model.bos, model.eos)
        params = llama_cpp.llama_context_default_params()
        params.n_ctx = info.window
        params.n_batch = params.n_ubatch = 512
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_ENABLED
        self._context = llama_cpp.llama_init_from_model(model.handle, params)
        if not self._context:
            raise ModelError("llama.cpp can't make a context for this model.")
        self._held: list[int] = []
        self._yes = self._first_tokens(_YES)
        self._no = self._first_tokens(_NO)

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        id: str,
        name: str,
        sha256: str,
        window: int,
        gpu_layers: int | None = None,
        threads: int | None = None,
    ) -> LlamaEngine:
        """Load a model file.

        Raises:
            ModelError: if it can't be used here.
        """
        model = LlamaModel(path, gpu_layers or 0)
        threads = threads or psutil.cpu_count(logical=False) or 1
        hardware = f"CPU, {threads} threads"
        info = ModelInfo(id, name, sha256, model.parameters, window, hardware)
        if not model.template:
            raise ModelError(f"{path.name} has no chat template.", "Choose another model.")
        return cls(model, info, threads)

    @property
    def model(self) -> ModelInfo:
        """The model that answers."""
        return self._info

    def count(self, messages: Sequence[Message]) -> int:
        """Tokens of a conversation under the model's chat template, exactly."""
        return len(self._model.prompt(self._template.render(messages)))

    def tokens(self, text: str) -> int:
        """Tokens of a piece of plain text, exactly."""
        return len(self._model.tokenize(text))

    def complete(
        self,
        request: Request,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None = None,
    ) -> Completion:
        """One reply; see `Engine.complete`."""
        prompt = self._model.prompt(self._template.render(request.messages, request.prefill))
        if len(prompt) + request.max_tokens > self._info.window:
            raise PromptTooLong(len(prompt) + request.max_tokens, self._info.window)
        sampler = Sampler(self._model, request.grammar, request.temperature, request.seed)
        try:
            return self._generate(request, prompt, sampler, cancel, on_token)
        finally:
            sampler.close()

    def complete_each(
        self,
        requests: Sequence[Request],
        cancel: CancelToken,
        on_done: Callable[[int, Completion], None] | None = None,
    ) -> list[Completion]:
        """Many replies; see `Engine.complete_each`."""
        completions = []
        for i, request in enumerate(requests):
            completions.append(self.complete(request, cancel))
            if on_done:
                on_done(i, completions[-1])
        return completions

    def judge_each(
        self, conversations: Sequence[Sequence[Message]], cancel: CancelToken
    ) -> list[Judgement]:
        """For each conversation, the probability of Yes against No."""
        judgements = []
        for conversation in conversations:
            prompt = self._model.prompt(self._template.render(conversation))
            if len(prompt) + 1 > self._info.window:
                raise PromptTooLong(len(prompt) + 1, self._info.window)
            logits, usage = self._read(prompt, cancel)
            weights = np.exp(logits.astype(np.float64) - float(logits.max()))
            yes, no = float(weights[self._yes].sum()), float(weights[self._no].sum())
            judgements.append(Judgement(yes / (yes + no) if yes + no else 0.5, usage))
        return judgements

    def close(self) -> None:
        """Free the model."""
        if self._context:
            llama_cpp.llama_free(self._context)
            self._context = None
            self._model.close()

    def _generate(
        self,
        request: Request,
        prompt: list[int],
        sampler: Sampler,
        cancel: CancelToken,
        on_token: Callable[[str], None] | None,
    ) -> Completion:
        logits, usage = self._read(prompt, cancel)
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        text, sent, generated, finish = "", 0, 0, "length"
        begin = time.perf_counter()
        while generated < request.max_tokens:
            token = sampler.choose(logits)
            generated += 1
            if self._model.ends(token):
                finish = "stop"
                break
            sampler.accept(token)
            text += decoder.decode(self._model.piece(token))
            cut = min((at for at in map(text.find, request.stop) if at >= 0), default=-1)
            if cut >= 0:
                text, finish = text[:cut], "stop"
                break
            safe = len(text) - _pending(text, request.stop)
            if on_token and safe > sent:
                on_token(text[sent:safe])
                sent = safe
            if generated < request.max_tokens:
                logits = self._decode([token], cancel)
        text += "" if finish == "stop" else decoder.decode(b"", final=True)
        if on_token and len(text) > sent:
            on_token(text[sent:])
        seconds = time.perf_counter() - begin
        usage += Usage(generated=generated, generate_seconds=seconds)
        return Completion(text, "stop" if finish == "stop" else "length", usage)

    def _read(self, prompt: list[int], cancel: CancelToken) -> tuple[Logits, Usage]:
        begin = time.perf_counter()
        same = 0
        for a, b in zip(self._held, prompt[:-1], strict=False):
            if a != b:
                break
            same += 1
        memory = llama_cpp.llama_get_memory(self._context)
        llama_cpp.llama_memory_seq_rm(memory, 0, same, -1)
        del self._held[same:]
        logits: Logits = np.zeros(0, np.float32)
        for at in range(same, len(prompt), _CHUNK):
            logits = self._decode(prompt[at : at + _CHUNK], cancel)
        seconds = time.perf_counter() - begin
        return logits, Usage(prompt=len(prompt), reused=same, read_seconds=seconds)

    def _decode(self, tokens: list[int], cancel: CancelToken) -> Logits:
        if cancel.cancelled:
            raise Cancelled
        array = (llama_cpp.llama_token * len(tokens))(*tokens)
        batch = llama_cpp.llama_batch_get_one(array, len(tokens))
        code = llama_cpp.llama_decode(self._context, batch)
        if code:
            raise ModelError(f"llama.cpp failed while computing (code {code}).")
        self._held += tokens
        pointer = llama_cpp.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(pointer, (self._model.vocab_size,))

    def _first_tokens(self, words: Sequence[str]) -> list[int]:
        singles = (self._model.tokenize(word) for word in words)
        return sorted({tokens[0] for tokens in singles if len(tokens) == 1})


def _pending(text: str, stop: Sequence[str]) -> int:
    """How many characters at the end of a text could be the beginning of a stop string."""
    return max(
        (n for s in stop for n in range(min(len(s) - 1, len(text)), 0, -1) if text.endswith(s[:n])),
        default=0,
    )
