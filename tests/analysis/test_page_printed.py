"""The headline that readers see where the first-level heading of the page is spelt for search engines."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

# language, title for search engines, line above the headline, headline, body
PRINTED = (
    ("sv", "Nytt tak: bibliotekets nya tak läcker redan", "Bygget i Lillköping", "Bibliotekets nya tak läcker igen",
     "Regnet rann in på läsesalen redan under den första veckan, säger bibliotekarien i kommunen."),
    ("nb", "Nytt tak: bibliotekets nye tak lekker alt", "Bygget i Lillevik", "Bibliotekets nye tak lekker på nytt",
     "Regnet rant inn i lesesalen allerede i den første uken, sier bibliotekaren i kommunen."),
    ("nn", "Nytt tak: biblioteket sitt nye tak lek alt", "Bygget i Litlevik", "Biblioteket sitt nye tak lek på nytt",
     "Regnet rann inn i lesesalen alt i den første veka, seier bibliotekaren i kommunen."),
    ("da", "Nyt tag: bibliotekets nye tag er utæt", "Byggeriet i Lilleby", "Bibliotekets nye tag er utæt igen",
     "Regnen løb ind i læsesalen allerede i den første uge, siger bibliotekaren i kommunen."),
    ("ro", "Acoperiș nou: acoperișul bibliotecii curge deja", "Lucrări în oraș", "Noul acoperiș al bibliotecii curge",
     "Ploaia a intrat în sala de lectură încă din prima săptămână, spune bibliotecara din oraș."),
    ("en", "New roof: library roof leaks already", "Works in Littleton", "Library roof leaks again after the works",
     "Rain ran into the reading room in the very first week, the librarian of the town says."),
    ("de", "Neues Dach: Dach der Bibliothek schon undicht", "Bau im Ort", "Dach der Bibliothek ist wieder undicht",
     "Der Regen lief schon in der ersten Woche in den Lesesaal, sagt die Bibliothekarin der Stadt."),
    ("fr", "Toit neuf : le toit de la bibliothèque coule", "Travaux au bourg", "Le toit de la bibliothèque fuit",
     "La pluie est entrée dans la salle de lecture dès la première semaine, dit la bibliothécaire."),
)  # fmt: skip


def _page(path: str, head: str, body: str, title: str) -> ArticleInput:
    paragraphs = "".join(f"<p>{body} {number}.</p>" for number in ("A", "B", "C"))
    page = (
        f"<html><head><meta property='og:title' content='{title}'></head><body>{path}"
        f"<main><article>{head}<div>{paragraphs}</div></article></main></body></html>"
    )
    return ArticleInput(outlet="x", html=page)


@pytest.mark.parametrize(("language", "title", "above", "headline", "body"), PRINTED)
def test_the_heading_of_the_article_wins_over_that_in_the_path(
    language: str, title: str, above: str, headline: str, body: str
) -> None:
    path = f"<nav><ul><li><a href='/'>A</a></li><li><h1>{title}</h1></li></ul></nav>"
    head = f"<header><h2><span>{above}</span> <span>{headline}</span></h2></header>"
    article = clean(_page(path, head, body, title))
    assert article.headline == headline
    assert above not in article.text
    assert headline not in article.text


@pytest.mark.parametrize(("language", "title", "above", "headline", "body"), PRINTED)
def test_the_first_level_heading_at_the_head_of_the_article_is_its_headline(
    language: str, title: str, above: str, headline: str, body: str
) -> None:
    article = clean(_page("", f"<header><h1>{headline}</h1></header>", body, title))
    assert article.headline == headline


@pytest.mark.parametrize(("language", "title", "above", "headline", "body"), PRINTED)
def test_another_heading_is_none(language: str, title: str, above: str, headline: str, body: str) -> None:
    path = f"<nav><ul><li><h1>{title}</h1></li></ul></nav>"
    strange = f"<header><h2>{above} 1 2 3 4</h2></header>"
    assert clean(_page(path, strange, body, title)).headline == title
    within = f"<h1>{title}</h1><header><h2>{headline}</h2></header>"
    assert clean(_page("", within, body, title)).headline == title
    linked = f"<header><h2><a href='/b'>{headline}</a></h2></header>"
    assert clean(_page(path, linked, body, title)).headline == title


@pytest.mark.parametrize("dots", ["...", "…"])
def test_dots_of_another_place_are_none_of_the_headline(dots: str) -> None:
    _, _, _, headline, body = PRINTED[5]
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{headline}{dots}"}}</script>'
    article = clean(_page(data, f"<h1>{headline}</h1>", body, headline + dots))
    assert article.headline == headline
    assert clean(_page(data, f"<h1>{headline}{dots}</h1>", body, headline + dots)).headline == headline + dots
