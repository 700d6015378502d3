"""Tone toward actors: the outlet's own voice and the voices it quotes apart."""

from analysis.sentiment.head import ToneModel
from analysis.sentiment.hub import load_classifier
from analysis.sentiment.stage import document_tone, score_actors, score_targets

__all__ = ["ToneModel", "document_tone", "load_classifier", "score_actors", "score_targets"]
