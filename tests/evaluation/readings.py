"""How likely the library holds each class of tone; the service tells only their balance and the likeliest."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.encoders import load_encoder
from analysis.quotes import find_quotes
from analysis.segmentation import segment
from analysis.sentiment import ToneModel, score_targets
from analysis.sentiment.contexts import Context
from analysis.sentiment.head import shipped_head
from analysis.sentiment.reading import Reading
from analysis.types import ArticleInput, Target
from tests.evaluation.sets import Row

Shares = tuple[float, ...]


class Recorder:
    """The shipped tone model, and what it read."""

    identity = "recorder"

    def __init__(self, model: ToneModel) -> None:
        self._model = model
        self.readings: list[Reading] = []

    def read(self, contexts: Sequence[Context]) -> list[Reading]:
        """The model's readings, kept."""
        self.readings += self._model.read(contexts)
        return self.readings[-len(contexts) :] if contexts else []


def likelihoods(row: Row) -> list[Shares | None]:
    """Shares of negative, neutral and positive for each target of a row; ``None`` where it could not be read."""
    encoder = load_encoder()
    model = shipped_head(encoder)
    if model is None:
        return [None] * len(row["targets"])
    source = ArticleInput(outlet="example", text=row["text"], language=row["lang"], clean=False)
    document = segment(clean(source))
    actors = find_actors(document)
    quotes = find_quotes(document, actors)
    out: list[Shares | None] = []
    for one in row["targets"]:
        recorder = Recorder(model)
        score_targets(document, actors, quotes, [Target(start=one["start"], end=one["end"])], encoder, recorder)
        one_reading = recorder.readings[0].probabilities if len(recorder.readings) == 1 else None
        out.append(None if one_reading is None else tuple(float(share) for share in one_reading))
    return out
