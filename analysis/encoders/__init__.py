"""Sentence encoders: sentences and articles as unit vectors that mean the same in every language."""

from __future__ import annotations

from analysis.encoders.articles import article_vector, embed_article, require_same_encoder, weight
from analysis.encoders.calibration import Calibration
from analysis.encoders.loading import LoadedEncoder, load_encoder

__all__ = [
    "Calibration",
    "LoadedEncoder",
    "article_vector",
    "embed_article",
    "load_encoder",
    "require_same_encoder",
    "weight",
]
