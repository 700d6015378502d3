"""What pages set below an article or in boxes within it: authors, letters, things to read; which title is its own."""

from __future__ import annotations

import json

import pytest

from analysis.cleaning import clean
from analysis.types import Article, ArticleInput
from tests.analysis.pages import PAGES

LANGUAGES = sorted(PAGES)
ENDS = {
    "sv": ("Artikeln är uppdaterad 4 mars 2025.", "Läs också", "Stöd oberoende journalistik!"),
    "nb": ("Saken er oppdatert 4. mars 2025.", "Les også", "Støtt uavhengig journalistikk!"),
    "nn": ("Saka er oppdatert 4. mars 2025.", "Les også", "Støtt uavhengig journalistikk!"),
    "da": ("Artiklen er opdateret 4. marts 2025.", "Læs også", "Støt uafhængig journalistik!"),
    "ro": ("Articol actualizat la 4 martie 2025.", "Citește și", "Susține jurnalismul independent!"),
    "en": ("Article updated on 4 March 2025.", "Read also", "Support independent journalism!"),
    "de": ("Artikel aktualisiert am 4. März 2025.", "Lesen Sie auch", "Unterstützen Sie unabhängigen Journalismus!"),
    "fr": ("Article mis à jour le 4 mars 2025.", "À lire aussi", "Soutenez le journalisme indépendant !"),
}


def read(body: str, head: str = "", attributes: str = "") -> Article:
    return clean(ArticleInput("outlet", html=f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))


def paragraphs(language: str) -> str:
    return "".join(f"<p>{text}</p>" for text in PAGES[language].paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_of_the_update_and_a_call_for_support_are_no_lines_of_the_article(language: str) -> None:
    page, (note, _, call) = PAGES[language], ENDS[language]
    body = f"<article><h1>{page.headline}</h1><p>{note}</p>{paragraphs(language)}<p>{call}</p></article>"
    article = read(body, attributes=f"lang='{language}'")
    assert article.text.split("\n\n") == list(page.paragraphs)
    assert article.updated_at is not None
    assert article.updated_at.value == "2025-03-04"


@pytest.mark.parametrize("language", LANGUAGES)
def test_things_to_read_go_though_they_are_sentences(language: str) -> None:
    page, (_, label, _) = PAGES[language], ENDS[language]
    first = f"<p>{label} Ola Ek, « <a href='/a'>{page.headline}</a> », Mars, 2018.</p>"
    last = "".join(f"<p>Mars {n}: <a href='/{n}'>{page.headline}</a>. 12 kr.</p>" for n in (2,))
    own = paragraphs(language)
    more = "".join(f"<p>{text} {text}</p>" for text in page.paragraphs)
    body = f"<article><h1>{page.headline}</h1>{first}{own}{more}<p>{label}:</p>{last}</article>"
    text = read(body, attributes=f"lang='{language}'").text
    assert "Ola Ek" not in text
    assert "Mars" not in text
    assert text.split("\n\n")[:4] == list(page.paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_with_a_field_for_an_address_is_an_offer_of_letters(language: str) -> None:
    page = PAGES[language]
    form = "<form><input type='email' name='adr'></form>"
    box = f"<section class='p-4'><h3>{page.headline} 2</h3><p>{page.headline}, {page.headline}.</p>{form}</section>"
    first, rest = paragraphs(language).split("</p>", 1)
    body = f"<article><h1>{page.headline}</h1><div>{first}</p>{box}{rest}{rest}</div></article>"
    text = read(body).text
    assert f"{page.headline}," not in text
    assert page.paragraphs[3] in text


@pytest.mark.parametrize(
    ("label", "language"), [("Die Autorin", "de"), ("L'autrice", "fr"), ("About the author", "en")]
)
def test_lines_below_the_author_go_however_long(label: str, language: str) -> None:
    page = PAGES[language]
    life = "Ida Elm (*1961) 1990 Hull, 1999 Leeds; she is a gardener in York and has written four books on roses."
    body = f"<article><h1>{page.headline}</h1>{paragraphs(language) * 2}<h2>{label}</h2><p>{life}</p></article>"
    assert "Elm" not in read(body, attributes=f"lang='{language}'").text


def test_lines_without_letters_go() -> None:
    body = f"<article><h1>Library stays open</h1><p>_____</p>{paragraphs('en')}<p>* * *</p></article>"
    assert read(body).text.split("\n\n") == list(PAGES["en"].paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("data", "shared", "printed"), [("A", "B", "C"), ("A", "A", "A"), ("A", "C", "C"), ("A C", "B", "A C")]
)
def test_where_all_titles_differ_the_printed_one_is_the_headline(
    language: str, data: str, shared: str, printed: str
) -> None:
    titles = {letter: f"{PAGES[language].headline} {letter}" for letter in (data, shared)}
    heading = f"{PAGES[language].headline} C".removeprefix(" ")
    if data == "A C":
        titles[data] = f"Wick: {heading}"
        printed_title = titles[data]
    else:
        printed_title = heading if printed == "C" else titles[printed]
    linked = json.dumps({"@type": "NewsArticle", "headline": titles[data]})
    head = f"<meta property='og:title' content='{titles[shared]}'><script type='application/ld+json'>{linked}</script>"
    assert read(f"<article><h1>{heading}</h1>{paragraphs(language)}</article>", head).headline == printed_title


def test_the_order_of_a_date_is_that_of_the_declared_language_of_the_markup() -> None:
    body = f"<article><h1>Library stays open</h1><div><span>02/10/2020 Ann Oak</span></div>{paragraphs('en')}</article>"
    shown = read(body, attributes="xml:lang='en-GB'").published_at
    assert shown is not None
    assert shown.value == "2020-10-02"
    assert read(body).published_at is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_wrote_it_is_no_line_of_the_article(language: str) -> None:
    page = PAGES[language]
    linked = json.dumps({"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Kim Elm"}]})
    head = f"<script type='application/ld+json'>{linked}</script>"
    bio = "<div class='author-bio'><p>Kim has sold roses in York for as long as anybody can think back.</p></div>"
    own = paragraphs(language)
    article = read(f"<article><h1>{page.headline}</h1>{own}{bio}<p>Kim ELM</p></article>", head)
    assert article.text.split("\n\n") == list(page.paragraphs)
    assert read(f"<article><h1>{page.headline}</h1>{own}<p>(kie)</p></article>").text.endswith(page.paragraphs[3])
    assert read(f"<article><h1>{page.headline}</h1>{own}<p>(dpa)</p></article>").text.endswith("(dpa)")


@pytest.mark.parametrize(
    ("language", "credit"),
    [
        ("de", "Aus dem Englischen von Kim Elm"),
        ("fr", "Traduit de l'anglais par Kim Elm"),
        ("en", "Translated by Kim Elm"),
        ("sv", "Översatt av Kim Elm"),
        ("da", "Oversat af Kim Elm"),
        ("nb", "Oversatt av Kim Elm"),
        ("nn", "Omsett av Kim Elm"),
        ("ro", "Traducere de Kim Elm"),
        ("en", "Copyright © 2024 The Hull Courier, Ltd."),
    ],
)
def test_who_translated_it_and_the_path_to_the_page_go(language: str, credit: str) -> None:
    page = PAGES[language]
    path = f"<p>Home &gt; York &gt; {page.headline}</p>"
    article = read(f"<div>{path}<h1>{page.headline}</h1>{paragraphs(language)}<p>{credit}</p></div>")
    assert article.text.split("\n\n") == list(page.paragraphs)
