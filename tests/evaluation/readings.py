"""How likely the library holds each class of tone; the service tells only their balance and the likeliest."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.actors import find_actors
from analysis.cleaning import clean
from analysis.reader import load_reader
from analysis.segmentation import segment
from analysis.sentiment import FromReading, ToneModel, score_targets
from analysis.sentiment.asks import Ask
from analysis.sentiment.reading import Tone
from analysis.types import ArticleInput, Document, Target
from tests.evaluation.sets import Row

Shares = tuple[float, ...]


class Recorder:
    """The shipped tone model, and what it read."""

    identity = "recorder"

    def __init__(self, model: ToneModel) -> None:
        self._model = model
        self.tones: list[Tone] = []

    def knows(self, code: str) -> bool:
        """As the model."""
        return self._model.knows(code)

    def read(self, document: Document, asks: Sequence[Ask]) -> list[Tone]:
        """The model's tones, kept."""
        found = self._model.read(document, asks)
        self.tones += found
        return found


def likelihoods(row: Row) -> list[Shares | None]:
    """Shares of negative, neutral and positive for each target of a row; ``None`` where it could not be read."""
    source = ArticleInput(outlet="example", text=row["text"], language=row["lang"], clean=False)
    document = segment(clean(source))
    actors = find_actors(document)
    model = FromReading(load_reader().read(document.text, document.sentences, actors), actors)
    out: list[Shares | None] = []
    for one in row["targets"]:
        recorder = Recorder(model)
        score_targets(document, actors, [Target(start=one["start"], end=one["end"])], recorder)
        found = recorder.tones[0].probabilities if len(recorder.tones) == 1 else None
        out.append(None if found is None else tuple(float(share) for share in found))
    return out
