"""English news texts of about 600 words, written for the project, in as many arrangements as a benchmark needs."""

from __future__ import annotations

from pathlib import Path

PARAGRAPHS = tuple(
    line for line in (Path(__file__).parent / "articles" / "en.txt").read_text(encoding="utf-8").splitlines() if line
)
WORDS = 600


def articles(count: int) -> list[str]:
    """``count`` texts of about 600 words, each a different run of the paragraphs and so a different text."""
    return [_article(number) for number in range(count)]


def _article(number: int) -> str:
    step = 1 + 2 * (number // len(PARAGRAPHS) % (len(PARAGRAPHS) // 2))
    chosen: list[str] = []
    words = 0
    position = number
    while words < WORDS:
        paragraph = PARAGRAPHS[position % len(PARAGRAPHS)]
        chosen.append(paragraph)
        words += len(paragraph.split())
        position += step
    return "\n\n".join(chosen)
