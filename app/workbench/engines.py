"""The engine that is loaded, if one is."""

from __future__ import annotations

from collections.abc import Callable

from app.cancel import CancelToken
from app.engine.cached import CachedEngine, CallCache
from app.engine.engine import Engine, ModelInfo
from app.engine.models.store import ModelStore
from app.engine.paired import PairedEngine
from app.engine.server.settings import ServerChoice, ServerSettings
from app.workbench.loading import Loader


class EngineRoom:
    """Loads an engine, and holds one at a time. Belongs to one thread."""

    def __init__(self, models: ModelStore, server: ServerSettings) -> None:
        """Begin with none.

        Args:
            models: those on this machine.
            server: knows the keys of servers.
        """
        self._models = models
        self._server = server
        self._engine: Engine | None = None
        self._reached: ServerChoice | None = None

    @property
    def engine(self) -> Engine | None:
        """The one that is loaded."""
        return self._engine

    @property
    def model(self) -> ModelInfo | None:
        """What it runs."""
        return self._engine.model if self._engine is not None else None

    def load(
        self,
        model_id: str | None,
        sub_model_id: str | None,
        threads: int | None,
        on_progress: Callable[[str], None],
        cancel: CancelToken,
    ) -> ModelInfo:
        """Load one or two models of this machine; see `Workbench.load_engine`."""
        root_id = model_id or self._models.default_id
        sub_id = sub_model_id if sub_model_id != root_id else None
        there = self.model
        if there is not None:
            if (there.id, there.sub.id if there.sub else None) == (root_id, sub_id):
                return there
            self.close()
        loader = Loader(self._models, threads, on_progress, cancel)
        self._engine = loader.one(root_id) if sub_id is None else loader.two(root_id, sub_id)
        return self._engine.model

    def reach(self, choice: ServerChoice) -> ModelInfo:
        """Use a model on a server; see `Workbench.load_engine`."""
        if self._engine is not None:
            if self._reached == choice:
                return self._engine.model
            self.close()
        from app.engine.server.engine import ServerEngine

        key = self._server.key(choice.address)
        self._engine = ServerEngine.connect(choice.address, key=key, model=choice.model or None)
        self._reached = choice
        return self._engine.model

    def adopt(self, engine: Engine) -> None:
        """Take over an engine that is loaded already, in place of the one there was."""
        if self._engine is not engine:
            self.close()
        self._engine = engine

    def release(self) -> Engine | None:
        """Hand the engine over, if there is one; it is no longer freed here."""
        engine, self._engine = self._engine, None
        self._reached = None
        return engine

    def close(self) -> None:
        """Free the engine. May be called twice."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
            self._reached = None


def with_cache(engine: Engine, cache: CallCache, fresh: bool) -> Engine:
    """An engine that makes no call twice; of two models, each has its own replies.

    A server does not say which file it runs, so its replies can't be told from those of another
    model under the same name: they are not kept.
    """
    if isinstance(engine, PairedEngine):
        return PairedEngine(
            with_cache(engine.root, cache, fresh), with_cache(engine.sub, cache, fresh)
        )
    return CachedEngine(engine, cache, fresh=fresh) if engine.model.sha256 else engine
