"""The article's own text, out of pages and pasted text, with everything that was removed and why."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.cleaning.headlines import find_headline
from analysis.cleaning.limits import cleaned
from analysis.cleaning.lines import Piece
from analysis.cleaning.markup import unmarked
from analysis.cleaning.plain import assemble, find_pieces, normalise
from analysis.cleaning.published import month_order, read_dates
from analysis.cleaning.reasons import BEYOND, REASONS
from analysis.dates import parse_input
from analysis.errors import EmptyTextError, InputError
from analysis.languages import detect
from analysis.text import check_characters, check_text, has_words, squeeze
from analysis.types import Article, ArticleInput, Removed

__all__ = ["REASONS", "clean"]

ONLY_BOILERPLATE = "Nothing but page furniture was found: menus, dates, captions, links, but no article."


def clean(source: ArticleInput) -> Article:
    """The article in what came in.

    From HTML or from text as it is copied from a page; every word that is not in ``Article.text`` is in
    ``Article.removed`` with one of ``REASONS``. With ``clean=False`` the text stays as it is, character by character;
    headline, language and date are still read. A headline and a date the caller gives win over those of the page.
    Raises EmptyTextError without words or with nothing but boilerplate, and the other kinds of InputError.
    """
    if (source.text is None) == (source.html is None):
        raise InputError("An article has either text or html.", "/text")
    given = parse_input(source.published_at)
    headline = None if source.headline is None else squeeze(check_characters(source.headline, "/headline")) or None
    if source.html is not None:
        from analysis.cleaning.html import clean_html  # lxml and trafilatura only for those who send pages

        return clean_html(source, given, headline)
    text = check_text(source.text or "")
    whole = text if not source.clean else normalise(unmarked(text))
    page = cleaned(whole)
    pieces = find_pieces(page, headline, lambda: detect(page, source.language).code)
    dated = [piece for piece in pieces if piece.reason == "date_line"]
    removed: tuple[Removed, ...] = ()
    stamps = [(page[piece.start : piece.end], piece.zone == "top") for piece in dated]
    published, updated = read_dates(stamps, month_order(detect(page, source.language).code) if dated else None)
    if source.clean:
        text, removed = assemble(page, pieces)
        removed = (*removed, *_beyond(whole[len(page) :]))
        if not has_words(text):
            raise EmptyTextError(ONLY_BOILERPLATE, "/text")
    own = [page[piece.start : piece.end] for piece in pieces if not piece.reason]
    return Article(
        outlet=source.outlet,
        text=text,
        language=detect(text, source.language),
        headline=headline or find_headline(own, _is_dated(pieces)),
        url=source.url,
        published_at=given or published,
        updated_at=updated,
        external_id=source.external_id,
        removed=removed,
    )


def _is_dated(pieces: Sequence[Piece]) -> bool:
    """Whether a date stands right below the first line that is the article's own."""
    first = next((index for index, piece in enumerate(pieces) if not piece.reason), len(pieces))
    return first + 1 < len(pieces) and pieces[first + 1].reason == "date_line"


def _beyond(rest: str) -> tuple[Removed, ...]:
    """What lies beyond the lines that are cleaned, of which nothing would be read."""
    return (Removed(rest.strip(), BEYOND),) if rest.strip() else ()
