"""The tagger as it is trained: hash embeddings, residual convolutions, a conditional random field on top."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from analysis.actors.features import FIXED, ROWS
from analysis.actors.vocabulary import VALUES, place
from analysis.training.names.batches import Batch
from analysis.training.names.corpus import LANGUAGES, SETS, TAGS

EMBEDDING = 96
WIDTH = 128
DILATIONS = (1, 1, 2, 2)


class SharedDropout(nn.Module):
    """Hides the same features throughout a sentence (Gal & Ghahramani 2016), which also costs less."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) >= self.share
        return x * keep / (1 - self.share)


class Block(nn.Module):
    """Three neighbouring tokens in, one vector out."""

    def __init__(self, size: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.linear = nn.Linear(3 * size, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        d = self.dilation
        zeros = x.new_zeros(x.shape[0], d, x.shape[2])
        left = torch.cat([zeros, x[:, :-d]], 1)[:, : x.shape[1]]
        right = torch.cat([x[:, d:], zeros], 1)[:, : x.shape[1]]
        out: Tensor = self.dropout(torch.relu(self.norm(self.linear(torch.cat([left, x, right], 2)))))
        return out


class Tagger(nn.Module):
    """Scores of every tag for every token; ``columns`` is the width of the vocabulary."""

    def __init__(self, columns: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.table = nn.Embedding(ROWS + columns * (VALUES + 1), EMBEDDING)
        self.language = nn.Embedding(len(LANGUAGES) + 1, EMBEDDING)
        self.style = nn.Embedding(len(SETS) + 1, EMBEDDING)
        for layer in (self.table, self.language, self.style):
            nn.init.normal_(layer.weight, std=0.1)
        self.norm = nn.LayerNorm(EMBEDDING)
        self.dropout = SharedDropout(dropout)
        sizes = (EMBEDDING, *(WIDTH for _ in DILATIONS[1:]))
        self.blocks = nn.ModuleList(Block(size, d, dropout) for size, d in zip(sizes, DILATIONS, strict=True))
        self.out = nn.Linear(WIDTH, len(TAGS))
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))

    def vectors(self, batch: Batch, hidden: float = 0.0) -> Tensor:
        """Summed feature rows of every token.

        For a ``hidden`` share of the words the rows of the word itself are left out, and for another such share of
        them what the vocabulary says.
        """
        fixed = batch.fixed
        if hidden:
            unknown = torch.tensor([ROWS + place(column, VALUES) for column in range(fixed.shape[1] - FIXED)])
            known = torch.rand(len(fixed), 1) >= hidden
            fixed = torch.cat([fixed[:, :FIXED], torch.where(known, fixed[:, FIXED:], unknown)], 1)
        rows = F.embedding(fixed, self.table.weight)
        if hidden:
            keep = (torch.rand(rows.shape[0], 1, 1) >= hidden).float()
            rows = torch.cat([rows[:, :2] * keep, rows[:, 2:]], 1)
        grams = F.embedding_bag(batch.grams, self.table.weight, batch.offsets, mode="mean")
        return (rows.sum(1) + 2 * grams)[batch.types]

    def forward(self, vectors: Tensor, language: Tensor, style: Tensor, mask: Tensor) -> Tensor:
        """``vectors`` are the summed feature rows (batch, time, EMBEDDING); ``mask`` is 1 for real tokens."""
        context = self.language(language) + self.style(style)
        x = self.dropout(self.norm(vectors + context[:, None])) * mask[:, :, None]
        for index, block in enumerate(self.blocks):
            h = block(x)
            x = (h if index == 0 else x + h) * mask[:, :, None]
        scores: Tensor = self.out(x)
        return scores

    def loss(self, scores: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of all taggings that the marks allow, per token.

        ``allowed`` is 1 for tags that a token may have; marginalising over them leaves out what is unsure.
        """
        free = self._partition(scores, mask)
        bound = self._partition(scores.masked_fill(allowed == 0, -1e4), mask)
        return (free - bound).sum() / mask.sum()

    def _partition(self, scores: Tensor, mask: Tensor) -> Tensor:
        rows, real = scores.unbind(1), (mask > 0).unbind(1)
        alpha = rows[0] + self.start
        for row, here in zip(rows[1:], real[1:], strict=True):
            new = torch.logsumexp(alpha[:, :, None] + self.transitions, 1) + row
            alpha = torch.where(here[:, None], new, alpha)
        return torch.logsumexp(alpha, 1)
