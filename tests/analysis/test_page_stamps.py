"""Short pages: their dates wherever they stand, their headline as readers see it, a lead in a box named for teasers."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

# language, headline, lead, body, date line, published, updated
SHORT = (
    (
        "sv",
        "Bageriet flyttar",
        "Bageriet i Skara flyttar till torget i höst.",
        "Bagaren Stina Ek säger att ugnen ryms.",
        "Publicerad 7 maj 2024 kl 08.15 · Uppdaterad 9 maj 2024",
        "2024-05-07",
        "2024-05-09",
    ),
    (
        "nb",
        "Bakeriet flytter",
        "Bakeriet i Moss flytter til torget i høst.",
        "Baker Stine Ek sier at ovnen får plass.",
        "Publisert 7. mai 2024 kl. 08.15. Oppdatert 9. mai 2024",
        "2024-05-07",
        "2024-05-09",
    ),
    (
        "da",
        "Bageriet flytter",
        "Bageriet i Ribe flytter til torvet til efteråret.",
        "Bager Stine Eg siger, at ovnen kan være der.",
        "Offentliggjort 7. maj 2024 kl. 08.15. Opdateret 9. maj 2024",
        "2024-05-07",
        "2024-05-09",
    ),
    (
        "de",
        "Die Bäckerei zieht um",
        "Die Bäckerei in Hof zieht im Herbst an den Markt.",
        "Bäckerin Stine Eck sagt, der Ofen passe hinein.",
        "Veröffentlicht: 07.05.2024, 08:15 Uhr, aktualisiert am 09.05.2024",
        "2024-05-07",
        "2024-05-09",
    ),
    (
        "fr",
        "La boulangerie déménage",
        "La boulangerie de Dole s’installe sur la place cet automne.",
        "La boulangère Line Roux dit que le four y tient.",
        "Publié le 07/05/2024 à 8h15, mis à jour le 09/05/2024",
        "2024-05-07",
        "2024-05-09",
    ),
    (
        "ro",
        "Brutăria se mută",
        "Brutăria din Deva se mută în piață la toamnă.",
        "Brutăreasa Ana Rusu spune că încape cuptorul.",
        "Publicat: 7 mai 2024, 08:15 | Actualizat: 9 mai 2024",
        "2024-05-07",
        "2024-05-09",
    ),
)


def page(language: str, inside: str, head: str = "") -> str:
    return f'<html lang="{language}"><head><title>x</title>{head}</head><body><article>{inside}</article></body></html>'


@pytest.mark.parametrize("below", [False, True], ids=["above", "below"])
@pytest.mark.parametrize("row", SHORT, ids=[row[0] for row in SHORT])
def test_a_short_page_has_its_dates_above_and_below_its_text(row: tuple[str, ...], below: bool) -> None:
    language, title, lead, body, line, published, updated = row
    stamp, text = f"<p>{line}</p>", f"<p>{lead}</p><p>{body}</p>"
    article = clean(
        ArticleInput(outlet="x", html=page(language, f"<h1>{title}</h1>" + (text + stamp if below else stamp + text)))
    )
    assert article.published_at is not None
    assert article.published_at.value.startswith(published)
    assert article.updated_at is not None
    assert article.updated_at.value.startswith(updated)


def test_days_come_first_in_pasted_text_of_languages_that_write_them_so() -> None:
    text = "La boulangerie déménage\n\nPublié le 07/05/2024 à 8h15\n\nLa boulangerie de Dole s’installe sur la place."
    published = clean(ArticleInput(outlet="x", text=text)).published_at
    assert published is not None
    assert published.value.startswith("2024-05-07")


@pytest.mark.parametrize(
    ("data", "published"),
    [
        ('{"@type": "NewsArticle", "datePublished": "Tue May 07 19:20:36 CEST 2024"}', "2024-05-07"),
        ('{"@type": "NewsArticle", "datePublished": "May 7, 2024"}', "2024-05-07"),
        ('//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2024-05-07"}\n//]]>', "2024-05-07"),
        ('{"@type": "NewsArticle", "datePublished": "spring"}', None),
    ],
)
def test_dates_of_data_as_programs_print_them(data: str, published: str | None) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    inside = "<h1>Bakery moves</h1><p>The bakery in Wick will move to the market square in autumn, the baker said.</p>"
    found = clean(ArticleInput(outlet="x", html=page("en", inside, head))).published_at
    assert (found.value[:10] if found else None) == published


TITLE = "Bakery moves to the market square"
BODY = "<p>The bakery in Wick will move to the market square in autumn, the baker said on Monday.</p>"
DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Wick bakery finds a new place"}</script>'
)
OTHER = "Wick bakery finds a new place"
SOCIAL = f'<meta property="og:title" content="{TITLE}">'


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        (DATA + SOCIAL, f"<h1>{TITLE}</h1>", TITLE),
        (DATA, f"<h1>{TITLE}</h1>", OTHER),
        (DATA + SOCIAL, f"<h1 class='breadcrumb'>{TITLE}</h1>", OTHER),
        (SOCIAL, f"<h1><span>Old houses</span><i> - </i><span>{TITLE}</span></h1>", TITLE),
        ("", f"<h1><span>Old houses</span> <span>{TITLE}</span></h1>", f"Old houses {TITLE}"),
    ],
    ids=["two agree", "data alone", "path", "kicker in the heading", "no other title"],
)
def test_the_headline_is_what_readers_see(head: str, heading: str, expected: str) -> None:
    article = clean(ArticleInput(outlet="x", html=page("en", heading + BODY * 2, head)))
    assert article.headline == expected


LEAD = "The bakery that has stood at the harbour for ninety years is on its way to the square."


@pytest.mark.parametrize("box", ["related-intro", "widget-lead", "promo-standfirst", "c-media__text"])
def test_a_sentence_alone_in_its_box_is_the_lead_whatever_the_box_is_called(box: str) -> None:
    html = page("en", f"<h1>{TITLE}</h1><div class='{box}'>{LEAD}</div><div class='body'>{BODY}</div>")
    assert clean(ArticleInput(outlet="x", html=html)).text.startswith(LEAD)


@pytest.mark.parametrize(
    "label", ["Business", "Local news", "The essentials"], ids=["one word", "two words", "the essentials"]
)
def test_a_label_above_the_first_line_is_removed(label: str) -> None:
    article = clean(ArticleInput(outlet="x", html=page("en", f"<h1>{TITLE}</h1><p>{label}</p>{BODY}{BODY}")))
    assert label not in article.text
    assert label in [one.text for one in article.removed]


def test_a_comment_in_the_page_parts_no_line() -> None:
    lead = "<a href='/t'>Wick</a> <!-- x --> has a bakery at the harbour no more."
    inside = f"<h1>{TITLE}</h1><div class='intro'>{lead}</div>"
    article = clean(ArticleInput(outlet="x", html=page("en", inside + f"<div>{BODY}</div>")))
    assert article.text.startswith("Wick has a bakery")
