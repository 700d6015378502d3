"""Paragraphs with their roles, sentences and tokens of an article."""

from __future__ import annotations

from analysis.segmentation.paragraphs import find_paragraphs
from analysis.segmentation.sentences import split_sentences
from analysis.segmentation.tokens import tokenise
from analysis.types import Article, Document, Paragraph, Role, Sentence

__all__ = ["segment"]


def segment(article: Article) -> Document:
    """Segment an article.

    Sentences and paragraphs are trimmed, ordered and do not overlap; a sentence lies inside one paragraph, and every
    word lies in one sentence. In a text of one paragraph the first of several sentences is the lead. Linear in the
    length of the text. The rules are the same in every language; abbreviations, months and function words are
    the language's own, and an unsupported language goes without them.
    """
    text, language = article.text, article.language.code
    paragraphs = find_paragraphs(article)
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        for start, end in split_sentences(text, paragraph.start, paragraph.end, language):
            sentences.append(Sentence(len(sentences), start, end, _role(paragraph, len(paragraphs), start)))
    tokens = tuple(tokenise(text, language))
    return Document(
        article,
        paragraphs,
        tuple(sentences),
        tokens,
        tuple(token.start for token in tokens),
        tuple(sentence.start for sentence in sentences),
    )


def _role(paragraph: Paragraph, paragraphs: int, start: int) -> Role:
    if paragraphs == 1 and paragraph.role == "lead" and start > paragraph.start:
        return "body"
    return paragraph.role
