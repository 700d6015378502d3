"""Headings, lists and links among the paragraphs of an article: its own stay, what leads elsewhere goes."""

from __future__ import annotations

import json

import pytest

from analysis.cleaning import clean
from analysis.cleaning.beside import with_neighbours
from analysis.cleaning.html import _parse
from analysis.cleaning.related import without_contents, without_links
from analysis.types import ArticleInput
from tests.analysis.pages import PAGES

LANGUAGES = sorted(PAGES)


def parts(language: str) -> tuple[str, list[str]]:
    """Headline and paragraphs, each long enough to be counted."""
    page = PAGES[language]
    return page.headline, list(page.paragraphs)


def boxed(language: str, *between: str) -> tuple[list[str], str]:
    """The paragraphs that were found, and a page that holds them in one box with something after the second."""
    title, own = parts(language)
    first, second, third, fourth = (f"<p>{text}</p>" for text in own)
    return own, f"<html><body><h1>{title}</h1><div>{first}{second}{''.join(between)}{third}{fourth}</div></body></html>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_lists_between_paragraphs_come_back_in_their_places(language: str) -> None:
    title, own = parts(language)
    heading, items = title + " 2", [f"{title} {number}" for number in (3, 4)]
    listed = "".join(f"<li>{item}</li>" for item in items)
    found, page = boxed(language, f"<h5><span class='time'>{heading}</span></h5>", f"<div><ul>{listed}</ul></div>")
    assert with_neighbours(found, _parse(page), [title]) == [*own[:2], heading, *(f"• {i}" for i in items), *own[2:]]


@pytest.mark.parametrize(
    "between",
    [
        "<h3><a href='/a'>Another headline that leads elsewhere</a></h3>",
        "<ul class='share'><li>Tell a friend</li><li>Print this page</li></ul>",
        "<ul><li><a href='/a'>One other headline</a></li><li><a href='/b'>Two other headlines</a></li></ul>",
        "<div><h4>Two words from our shop</h4><p>Buy our calendar with pictures of the sea.</p></div>",
    ],
)
def test_what_is_named_for_something_else_or_leads_elsewhere_stays_out(between: str) -> None:
    found, page = boxed("en", between)
    assert with_neighbours(found, _parse(page), [parts("en")[0]]) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_marked_up_like_the_others_come_back(language: str) -> None:
    title, own = parts(language)
    rows = "".join(f"<div><p class='text'>{text}</p></div>" for text in own)
    lost = own[2] if len(own[2].split()) > 12 else own[0]
    kept = [text for text in own if text != lost]
    page = f"<html><body><h1>{title}</h1><div>{rows}</div></body></html>"
    assert set(with_neighbours(kept, _parse(page), [title])) in ({*own}, {*kept})
    if own.index(lost) == 2 and sum(len(text.split()) >= 8 for text in kept) == 3:
        assert with_neighbours(kept, _parse(page), [title]) == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_and_lists_that_lead_elsewhere_go(language: str) -> None:
    title, own = parts(language)
    other = f"{title} 2"
    lists = f"<ul><li><b>{title.split()[0]}:</b> <a href='/a'>{other}</a></li><li><a href='/b'>{other} 3</a></li></ul>"
    found, page = boxed(language, f"<p><a href='/c'>{other} 4</a></p>", lists)
    rest = [*own[2:], *own]
    whole = [*own[:2], f"{other} 4", f"• {title.split()[0]}: {other}", f"• {other} 3", *rest]
    assert without_links(_parse(page), whole, [title]) == [*own[:2], *rest]
    assert without_links(_parse(page), found, [title]) == own


