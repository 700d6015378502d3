"""Vectors as little-endian float32, each with the identity of the encoder that made it."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection, delete, insert, select

from analysis.types import Embedding, Vectors
from api.store.tables import VECTORS

FORMAT = "<f4"


def save(connection: Connection, seq: int, embedding: Embedding) -> None:
    """Store an article's vectors, in place of earlier ones."""
    connection.execute(delete(VECTORS).where(VECTORS.c.article_seq == seq))
    connection.execute(
        insert(VECTORS).values(
            article_seq=seq,
            encoder=embedding.encoder,
            dimension=int(embedding.article.shape[-1]),
            article=_bytes(embedding.article),
            sentences=_bytes(embedding.sentences),
        )
    )


def load(connection: Connection, seq: int) -> Embedding:
    """An article's vectors."""
    row = connection.execute(select(VECTORS).where(VECTORS.c.article_seq == seq)).one()
    sentences = _array(row.sentences).reshape(-1, row.dimension)
    return Embedding(row.encoder, _array(row.article), sentences)


def _bytes(values: Vectors) -> bytes:
    return np.ascontiguousarray(values, dtype=FORMAT).tobytes()


def _array(stored: bytes) -> Vectors:
    return np.frombuffer(stored, dtype=FORMAT).astype(np.float32)
