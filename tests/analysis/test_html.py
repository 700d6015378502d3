"""Web pages: the article, its headline and dates out of HTML, and clear words where there is none."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning import REASONS, clean
from analysis.errors import EmptyTextError, InputError, TextTooLargeError
from analysis.segmentation import segment
from analysis.types import Article, ArticleInput
from tests.analysis.pages import PAGES, Page

MENU = ["Abc", "Def", "Ghi", "Jkl"]


def html(page: Page, head: str = "", body: str | None = None, lang: str = "") -> str:
    """A page as newspapers build them; ``body`` takes the place of the article's paragraphs."""
    items = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in MENU)
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in page.paragraphs * 2) if body is None else body
    return (
        f"<!doctype html><html lang='{lang}'><head><title>{escape(page.headline)} | Example</title>{head}</head><body>"
        f"<nav><ul>{items}</ul></nav><main><article><h1>{escape(page.headline)}</h1>{paragraphs}</article></main>"
        f"<footer><p>{escape(page.below[-1][0])}</p></footer></body></html>"
    )


def cleaned(page: str, **given: object) -> Article:
    return clean(ArticleInput("outlet", html=page, **given))  # type: ignore[arg-type]


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>'


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_article_and_its_headline_are_found(code: str) -> None:
    page = PAGES[code]
    article = cleaned(html(page))
    assert article.headline == page.headline
    assert article.text.split("\n") == [*page.paragraphs * 2] or article.text.split("\n\n") == [*page.paragraphs * 2]
    assert article.language.code == code


def teaser(code: str, index: int, frame: str) -> str:
    head, text = PAGES[code].headline, PAGES[code].paragraphs[index % 2]
    return frame.format(f'<a href="/{code}/{index}">{escape(head)} {index}</a>', f"<p>{escape(text)} ({index})</p>")


@pytest.mark.parametrize("code", sorted(PAGES))
@pytest.mark.parametrize(
    "frame", ["<article><h2>{}</h2>{}</article>", "<li><div>{}</div>{}</li>", "<div class='card'><h3>{}</h3>{}</div>"]
)
def test_a_page_that_lists_articles_is_none(frame: str, code: str) -> None:
    page = PAGES[code]
    teasers = "".join(teaser(code, index, frame) for index in range(5))
    listing = f"<html><head><title>x</title></head><body><main><h1>Abc def</h1>{teasers}</main></body></html>"
    with pytest.raises(EmptyTextError, match="lists articles"):
        cleaned(listing)
    whole = "".join(f"<p>{escape(text)}</p>" for text in page.paragraphs * 3)
    article = cleaned(listing.replace("<h1>Abc def</h1>", f"<article><h1>Abc def</h1>{whole}</article>"))
    assert page.paragraphs[2] in article.text


@pytest.mark.parametrize("code", sorted(PAGES))
def test_what_stands_outside_is_listed(code: str) -> None:
    removed = cleaned(html(PAGES[code])).removed
    assert [item.text for item in removed] == [*MENU, PAGES[code].below[-1][0]]
    assert {item.reason for item in removed} == {"outside_article"}


def test_furniture_inside_the_article_goes_with_its_reason() -> None:
    page = PAGES["de"]
    body = f"<p>{page.paragraphs[0]}</p><p>Lesen Sie auch: Ein ganz anderer Artikel</p><p>{page.paragraphs[2]}</p>" * 2
    article = cleaned(html(page, body=body))
    assert "Lesen Sie auch" not in article.text
    assert [item.reason for item in article.removed].count("read_more") == 2
    assert {item.reason for item in article.removed} <= set(REASONS)


def test_subheadings_and_lists_keep_their_roles() -> None:
    page = PAGES["en"]
    parts = [f"<p>{page.paragraphs[0]}</p>", f"<p>{page.paragraphs[1]}</p>", "<h2>What happens next</h2>"]
    parts += [
        f"<p>{page.paragraphs[2]}</p>",
        "<ul><li>The roof comes down in the spring</li><li>The pool opens in May</li></ul>",
    ]
    document = segment(cleaned(html(page, body="".join(parts) + f"<p>{page.paragraphs[3]}</p>")))
    roles = {document.text[item.start : item.end]: item.role for item in document.paragraphs}
    assert roles["What happens next"] == "subheading"
    assert roles["• The pool opens in May"] == "list"


