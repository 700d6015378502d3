"""What real pages set in and around an article: boxes, labels, scripts, dates in links, and the site's name above."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from analysis.cleaning import clean
from analysis.cleaning.markup import with_loose
from analysis.types import Article, ArticleInput
from tests.analysis.test_page_wording import BODY, HEAD

codes = pytest.mark.parametrize("code", sorted(HEAD))
LABEL = {
    "sv": "Krönika",
    "nb": "Reportasje",
    "nn": "Reportasje",
    "da": "Baggrund",
    "de": "Hintergrund",
    "fr": "Reportage",
    "ro": "Reportaj",
    "en": "Background",
}
AUTHOR = {
    "sv": ("Om författaren", "Stina Rask skriver om kultur sedan 2015."),
    "nb": ("Om forfatteren", "Stine Rask skriver om kultur siden 2015."),
    "nn": ("Om forfattaren", "Stine Rask skriv om kultur sidan 2015."),
    "da": ("Om forfatteren", "Stine Rask skriver om kultur siden 2015."),
    "de": ("Über die Autorin", "Stine Rask schreibt seit 2015 über Kultur."),
    "fr": ("À propos de l’autrice", "Stine Rask suit la culture depuis 2015."),
    "ro": ("Despre autoare", "Stina Rask scrie despre cultură din 2015."),
    "en": ("About the author", "Stine Rask has covered culture since 2015."),
}
ANSWERS = {
    "sv": "Kommentarerna är skribenternas egna och granskas inte.",
    "nb": "Kommentarene er lesernes egne og blir ikke redigert.",
    "nn": "Kommentarane er lesarane sine og blir ikkje redigerte.",
    "da": "Kommentarerne er læsernes egne og bliver ikke redigeret.",
    "de": "Die Kommentare der Nutzer geben deren Meinung wieder.",
    "fr": "Les commentaires n’engagent que leurs auteurs.",
    "ro": "Comentariile nu reprezintă opinia redacției.",
    "en": "Comments do not reflect the views of the editors.",
}
CREDIT = {
    "sv": "Foton: Ola Vik",
    "da": "Fotos: Ola Vik",
    "de": "Bilder: Ola Vik",
    "fr": "Crédits photos : Ola Vik",
    "ro": "Credite foto: Ola Vik",
    "en": "Photo credits: Ola Vik",
}


def page(code: str, body: str, head: str = "") -> Article:
    html = f"<html lang='{code}'><head><title>{HEAD[code]}</title>{head}</head><body>{body}</body></html>"
    return clean(ArticleInput("outlet", html=html))


def text_of(code: str, times: int = 3) -> str:
    """So many paragraphs, each told from the others by its last word, after one without."""
    return "".join(f"<p>{BODY[code]}{number}</p>" for number in ["", " A.", " B.", " C.", " D.", " E."][:times])


@codes
def test_a_label_before_the_lead_is_left_out(code: str) -> None:
    lead = BODY[code]
    head = f'<meta name="description" content="{lead}">'
    for label in (f"<span>{LABEL[code]}</span>{lead}", f"<b>{LABEL[code]}</b> {lead}"):
        article = page(
            code,
            f"<h1>{HEAD[code]}</h1><article><h2>{label}</h2>{text_of(code)[len(text_of(code, 1)) :]}</article>",
            head,
        )
        assert article.text.startswith(lead)


def test_a_town_before_the_lead_stays() -> None:
    head = f'<meta name="description" content="{BODY["de"]}">'
    article = page("de", f"<h1>{HEAD['de']}</h1><article><p>Mainz. {BODY['de']}</p>{text_of('de')}</article>", head)
    assert article.text.startswith(f"Mainz. {BODY['de']}")


@codes
def test_who_wrote_it_is_left_out_with_the_heading_above(code: str) -> None:
    heading, line = AUTHOR[code]
    box = f"<div class='author-box'><h4>{heading}</h4><p>{line}</p></div>"
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}{box}</article>")
    assert line not in article.text and BODY[code] in article.text
    pasted = clean(ArticleInput("outlet", text=f"{HEAD[code]}\n\n{BODY[code]}\n\n{heading}\n{line}"))
    assert [removed.reason for removed in pasted.removed] == ["byline", "byline"]


@codes
def test_a_line_on_what_readers_write_goes(code: str) -> None:
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}<p>{ANSWERS[code]}</p></article>")
    assert ANSWERS[code] not in article.text
    assert ANSWERS[code] in [removed.text for removed in article.removed]


@pytest.mark.parametrize("code", sorted(CREDIT))
def test_credits_of_several_pictures_go(code: str) -> None:
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}<p>{CREDIT[code]}</p></article>")
    assert (CREDIT[code], "photo_credit") in [(removed.text, removed.reason) for removed in article.removed]


@codes
@pytest.mark.parametrize("arrow", [">>>", "→", "►"])
def test_a_line_behind_arrows_leads_elsewhere(code: str, arrow: str) -> None:
    line = f"{arrow} {HEAD[code]} 2"
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}<p>{line}</p><p>{BODY[code]}</p></article>")
    assert (line, "read_more") in [(removed.text, removed.reason) for removed in article.removed]


@codes
@pytest.mark.parametrize("name", ["newsletter-promo", "legal", "comments", "audio-player"])
def test_a_small_box_named_for_something_else_goes(code: str, name: str) -> None:
    box = f"<div class='{name}'><p>{BODY[code]} Xyz.</p></div>"
    parts = "".join(f"<p>{BODY[code]} {number}.</p>" for number in "ABCDE")
    assert "Xyz" not in page(code, f"<article><h1>{HEAD[code]}</h1>{parts}{box}</article>").text
    whole = page(code, f"<article><h1>{HEAD[code]}</h1><div class='{name}'>{parts}</div></article>")
    assert f"{BODY[code]} A." in whole.text


@codes
def test_programs_within_a_paragraph_are_no_words_of_it(code: str) -> None:
    script = "<script>var found = 0; var limit = 1;</script>"
    parts = f"<p>{script}{BODY[code]}</p>" + text_of(code)
    article = page(code, f"<h1>{HEAD[code]}</h1><div>{parts}</div>")
    assert BODY[code] in article.text.split("\n\n")[0] and "limit" not in article.text


@codes
def test_what_forms_and_hidden_boxes_say_is_not_read(code: str) -> None:
    error = "<p>{} a b c.</p>".format(" ".join(HEAD[code].split()[:2]))
    boxes = f"<div style='display: none'>{error * 2}</div><div class='commentForm'>{error * 2}</div>"
    article = page(code, f"<h1>{HEAD[code]}</h1><div>{text_of(code, 6)}</div>{boxes}")
    assert "a b c." not in article.text and BODY[code] in article.text


@codes
def test_the_name_of_the_site_above_is_no_headline(code: str) -> None:
    logo = "<div><h1><a href='/'>Nordlys</a></h1></div>"
    shared = f'<meta property="og:title" content="{HEAD[code]}">'
    article = page(code, f"{logo}<div><h3>{HEAD[code]}</h3>{text_of(code)}</div>", shared)
    assert article.headline == HEAD[code]


@codes
def test_a_line_above_within_the_heading_is_no_part_of_the_headline(code: str) -> None:
    heading = f"<h1><span>{LABEL[code]} 7</span> <span>{HEAD[code]}</span></h1>"
    shared = f'<meta property="og:title" content="{HEAD[code]} - {LABEL[code]} 7">'
    article = page(code, f"<article>{heading}{text_of(code)}</article>", shared)
    assert article.headline == HEAD[code]
    repeated = page(code, f"<article>{heading}{text_of(code)}</article><h2>{LABEL[code]} 7 {HEAD[code]}</h2>", shared)
    assert repeated.text.startswith(BODY[code])


@codes
def test_the_section_before_the_heading_is_no_part_of_the_headline(code: str) -> None:
    head = f'<meta property="article:section" content="{LABEL[code]}">'
    named = f'{{"@type": "NewsArticle", "headline": "{LABEL[code]}: {HEAD[code]}"}}'
    head += f'<script type="application/ld+json">{named}</script>'
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}</article>", head)
    assert article.headline == HEAD[code]


@codes
def test_a_time_in_a_link_to_the_page_is_its_date(code: str) -> None:
    time = '<time class="entry-date published" datetime="2024-05-07T10:13:50+01:00">7.5.</time>'
    changed = '<time class="updated" datetime="2024-05-09T10:13:50+01:00">9.5.</time>'
    link = f"<div class='posted-on'><a href='/x' rel='bookmark'>{time}{changed}</a></div>"
    article = page(code, f"<header><h1>{HEAD[code]}</h1>{link}</header><div>{text_of(code)}</div>")
    assert article.published_at is not None and article.published_at.value.startswith("2024-05-07")


def test_a_date_in_an_article_named_for_other_things_is_its_own() -> None:
    line = "<div><span>By <a href='/a'>Ann Hill</a></span> <span class='date'>8 January 2020, 3:51 pm</span></div>"
    body = f"<article class='related-list'><header><h1>{HEAD['en']}</h1>{line}</header>{text_of('en')}</article>"
    article = page("en", body)
    assert article.published_at is not None and article.published_at.value == "2020-01-08T15:51"


@codes
def test_teasers_with_a_sentence_each_below_the_article_are_left_out(code: str) -> None:
    words = BODY[code].rstrip(".").split()
    teasers = "".join(
        f"<div class='item'><a href='/{at}'><h3>{' '.join(words[at : at + 5])}</h3></a>"
        f"<p>{' '.join(reversed(words))} {at}.</p></div>"
        for at in range(4)
    )
    body = f"<div><h1>{HEAD[code]}</h1>{text_of(code, 5)}<h5>{LABEL[code]}</h5>{teasers}</div>"
    article = page(code, body)
    assert article.text.split("\n\n")[-1].startswith(BODY[code])


@codes
def test_a_sentence_beside_the_paragraphs_that_was_left_out_is_kept(code: str) -> None:
    sentence = f"{BODY[code]} Z."
    tree = lxml_html.document_fromstring(
        f"<article>{text_of(code)}<p>{sentence}</p><p class='caption'>{sentence} Y.</p></article>"
    )
    own = [f"{BODY[code]}{number}" for number in ("", " A.", " B.")]
    assert with_loose(own, tree) == [*own, sentence]
    assert with_loose(own[:2], tree) == own[:2]


COUNTED = {
    "sv": "Kommentarer (3)",
    "nb": "3 kommentarer",
    "nn": "3 kommentarar",
    "da": "Kommentarer (3)",
    "de": "3 Kommentare",
    "fr": "3 commentaires",
    "ro": "3 comentarii",
    "en": "3 Comments",
}


@codes
def test_what_readers_write_below_is_left_out(code: str) -> None:
    said = "<p>rolf7: Ha ha ha!</p>"
    for below in (f"</article><section><h3>{COUNTED[code]}</h3>{said}</section>", f"<h3>{COUNTED[code]}</h3>{said}"):
        article = page(code, f"<article><h1>{HEAD[code]}</h1>{text_of(code)}{below}")
        assert "rolf7" not in article.text and article.text.endswith("B.")
        assert any("rolf7" in removed.text for removed in article.removed)


@codes
def test_the_longest_part_between_bars_is_the_headline(code: str) -> None:
    page_title = f"Nord Radio | {LABEL[code]} | {HEAD[code]}"
    html = f"<html lang='{code}'><head><title>{page_title}</title></head><body>{text_of(code)}</body></html>"
    assert clean(ArticleInput("outlet", html=html)).headline == HEAD[code]
