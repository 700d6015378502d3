"""Markup that stands for characters: decoded in pasted text, spelt out in pages, blocks in the page's order."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import Article, ArticleInput

# ruff: noqa: E501
SAID = {
    "sv": ("Biblioteket i Lund stängs i höst, beslutade nämnden.", "Vi behöver ett nytt tak", "säger chefen Eva Holm."),
    "nb": ("Biblioteket i Molde stenges i høst, vedtok utvalget.", "Vi trenger et nytt tak", "sier lederen Eva Holm."),
    "nn": ("Biblioteket i Volda blir stengt i haust, vedtok utvalet.", "Vi treng eit nytt tak", "seier leiaren Eva Holm."),
    "da": ("Biblioteket i Ribe lukkes til efteråret, besluttede udvalget.", "Vi mangler et nyt tag", "siger lederen Eva Holm."),
    "ro": ("Biblioteca din Iași se închide la toamnă, a decis comisia.", "Avem nevoie de un acoperiș", "a spus directoarea Eva Holm."),
    "en": ("The library in Hythe closes this autumn, the board decided.", "We need a new roof", "manager Eva Holm said."),
    "de": ("Die Bücherei in Soest schließt im Herbst, beschloss der Rat.", "Wir brauchen ein neues Dach", "sagte Leiterin Eva Holm."),
    "fr": ("La bibliothèque de Dole fermera cet automne, a décidé la commission.", "Il faut un toit neuf", "a dit la directrice Eva Holm."),
}  # fmt: skip
MARKS = {"sv": "””", "nb": "«»", "nn": "«»", "da": "»«", "ro": "„”", "en": "“”", "de": "„“", "fr": "«»"}
each = pytest.mark.parametrize("code", sorted(SAID))


def page(code: str, body: str, title: str = "Nyhet 1") -> Article:
    return clean(ArticleInput("outlet", html=f"<html lang='{code}'><body><article><h1>{title}</h1>{body}</article></body></html>"))  # fmt: skip


@each
def test_a_quotation_element_becomes_the_marks_of_its_language(code: str) -> None:
    first, said, by = SAID[code]
    text = page(code, f"<p>{first}</p><p><q>{said}</q>, {by}</p>").text
    assert text.split("\n\n") == [first, f"{MARKS[code][0]}{said}{MARKS[code][1]}, {by}"]


@each
def test_soft_hyphens_and_hidden_spaces_of_a_page_are_no_text(code: str) -> None:
    first, said, by = SAID[code]
    hyphened = by.replace("Holm", "Ho&shy;l&#8203;m")
    text = page(code, f"<p>{first}</p><p>{said}, {hyphened}</p>").text
    assert text.split("\n\n") == [first, f"{said}, {by}"]


@each
def test_entities_and_tags_of_pasted_text_are_decoded(code: str) -> None:
    first, said, by = SAID[code]
    escaped = f"&lt;p&gt;{first}&lt;/p&gt;&lt;p&gt;&amp;ldquo;{said}&amp;rdquo;, &lt;b&gt;{by}&lt;/b&gt;&lt;/p&gt;"
    assert clean(ArticleInput("outlet", text=escaped)).text.split("\n\n") == [first, f"“{said}”, {by}"]
    assert clean(ArticleInput("outlet", text=escaped, clean=False)).text == escaped


@pytest.mark.parametrize("text", ["Berg & Dal; R&D växer", "A < B och B > C", "&nosuchthing; står kvar"])
def test_what_is_no_markup_stays(text: str) -> None:
    assert clean(ArticleInput("outlet", text=f"{text} i hela landet.")).text == f"{text} i hela landet."


@each
def test_a_short_page_keeps_its_blocks_and_their_order(code: str) -> None:
    first, said, by = SAID[code]
    body = f"<p class='teaser summary'>{first}</p>{said} 1<div><p>{by}<br>{said} 2</p></div>"
    assert page(code, body).text.split("\n\n") == [first, f"{said} 1", by, f"{said} 2"]
