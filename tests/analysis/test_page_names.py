"""What pages set around an article: walls, comments, who wrote it, and the site's name in its title."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

PAGE = "<html><head><title>{}</title>{}</head><body><article><p>{}</p><p>{}</p></article></body></html>"
TEXT = "The council of Hull decided on Tuesday evening that the old library will stay open for another ten years."
SITE = '<meta property="og:site_name" content="The Hull Courier">'


@pytest.mark.parametrize(
    ("title", "head", "headline"),
    [
        ("Library in Hull stays open | The Hull Courier", "", "Library in Hull stays open"),
        ("Culture | Library in Hull stays open", "", "Library in Hull stays open"),
        ("Library in Hull stays open - The Hull Courier", SITE, "Library in Hull stays open"),
        ("Culture | Library in Hull stays open – The Hull Courier", SITE, "Library in Hull stays open"),
        ("Library in Hull stays open - at last", SITE, "Library in Hull stays open - at last"),
        ("Library in Hull stays open - The Hull Courier", "", "Library in Hull stays open"),
        ("Culture | Library in Hull stays open - The Hull Courier", "", "Library in Hull stays open"),
        ("Library in Hull stays open - Culture - The Hull Courier", "", "Library in Hull stays open"),
        ("Library in Hull stays open - Ten Years", "", "Library in Hull stays open - Ten Years"),
        ("The Hull Courier - Library in Hull stays open", SITE, "Library in Hull stays open"),
        ("Biblioteket räddas | Kusttidningen", "", "Biblioteket räddas"),
        ("Biblioteket er reddet – Nordposten", "", "Biblioteket er reddet"),
        ("Biblioteket blir verande – Sogn Blad", "", "Biblioteket blir verande"),
        ("Biblioteket er reddet - Morsø Avis", "", "Biblioteket er reddet"),
        ("Bibliothek bleibt offen | Kieler Rundschau", "", "Bibliothek bleibt offen"),
        ("La bibliothèque reste ouverte - La Dépêche du Nord", "", "La bibliothèque reste ouverte"),
        ("Biblioteca rămâne deschisă - Gazeta de Nord", "", "Biblioteca rămâne deschisă"),
        ("Streit um Bibliothek - Kritik am Rat", "", "Streit um Bibliothek - Kritik am Rat"),
        ("Hull | Leeds", "", "Hull | Leeds"),
        ("Library saved | Hull Gazette", "", "Library saved"),
        ("Biblioteket räddas | Skånska Tidning", "", "Biblioteket räddas"),
        ("Biblioteket reddet | Morsø Tidende", "", "Biblioteket reddet"),
        ("Bibliothek gerettet | Kieler Anzeiger", "", "Bibliothek gerettet"),
        ("Biblioteca salvată | Ziarul Sucevei", "", "Biblioteca salvată"),
    ],
)
def test_a_headline_is_without_the_site_and_its_section(title: str, head: str, headline: str) -> None:
    assert clean(ArticleInput("outlet", html=PAGE.format(title, head, TEXT, TEXT))).headline == headline


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://www.northwind-hull.co.uk/library">',
        '<script type="application/ld+json">{"@type": "WebSite", "name": "Northwind Hull"}</script>',
        '</head><body><header><img class="logo" src="/top.svg" alt="Northwind Hull logo"></header>',
        "</head><body><footer>© 2019–2025 Northwind Hull Ltd.</footer>",
    ],
)
def test_the_name_of_the_site_is_known_by_what_the_page_says_of_itself(head: str) -> None:
    shared = '<meta property="og:title" content="Library stays open - Northwind Hull">'
    page = PAGE.format("Library", shared + "{}", TEXT.replace("Hull", "York"), TEXT)
    assert clean(ArticleInput("outlet", html=page.format(head))).headline == "Library stays open"
    assert clean(ArticleInput("outlet", html=page.format(""))).headline == "Library stays open - Northwind Hull"


def test_of_several_headings_the_one_in_the_frame_of_the_browser_is_the_headline() -> None:
    page = PAGE.format("Library stays open - News", "", f"{TEXT}</p><h1>Library stays open</h1><p>", TEXT)
    assert clean(ArticleInput("outlet", html=page.replace("<article>", "<h1>Kite</h1><article>"))).headline == (
        "Library stays open"
    )


@pytest.mark.parametrize(
    "nested", ['{"@graph": [{"@type": "WebPage", "mainEntity": %s}]}', "[[%s]]", '{"mainEntity": [%s]}']
)
def test_structured_data_are_read_wherever_they_stand(nested: str) -> None:
    data = nested % '{"@type": "NewsArticle", "headline": "Library stays", "datePublished": "2025-03-04"}'
    head = f'<script type="application/ld+json">{data}</script>'
    found = clean(ArticleInput("outlet", html=PAGE.format("", head, TEXT, TEXT)))
    assert found.headline == "Library stays"
    assert found.published_at is not None and found.published_at.value == "2025-03-04"


WALLS = {
    "sv": "Detta är en låst artikel. Läs vidare för en krona den första månaden.",
    "nb": "Denne saken er for abonnenter. Få full tilgang for to kroner.",
    "nn": "Denne saka er for abonnentar. Få full tilgang for to kroner.",
    "da": "Bliv abonnent og læs resten. Den første måned er gratis.",
    "de": "Dieser Artikel ist für Abonnenten. Testen Sie uns einen Monat lang kostenlos.",
    "en": "Become a subscriber to read the rest. The first month is free.",
    "fr": "Cet article est réservé aux abonnés. Le premier mois est offert, sans engagement.",
    "ro": "Acest articol este disponibil abonaților. Prima lună este gratuită, fără obligații.",
}
SAID = {
    "sv": "Bli prenumerant, sade chefen till alla.",
    "de": "Abonnenten hat der Verein in Celle viele, sagte die Leiterin am Abend.",
    "en": "Subscribers paid more last year, the paper said.",
    "fr": "Déjà abonné au journal, Paul Roux a payé deux fois.",
}


@pytest.mark.parametrize("code", WALLS)
def test_a_line_that_asks_to_subscribe_is_removed_and_listed(code: str) -> None:
    found = clean(ArticleInput("outlet", text=f"{TEXT}\n\n{WALLS[code]}\n\n{TEXT}"))
    assert found.text == f"{TEXT}\n\n{TEXT}"
    assert [(one.text, one.reason) for one in found.removed] == [(WALLS[code], "newsletter")]


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_about_subscribers_stays(code: str) -> None:
    page = f"{TEXT}\n\n{SAID[code]}\n\n{TEXT}"
    assert clean(ArticleInput("outlet", text=page)).text == page


@pytest.mark.parametrize(
    "heading",
    ["Kommentarer (7)", "7 kommentarer", "Comments (7)", "Kommentare (7)", "7 commentaires", "Comentarii (7)"],
)
def test_readers_comments_are_removed_behind_their_heading(heading: str) -> None:
    comment = "Somebody should have thought of that long before, and I have said so for years, you know."
    found = clean(ArticleInput("outlet", text=f"{TEXT}\n\n{TEXT}\n\n{heading}\n\nowl9: Well.\n\n{comment}"))
    assert found.text == f"{TEXT}\n\n{TEXT}"
    assert {one.reason for one in found.removed} == {"comments"}
    above = clean(ArticleInput("outlet", text=f"{heading}\n\n{TEXT}\n\n{TEXT}"))
    assert above.text.endswith(f"{TEXT}\n\n{TEXT}")


AUTHORS = {
    "sv": "Bo Ek är utrikeskorrespondent på tidningen i Mora",
    "nb": "Bo Eik er kulturjournalist i avisen.",
    "nn": "Bo Eik er journalist i lokalavisa og bur i Volda.",
    "da": "Bo Ege er politisk kommentator på avisen",
    "de": "Bo Eck ist Wirtschaftsredakteur und lebt in Celle.",
    "en": "Bo Oak is the health correspondent of the paper.",
    "fr": "Bo Roux est journaliste au service économie",
    "ro": "Bo Rusu este redactor la secția de cultură.",
}


@pytest.mark.parametrize("code", AUTHORS)
def test_a_closing_line_on_who_wrote_it_is_removed(code: str) -> None:
    for page in (
        {"text": f"{TEXT}\n\n{TEXT}\n\n{AUTHORS[code]}"},
        {"html": PAGE.format("", "", TEXT, f"{TEXT}</p><p>{AUTHORS[code]}")},
    ):
        found = clean(ArticleInput("outlet", **page))
        assert found.text == f"{TEXT}\n\n{TEXT}"
        assert [(one.text, one.reason) for one in found.removed] == [(AUTHORS[code], "byline")]


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT}\n\nBo Oak spoke first.\n\nBo Oak is a reporter and was held for a week.",  # the article is on him
        f"Bo Oak is a reporter and was held for a week.\n\n{TEXT}\n\n{TEXT}\n\n{TEXT}",
        f"{TEXT}\n\nBo Oak is the mayor of Hull.",
        f"{TEXT}\n\n“Bo Oak is a reporter,” she said.",
    ],
)
def test_a_line_on_a_journalist_of_whom_the_article_speaks_stays(text: str) -> None:
    assert clean(ArticleInput("outlet", text=text)).text == text


@pytest.mark.parametrize(
    "notice", ["©NPK", "© 2025 The Associated Press", "© dpa", "Copyright 2025 AFP", "© TT", "© NTB", "©Ritzau"]
)
def test_a_notice_of_copyright_with_an_agency_stays_for_a_credit(notice: str) -> None:
    assert clean(ArticleInput("outlet", text=f"{TEXT}\n\n{notice}")).text == f"{TEXT}\n\n{notice}"
    assert clean(ArticleInput("outlet", text=f"{TEXT}\n\n© 2025 Northwind Media")).text == TEXT
