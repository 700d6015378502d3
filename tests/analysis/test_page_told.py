"""Boxes and quotations that go on telling an article, and lines on sharing, subscribing and paid links in its midst."""

from __future__ import annotations

import json

import pytest

from analysis.cleaning import clean
from analysis.types import Article, ArticleInput
from tests.analysis.pages import PAGES

LANGUAGES = sorted(PAGES)
WALLS = {
    "sv": ("Kopiera länken", "Läs vidare i kväll. Redan prenumerant? Logga in", "Artikeln innehåller annonslänkar."),
    "nb": ("Kopier lenken", "Les videre i kveld. Allerede abonnent? Logg inn", "Saken inneholder annonselenker."),
    "nn": ("Kopier lenkja", "Les vidare i kveld. Allereie abonnent? Logg inn", "Saka inneheld annonselenkjer."),
    "da": ("Kopier linket", "Læs videre i aften. Allerede abonnent? Log ind", "Artiklen indeholder reklamelinks."),
    "ro": ("Copiază link", "Citește mai departe. Ești deja abonat? Intră", "Acest articol conține linkuri afiliate."),
    "en": ("Copy the link", "Read on tonight. Already a member? Sign in", "This article contains affiliate links."),
    "de": ("Link teilen", "Heute weiterlesen. Bereits Abonnentin? Los", "Dieser Artikel enthält Affiliate-Links."),
    "fr": ("Partager le lien", "Lisez ce soir. Déjà membre ? Entrez", "Cet article contient des liens affiliés."),
}


def read(body: str, head: str = "") -> Article:
    return clean(ArticleInput("outlet", html=f"<html><head>{head}</head><body>{body}</body></html>"))


def paragraphs(language: str) -> list[str]:
    return [f"<p>{text}</p>" for text in PAGES[language].paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_on_sharing_and_subscribing_go_from_the_midst_of_a_text(language: str) -> None:
    first, second, third, fourth = PAGES[language].paragraphs
    share, wall, _ = WALLS[language]
    text = "\n\n".join([first, second, share, wall, third, fourth])
    assert clean(ArticleInput("outlet", text=text)).text.split("\n\n") == [first, second, third, fourth]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_on_paid_links_goes_from_the_end(language: str) -> None:
    page, note = PAGES[language], WALLS[language][2]
    article = read(f"<article><h1>{page.headline}</h1>{''.join(paragraphs(language))}<p>{note}</p></article>")
    assert article.text.split("\n\n") == list(page.paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_goes_behind_its_label_and_where_it_stands_again(language: str) -> None:
    page = PAGES[language]
    own = "".join(paragraphs(language) * 2)
    body = f"<article><h1><span>Mars :</span>{page.headline}</h1>{own}<p>{page.headline}</p></article>"
    text = read(body, f"<title>{page.headline}</title>").text
    assert page.headline not in text
    assert text.split("\n\n")[:4] == list(page.paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_set_apart_in_a_figure_are_the_articles(language: str) -> None:
    first, second, third, fourth = paragraphs(language)
    said = "Mars 2019 Mars Mars Ola Ek Mars Mars Ola Ek Mars."
    quote = f"<figure><blockquote class='said'><p class='said'>{said}</p></blockquote></figure>"
    body = f"<article><h1>{PAGES[language].headline}</h1>{first}{second}{quote}{third}{fourth}</article>"
    assert read(body).text.split("\n\n")[2] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_box_with_speech_among_the_paragraphs_goes_on_telling(language: str) -> None:
    page = PAGES[language]
    own = paragraphs(language)
    said = "".join(f"<p>«Mars {n} Ola Ek Mars Mars Ola Ek Mars Mars Ola Ek Mars Mars.»</p>" for n in (1, 2))
    box = f"<div class='foldable'><h2>Mars Ola Ek?</h2><div>{said}</div></div>"
    text = read(f"<article><h1>{page.headline}</h1>{''.join(own)}{box}{''.join(own)}</article>").text
    assert "Mars Ola Ek?" in text
    assert "Mars 2 Ola Ek" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_data_run_together_is_parted_as_the_page_shows_it(language: str) -> None:
    page = PAGES[language]
    data = json.dumps({"@type": "NewsArticle", "headline": page.headline, "articleBody": " ".join(page.paragraphs)})
    shown = "<br><br>".join(page.paragraphs)
    head = f"<script type='application/ld+json'>{data}</script>"
    article = read(f"<h1>{page.headline}</h1><div>{shown}</div>", head)
    assert article.text.split("\n\n") == list(page.paragraphs)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Erschienen am: 01.03.2025", "2025-03-01"),
        ("Publié le 1 mars 2025", "2025-03-01"),
        ("Publicerad 1 mars 2025", "2025-03-01"),
        ("Publisert 1. mars 2025", "2025-03-01"),
        ("Publicat la 1 martie 2025", "2025-03-01"),
        ("Published on 1 March 2025", "2025-03-01"),
        ("1 March 2025", None),
    ],
)
def test_a_date_at_the_foot_counts_where_it_says_what_it_is(line: str, date: str | None) -> None:
    page = PAGES["en"]
    body = f"<div><h1>{page.headline}</h1>{''.join(paragraphs('en'))}</div><div><p>Ola Ek</p><p>Mars</p><p>x</p>"
    found = read(f"{body}<p>{line}</p></div>").published_at
    assert (found.value if found else None) == date
    two = f"{body}<p>{line}</p><p>Published on 5 May 2024</p></div>"
    assert date is None or read(two).published_at is None


def test_a_question_with_an_address_at_the_end_asks_readers_to_write() -> None:
    page = PAGES["en"]
    call = "Do you know more about this? Write to: desk@paper.example"
    article = read(f"<article><h1>{page.headline}</h1>{''.join(paragraphs('en'))}<p>{call}</p></article>")
    assert article.text.split("\n\n") == list(page.paragraphs)
    assert (call, "comments") in [(one.text, one.reason) for one in article.removed]