def test_structured_data_gives_dates_and_headline() -> None:
    head = linked(
        headline="Another &amp; better headline", datePublished="2025-03-03T14:05:00+01:00", dateModified="2025-03-04"
    )
    article = cleaned(html(PAGES["en"], head))
    assert article.headline == "Another & better headline"
    assert article.published_at is not None and article.updated_at is not None
    assert (article.published_at.value, article.published_at.source) == ("2025-03-03T13:05:00Z", "html")
    assert (article.updated_at.value, article.updated_at.precision) == ("2025-03-04", "day")


def test_the_metadata_of_the_page_gives_dates() -> None:
    head = (
        '<meta property="article:published_time" content="2025-03-03T14:05:00Z"><meta name="date" content="nonsense">'
    )
    article = cleaned(html(PAGES["en"], head))
    assert article.published_at is not None and article.published_at.value == "2025-03-03T14:05:00Z"


def test_what_the_caller_gives_wins() -> None:
    article = cleaned(
        html(PAGES["sv"], linked(datePublished="2025-03-03")),
        headline="Egen rubrik",
        published_at="2024",
        language="nb",
    )
    assert (article.headline, article.language.code) == ("Egen rubrik", "nb")
    assert article.published_at is not None and article.published_at.source == "input"


def test_the_full_text_of_the_structured_data_is_taken_where_the_page_shows_a_part() -> None:
    page = PAGES["fr"]
    article = cleaned(html(page, linked(articleBody="\n\n".join(page.paragraphs)), body=f"<p>{page.paragraphs[0]}</p>"))
    assert article.text.split("\n") == [*page.paragraphs] or article.text.split("\n\n") == [*page.paragraphs]


def test_an_article_in_several_boxes_is_found_whole() -> None:
    page = PAGES["nb"]
    boxes = [
        f'<div class="text">{"".join(f"<p>{nummer}: {line}</p>" for line in page.paragraphs)}</div>'
        for nummer in "abcd"
    ]
    found = cleaned(f"<html><body><div>{'<div><hr></div>'.join(boxes)}</div></body></html>").text
    assert all(f"{nummer}: {page.paragraphs[2]}" in found for nummer in "abcd")


def test_a_bare_page_and_bare_text_are_read_too() -> None:
    page = PAGES["da"]
    assert page.paragraphs[2] in cleaned("".join(f"<p>{line}" for line in page.paragraphs)).text
    assert page.paragraphs[2] in cleaned("\n".join(page.paragraphs)).text


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "<html></html>",
        "<p></p>",
        "<!-- ord -->",
        "<script>var ord = 'flera ord';</script>",
        "<ul>" + "<li>Abc</li>" * 50 + "</ul>",
        "<" * 1000,
        "\0",
    ],
)
def test_a_page_without_an_article_is_empty(page: str) -> None:
    with pytest.raises(EmptyTextError) as caught:
        cleaned(page)
    assert caught.value.pointer == "/html"


@pytest.mark.parametrize(
    "page",
    ["<p>a" * 200_000, "<div>" * 5_000 + "ord", "<p>" + "x" * 5_000_001, f"<p>{'ett två tre fyra fem. ' * 60_000}</p>"],
)
def test_a_gigantic_page_is_too_large(page: str) -> None:
    with pytest.raises(TextTooLargeError) as caught:
        cleaned(page)
    assert caught.value.pointer == "/html"


@settings(deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["<p>{}</p>", "<div><b>{}", "{}</p></div>", "<article><p>{}", "<!--{}", "<a title='{}'>x</a>"]),
)
def test_malformed_pages_are_read_or_refused(text: str, frame: str) -> None:
    for page in (frame.replace("{}", text), html(PAGES["sv"], body=frame.replace("{}", text))):
        try:
            assert cleaned(page).text.strip()
        except InputError as error:
            assert error.detail


def test_wrongly_decoded_characters_do_not_hide_the_article() -> None:
    page = html(PAGES["ro"]).encode("cp1252", "replace").decode("utf-8", "replace")
    assert len(cleaned(page).text) > 300


