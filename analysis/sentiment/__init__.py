"""Tone toward actors: the outlet's own voice and the voices it quotes apart."""

from analysis.sentiment.hub import load_classifier
from analysis.sentiment.reading import FromReading, ToneModel
from analysis.sentiment.stage import document_tone, score_actors, score_targets

__all__ = ["FromReading", "ToneModel", "document_tone", "load_classifier", "score_actors", "score_targets"]
