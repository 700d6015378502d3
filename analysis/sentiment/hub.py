"""Any sequence-classification model as the reader of tone, instead of the shipped one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from analysis.errors import EncoderError
from analysis.sentiment.contexts import Context
from analysis.sentiment.reading import Reading
from analysis.types import Vectors

BATCH = 32
LONGEST = 256
"""Tokens a context is cut to; contexts hold at most 72 words."""
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

    def read(self, contexts: Sequence[Context]) -> list[Reading]:
        """Probabilities of negative, neutral and positive; all words of a context count alike."""
        import torch

        out: list[Reading] = []
        for start in range(0, len(contexts), BATCH):
            batch = contexts[start : start + BATCH]
            encoded = self._tokenizer(
                [plain(context) for context in batch],
                [target_of(context) for context in batch],
                padding=True,
                truncation="only_first",
                max_length=LONGEST,
                return_tensors="pt",
            )
            with torch.inference_mode():
                chances = torch.softmax(self._model(**encoded).logits, dim=1).numpy()
            out.extend(map(self._reading, batch, chances))
        return out

    def _reading(self, context: Context, chances: Vectors) -> Reading:
        shares = np.zeros(3, dtype=np.float32)
        np.add.at(shares, self._classes, chances)
        alike = np.full(len(context.tokens), 1.0 / len(context.tokens), dtype=np.float32)
        return Reading(shares, alike, float(shares[2] - shares[0]))


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


def plain(context: Context) -> str:
    """The context as text again."""
    parts: list[str] = []
    end = None
    for token in context.tokens:
        parts.append(token.text if end in (None, token.start) else f" {token.text}")
        end = token.end
    return "".join(parts)


def target_of(context: Context) -> str:
    """The words of the target, once."""
    words = [token.text for token, own in zip(context.tokens, context.target, strict=True) if own]
    return " ".join(dict.fromkeys(words))