def test_without_cleaning_the_extracted_text_keeps_every_line() -> None:
    page = PAGES["de"]
    body = f"<p>{page.paragraphs[0]}</p><p>Lesen Sie auch: Ein ganz anderer Artikel</p><p>{page.paragraphs[2]}</p>" * 2
    assert cleaned(html(page, body=body), clean=False).text.count("Lesen Sie auch") == 2


BODY = "".join(f"<p>{escape(text)}</p>" for text in PAGES["en"].paragraphs * 2)
STAMPS = {
    "<time datetime='2024-03-05T07:10:00+01:00'>5 March</time>": ("2024-03-05T06:10:00Z", None),
    "<p>By Ann Oak</p><time datetime='2024-03-05'>today</time>": ("2024-03-05", None),
    "<p><span itemprop='datePublished' content='2024-03-05'>5/3</span>"
    "<span itemprop='dateModified' content='2024-03-06'>6/3</span></p>": ("2024-03-05", "2024-03-06"),
    "<p>Publicerad 5 mars 2024 kl. 07.10. Uppdaterad 6 mars 2024</p>": ("2024-03-05T07:10", "2024-03-06"),
    "<div>Publisert 5. mars 2024 kl. 07.10</div>": ("2024-03-05T07:10", None),
    "<p>Opdateret 6. marts 2024</p>": (None, "2024-03-06"),
    "<div>Ann Eck | 05.03.2024, 07:10 Uhr</div>": ("2024-03-05T07:10", None),
    "<p>Publié le 5 mars 2024 à 07h10</p>": ("2024-03-05T07:10", None),
    "<span>Publicat: 5 martie 2024</span>": ("2024-03-05", None),
    "<p>05/03/2024</p>": (None, None),
    "<p>25/03/2024</p>": ("2024-03-25", None),
    "<aside><time datetime='2023-01-01'>old</time></aside>": (None, None),
    "<ul class='related'><li>Another story, 1 January 2023</li></ul>": (None, None),
    "<p>On 1 January 2023 the pool was found to leak, and it has leaked since.</p>": (None, None),
}


@pytest.mark.parametrize("stamp", STAMPS)
def test_the_dates_that_a_page_shows_are_read(stamp: str) -> None:
    page = html(PAGES["en"], body=stamp + BODY)
    article = cleaned(page)
    shown = [date and (date.value, date.source) for date in (article.published_at, article.updated_at)]
    assert shown == [value and (value, "html") for value in STAMPS[stamp]]
    meta = '<meta property="article:published_time" content="2024-03-04">'
    assert cleaned(html(PAGES["en"], meta, stamp + BODY)).published_at.value == "2024-03-04"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lang", "value"),
    [
        ("en-US", "2024-05-03"),
        ("en-GB", "2024-03-05"),
        ("en", None),
        ("fr", "2024-03-05"),
        ("ro-RO", "2024-03-05"),
        ("lang=", None),
        ("x", None),
    ],
)
def test_the_language_of_a_page_orders_day_and_month(lang: str, value: str | None) -> None:
    published = cleaned(html(PAGES["en"], body="<p>05/03/2024</p>" + BODY, lang=lang)).published_at
    assert (published and published.value) == value


def test_a_line_end_in_the_source_of_a_page_is_a_space() -> None:
    page = PAGES["en"]
    article = cleaned(
        html(page, body="".join(f"<p>{escape(text)}</p>".replace(" ", "\n") for text in page.paragraphs * 2))
    )
    assert article.text == cleaned(html(page)).text


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav>",
        "<nav><ul><li>Hjem</li><li>Sport og fritid</li></ul></nav><footer>Kontakt oss</footer>",
        "<div role='navigation'><p>Accueil</p><p>Politique</p></div>",
        "<menu><p>Start</p></menu><footer><p>Impressum</p></footer>",
        "<header><h1>Nyheter</h1></header><nav><p>Meny</p></nav>",
    ],
)
def test_a_page_of_menus_and_feet_has_no_article(body: str) -> None:
    with pytest.raises(EmptyTextError, match="no article"):
        clean(ArticleInput(outlet="one", html=f"<html><body>{body}</body></html>"))


def test_a_short_article_with_a_link_is_one() -> None:
    page = "<html><body><article><h1>Ferry</h1><p>It <a href='/x'>sank</a> off Wick.</p></article></body></html>"
    assert clean(ArticleInput(outlet="one", html=page)).text == "It sank off Wick."
