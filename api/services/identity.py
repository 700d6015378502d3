"""Ids and hashes: the same article of an outlet has the same id wherever it is stored."""

from __future__ import annotations

from hashlib import sha256

from analysis.text import compose
from analysis.types import ArticleInput

ID_DIGITS = 16


def input_hash(source: ArticleInput) -> str:
    """Hash of what came in, for recognising it before it is analysed."""
    form = "html" if source.text is None else f"text:{source.clean}"
    return digest(form, _normalised(source.text or source.html or ""))


def text_hash(text: str) -> str:
    """Hash of an article's cleaned text; neither spaces nor Unicode normalisation make a difference."""
    return digest(_normalised(text))


def article_id(outlet: str, hashed: str, attempt: int = 0) -> str:
    """Id of an article from its outlet and the hash of its text."""
    return "art-" + digest(outlet, hashed, str(attempt))[:ID_DIGITS]


def story_id(article: str, attempt: int = 0) -> str:
    """Id of the story that an article founds."""
    suffix = "" if attempt == 0 else f"-{attempt + 1}"
    return "story-" + article.removeprefix("art-") + suffix


def digest(*parts: str) -> str:
    """Hash of a tuple of strings."""
    joined = sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        joined.update(str(len(encoded)).encode() + b":" + encoded)
    return joined.hexdigest()


def _normalised(text: str) -> str:
    return " ".join(compose(text).split())
