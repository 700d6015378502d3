"""Any sequence-classification model as the reader of tone, instead of the shipped one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from analysis.errors import EncoderError
from analysis.sentiment.asks import Ask, touches
from analysis.sentiment.reading import Tone
from analysis.types import Document, Token, Vectors

BATCH = 32
LONGEST = 256
"""Tokens a text is cut to."""
REACH_TOKENS = 36
"""Words and marks of the text that are read on each side of the target."""
CLASSES = {
    "negative": 0,
    "neg": 0,
    "neutral": 1,
    "neu": 1,
    "mixed": 1,
    "positive": 2,
    "pos": 2,
    "very negative": 0,
    "very positive": 2,
    "1 star": 0,
    "2 stars": 0,
    "3 stars": 1,
    "4 stars": 2,
    "5 stars": 2,
}
"""Classes of usual label names (Twitter-RoBERTa, NLP Town stars, tabularisai); case does not matter."""
BY_COUNT = {2: (0, 2), 3: (0, 1, 2), 5: (0, 0, 1, 2, 2)}
"""Classes of labels without telling names (``LABEL_0`` …), by their number, from negative to positive."""


class Classifier:
    """A classifier over pairs of context and target; ``identity`` names the model."""

    def __init__(self, identity: str, model: Any, tokenizer: Any) -> None:
        self.identity, self._model, self._tokenizer = identity, model, tokenizer
        self._classes = classes_of([str(model.config.id2label[i]) for i in range(model.config.num_labels)])

    def knows(self, code: str) -> bool:
        """Any language: what it makes of one is for whoever chose it to know."""
        return True

    def read(self, document: Document, asks: Sequence[Ask]) -> list[Tone]:
        """Probabilities of negative, neutral and positive; all words count alike."""
        import torch

        heard = [around(ask, ask.heard(document)) for ask in asks]
        out: list[Tone] = []
        for start in range(0, len(asks), BATCH):
            batch = heard[start : start + BATCH]
            encoded = self._tokenizer(
                [plain(tokens) for tokens in batch],
                [target_of(ask, tokens) for ask, tokens in zip(asks[start : start + BATCH], batch, strict=True)],
                padding=True,
                truncation="only_first",
                max_length=LONGEST,
                return_tensors="pt",
            )
            with torch.inference_mode():
                chances = torch.softmax(self._model(**encoded).logits, dim=1).numpy()
            out.extend(map(self._tone, batch, chances))
        return out

    def _tone(self, tokens: Sequence[Token], chances: Vectors) -> Tone:
        shares = np.zeros(3, dtype=np.float32)
        np.add.at(shares, self._classes, chances)
        weighed = tuple(((token.start, token.end), 1.0 / len(tokens)) for token in tokens)
        return Tone(shares, weighed, float(shares[2] - shares[0]))


@cache
def load_classifier(name: str) -> Classifier:
    """A sequence-classification model of a hub or a folder, loaded once a process.

    Its labels must tell negative, neutral and positive (or two, three or five degrees in that order). Raises
    EncoderError if it cannot be had or its labels say something else.
    """
    try:
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(name)
        model = AutoModelForSequenceClassification.from_pretrained(name).eval()
    except (OSError, ValueError, ImportError) as error:
        raise EncoderError(
            f"the tone model {name!r} cannot be loaded: {error}; give a folder with the model, or leave the setting out"
        ) from error
    return Classifier(name, model, tokenizer)


def classes_of(labels: Sequence[str]) -> list[int]:
    """The class (0 negative, 1 neutral, 2 positive) of each label; raises EncoderError if it cannot be told."""
    known = [CLASSES.get(label.casefold().replace("_", " ").strip()) for label in labels]
    if all(place is not None for place in known) and {0, 2} <= set(known):
        return [place for place in known if place is not None]
    if len(labels) in BY_COUNT and all(label.casefold().startswith("label") for label in labels):
        return list(BY_COUNT[len(labels)])
    raise EncoderError(f"the labels {', '.join(labels)} do not say what is negative and what is positive")


def around(ask: Ask, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens within reach of the target; without a target those at the beginning."""
    first = next((place for place, token in enumerate(tokens) if touches(token, ask.places)), REACH_TOKENS)
    return tokens[max(0, first - REACH_TOKENS) : first + REACH_TOKENS]


def plain(tokens: Sequence[Token]) -> str:
    """The tokens as text again."""
    parts: list[str] = []
    end = None
    for token in tokens:
        parts.append(token.text if end in (None, token.start) else f" {token.text}")
        end = token.end
    return "".join(parts)


def target_of(ask: Ask, tokens: Sequence[Token]) -> str:
    """The words of the target, once."""
    return " ".join(dict.fromkeys(token.text for token in tokens if touches(token, ask.places)))
