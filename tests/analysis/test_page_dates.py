"""Dates that a page gives only under seldom names, in a list of facts, at its foot, or before a reading time."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

# language, headline, body, line with the date, line with the label for it at the foot
TOLD = (
    ("sv", "Färjan får en ny brygga", "Färjan till Lillön får en ny brygga i vår, säger hamnchefen i kommunen.",
     "Lagt upp 13 maj 2026 kl. 15.44", "Datum 13 maj 2026"),
    ("nb", "Fergen får ny brygge", "Fergen til Lilleøya får en ny brygge til våren, sier havnesjefen i kommunen.",
     "Lagt ut 13. mai 2026 kl. 15.44", "Dato 13.05.2026"),
    ("nn", "Ferja får ny bryggje", "Ferja til Litleøya får ei ny bryggje til våren, seier hamnesjefen i kommunen.",
     "Lagt ut 13. mai 2026 kl. 15.44", "Dato 13.05.2026"),
    ("da", "Færgen får en ny bro", "Færgen til Lilleø får en ny bro til foråret, siger havnechefen i kommunen.",
     "Udgivet 13. maj 2026 kl. 15.44", "Dato 13.05.2026"),
    ("ro", "Feribotul are un ponton nou", "Feribotul spre insulă primește un ponton nou la primăvară, spune șeful.",
     "Postat la 13 mai 2026, 15:44", "Data 13.05.2026"),
    ("en", "Ferry gets a new pier", "The ferry to Little Isle gets a new pier in spring, says the harbour master.",
     "Published on 13 May 2026 at 15:44", "Date 13 May 2026"),
    ("de", "Fähre bekommt neuen Steg", "Die Fähre zur Kleininsel bekommt im Frühling einen Steg, sagt der Hafenchef.",
     "Veröffentlicht am 13. Mai 2026 um 15:44", "Datum 13.05.2026"),
    ("fr", "Le bac a un ponton neuf", "Le bac vers la petite île aura un ponton neuf au printemps, dit le chef.",
     "Mis en ligne le 13 mai 2026 à 15h44", "Date 13.05.2026"),
)  # fmt: skip
NAMES = ("article:published:time", "date", "DC.date", "dc:date", "parsely-pub-date", "sailthru.date", "DC.date.issued")
NEXT = "<li>Ann Berg</li>"


def _page(language: str, title: str, body: str, under: str = "", meta: str = "", foot: str = "") -> ArticleInput:
    paragraphs = "".join(f"<p>{body} {number}.</p>" for number in ("A", "B", "C"))
    page = (
        f"<html lang='{language}'><head>{meta}</head><body><main><h1>{title}</h1>{under}"
        f"<div>{paragraphs}</div>{foot}</main></body></html>"
    )
    return ArticleInput(outlet="x", html=page)


@pytest.mark.parametrize("name", NAMES)
def test_a_date_of_publication_is_read_under_every_name_it_goes_by(name: str) -> None:
    meta = f"<meta name='{name}' content='2026-05-13T15:44:00Z'><meta name='review-date' content='2020-01-01'>"
    article = clean(_page("en", *TOLD[5][1:3], meta=meta))
    assert article.published_at is not None
    assert article.published_at.value == "2026-05-13T15:44:00Z"


def test_the_surest_name_wins_and_change_is_told_apart() -> None:
    meta = (
        "<meta name='sailthru.date' content='2026-01-01'><meta property='article:modified:time' content='2026-05-14'>"
        "<meta name='article:published_time' content='2026-05-13'>"
    )
    article = clean(_page("en", *TOLD[5][1:3], meta=meta))
    assert article.published_at is not None
    assert article.updated_at is not None
    assert (article.published_at.value, article.updated_at.value) == ("2026-05-13", "2026-05-14")


@pytest.mark.parametrize(("language", "title", "body", "line", "_"), TOLD)
def test_a_list_of_facts_under_the_headline_has_the_date(
    language: str, title: str, body: str, line: str, _: str
) -> None:
    article = clean(_page(language, title, body, under=f"<ul><li>{line}</li>{NEXT}</ul>"))
    assert article.published_at is not None
    assert article.published_at.value == "2026-05-13T15:44"
    assert "2026" not in article.text


@pytest.mark.parametrize(("language", "title", "body", "_", "line"), TOLD)
def test_a_list_of_facts_at_the_foot_has_the_date(language: str, title: str, body: str, _: str, line: str) -> None:
    article = clean(_page(language, title, body, foot=f"<ul><li><b>{line[:5]}</b>{line[5:]}</li>{NEXT}</ul>"))
    assert article.published_at is not None
    assert article.published_at.value == "2026-05-13"


def test_a_list_of_other_articles_has_no_date() -> None:
    foot = "<ul><li>Date 13 May 2026</li><li>Date 11 May 2026</li></ul>"
    assert clean(_page("en", *TOLD[5][1:3], foot=foot)).published_at is None
    under = "<ul><li>13 May 2026</li><li>11 May 2026</li></ul>"
    assert clean(_page("en", *TOLD[5][1:3], under=under)).published_at is None


@pytest.mark.parametrize("minutes", ["4 min.", "Lästid 4 min.", "Lesezeit 4 Min.", "Temps de lecture 4 min."])
def test_a_date_before_a_reading_time_is_read(minutes: str) -> None:
    article = clean(_page("de", *TOLD[6][1:3], under=f"<p><span>13.05.2026</span>, <span>{minutes}</span></p>"))
    assert article.published_at is not None
    assert article.published_at.value == "2026-05-13"
