"""Tone toward actors: the outlet's own voice and the voices it quotes apart."""

from analysis.sentiment.stage import document_tone, score_actors, score_targets

__all__ = ["document_tone", "score_actors", "score_targets"]
