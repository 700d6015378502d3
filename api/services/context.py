"""What a use case works with."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import pipeline
from analysis.encoders import load_encoder
from analysis.sentiment import ToneModel, load_classifier
from analysis.types import Encoder
from api.config import Settings
from api.store.database import Database
from api.store.records import MethodState


@dataclass(frozen=True, slots=True)
class Context:
    """Settings, database and encoder of one application."""

    settings: Settings
    database: Database

    @property
    def encoder(self) -> Encoder:
        """The sentence encoder, loaded on first use and once a process."""
        return load_encoder(self.settings.encoder or None)

    @property
    def tone_model(self) -> ToneModel | None:
        """The tone model that replaces the shipped one, loaded on first use and once a process; usually none."""
        return load_classifier(self.settings.tone_model) if self.settings.tone_model else None

    @property
    def method(self) -> MethodState:
        """What numbers are made with now."""
        method = pipeline.method(self.encoder, self.tone_model)
        return MethodState(method.version, method.encoder, method.data_version)


def open_context(settings: Settings) -> Context:
    """A context; nothing is opened or loaded yet."""
    return Context(settings, Database(settings.database_url, settings.busy_timeout_ms))