def test_sentences_headings_and_a_text_about_links_stay() -> None:
    own, page = boxed("en", "<h2><a href='/c'>What the report says</a></h2>", "<p><a href='/d'>It is all here.</a></p>")
    whole = [*own[:2], "What the report says", "It is all here.", *own[2:]]
    assert without_links(_parse(page), whole, []) == whole
    links = [f"A page on gardens number {number}" for number in range(5)]
    rows = "".join(f"<p><a href='/{link[-1]}'>{link}</a></p>" for link in links)
    page = f"<html><body><p>Good pages on gardens</p>{rows}</body></html>"
    assert without_links(_parse(page), ["Good pages on gardens", *links], []) == ["Good pages on gardens", *links]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_the_parts_of_the_article_goes(language: str) -> None:
    title, own = parts(language)
    heads = [f"{title} 2", f"{title} 3"]
    text = [own[0], *heads, own[1], heads[0], own[2], heads[1], own[3]]
    assert without_contents(text) == [own[0], *text[3:]]
    assert without_contents([own[0], *heads, own[1], *heads]) == [own[0], *heads, own[1], *heads]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_several_articles_on_a_page_the_one_with_its_title_is_read(language: str) -> None:
    title, own = parts(language)
    other = "".join(f"<p>{text}</p>" for text in PAGES["en" if language != "en" else "de"].paragraphs)
    body = "".join(f"<p>{text}</p>" for text in own)
    data = json.dumps({"@type": "NewsArticle", "headline": title})
    others = "".join(f"<article><h2>{title} {n}</h2>{other.replace('a', n)}</article>" for n in "ei")
    page = (
        f"<html><head><script type='application/ld+json'>{data}</script></head><body><main><section><h1>Aktuell</h1>"
        f"<p>{own[0][::-1]}.</p></section><div><article><h2>{title}</h2>{body}</article>{others}</div></main></body></html>"
    )
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == own


def test_an_article_within_an_aside_is_read() -> None:
    title, own = parts("en")
    body = "".join(f"<p>{text}</p>" for text in own)
    side = "<section><article><p><a href='/a'>Why I like the sea so much</a></p></article></section>"
    page = f"<html><body><h1>{title}</h1><div>{side}</div><aside><div>{body}</div></aside></body></html>"
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_that_holds_a_quotation_and_whose_it_is_comes_back(language: str) -> None:
    title, own = parts(language)
    said, whose = f"{own[0].rstrip('.')} {title} {title}.", "Nora Vik, Lab 7"
    caption = f"<figcaption><p>{whose}</p></figcaption>"
    figure = f"<div><figure><blockquote><p>{said}</p></blockquote>{caption}</figure></div>"
    found, page = boxed(language, figure)
    assert with_neighbours(found, _parse(page), [title]) == [*own[:2], said, whose, *own[2:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_stays_away_that_shows_something_or_says_again_what_the_text_says(language: str) -> None:
    title, own = parts(language)
    caption, image = "<figcaption><p>Nora Vik, Lab 7</p></figcaption>", "<img src='a.jpg'>"
    shown = f"<figure>{image}<blockquote class='tweet'><p>{title} {title} {title}.</p></blockquote>{caption}</figure>"
    again = f"<div><figure><blockquote><p>{own[3]}</p></blockquote>{caption}</figure></div>"
    for figure in (shown, again):
        found, page = boxed(language, figure)
        assert with_neighbours(found, _parse(page), [title]) == own


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("It also <a href='/a'>runs two schools and a small library</a>.", True),
        ("<a href='/a'>Two schools and a library run out of books</a>.", False),
        ("Also here: <a href='/a'>two schools run out of their books</a>.", False),
        ("It also <a href='/a'>runs two schools and a small library</a>", False),
    ],
)
def test_a_sentence_that_is_mostly_a_link_comes_back_among_many_alike(line: str, back: bool) -> None:
    own = [f"The council of the island met for the {count}th time and spoke of the harbour." for count in range(4, 14)]
    marked = [f"<p class='text one'>{text}</p>" for text in own]
    marked.insert(5, f"<p class='text one'>{line}</p>")
    page = f"<html><body><h1>The council met</h1><div>{''.join(marked)}</div></body></html>"
    found = with_neighbours(own, _parse(page), ["The council met"])
    assert (len(found) == len(own) + 1) is back
