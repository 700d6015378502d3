"""Lines that pages set around an article, letters set large, lists of links, and times without words."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.errors import EmptyTextError
from analysis.types import Article, ArticleInput

HEAD = {
    "sv": "Biblioteket i Kalmar räddas",
    "nb": "Biblioteket i Molde er reddet",
    "nn": "Biblioteket i Volda er berga",
    "da": "Biblioteket i Viborg er reddet",
    "de": "Bibliothek in Mainz bleibt offen",
    "fr": "La bibliothèque de Dijon est sauvée",
    "ro": "Biblioteca din Cluj rămâne deschisă",
    "en": "Library in Hull stays open",
}
BODY = {
    "sv": "Kommunen beslutade på tisdagen att det gamla biblioteket ska vara öppet i tio år till, säger Ida Falk.",
    "nb": "Kommunen vedtok tirsdag at det gamle biblioteket skal være åpent i ti år til, sier ordfører Ida Falk.",
    "nn": "Kommunen vedtok tysdag at det gamle biblioteket skal vere ope i ti år til, seier ordførar Ida Falk.",
    "da": "Kommunen besluttede tirsdag, at det gamle bibliotek skal være åbent i ti år til, siger Ida Falk.",
    "de": "Der Rat beschloss am Dienstag, dass die alte Bibliothek zehn Jahre offen bleibt, sagt Ida Falk.",
    "fr": "La mairie a décidé mardi que la vieille bibliothèque restera ouverte dix ans de plus, dit Ida Falk.",
    "ro": "Primăria a decis marți ca vechea bibliotecă să rămână deschisă încă zece ani, spune Ida Falk.",
    "en": "The council decided on Tuesday that the old library will stay open for ten more years, says Ida Falk.",
}
LINES = {
    "sv": ["Bli prenumerant och läs hela texten", "Du har 3 artiklar kvar i veckan", "Skriv en kommentar"],
    "nb": ["Logg inn for å lese videre", "Du har 3 artikler igjen denne uka", "Kommenter saken her"],
    "nn": ["Logg inn for å lese vidare", "Du har 3 artiklar igjen denne veka", "Kommenter saka her"],
    "da": ["Log ind for at læse videre", "Du har 3 artikler tilbage i ugen", "Skriv en kommentar her"],
    "de": ["Dieser Artikel ist nur für Mitglieder", "Sie haben noch 3 Artikel frei", "Artikel kommentieren"],
    "fr": ["Vous avez déjà un compte ? Entrez ici", "Il vous reste 3 articles ce mois-ci", "Ajouter un commentaire"],
    "ro": ["Ai deja cont? Intră aici", "Mai ai 3 articole luna aceasta", "Adaugă un comentariu"],
    "en": ["Already registered? Enter here", "You have 3 free articles this week", "Be the first to comment"],
}
codes = pytest.mark.parametrize("code", sorted(HEAD))


def page(code: str, body: str, head: str = "") -> Article:
    html = f"<html lang='{code}'><head><title>{HEAD[code]}</title>{head}</head><body>{body}</body></html>"
    return clean(ArticleInput("outlet", html=html))


@codes
def test_walls_and_comments_go(code: str) -> None:
    parts = f"<h1>{HEAD[code]}</h1>" + f"<p>{BODY[code]}</p>" * 3
    for line in LINES[code]:
        article = page(code, f"<article>{parts}<p>{line}</p></article>")
        assert line not in article.text
        assert line in [removed.text for removed in article.removed]
        text = clean(ArticleInput("outlet", text=f"{HEAD[code]}\n\n{BODY[code]}\n\n{line}"))
        assert [removed.text for removed in text.removed] == [line]


@codes
def test_a_sentence_about_subscribers_or_comments_stays(code: str) -> None:
    told = {
        "sv": "Många prenumeranter har sagt upp tidningen efter beslutet, säger Ida Falk.",
        "nb": "Mange abonnenter har sagt opp avisen etter vedtaket, sier Ida Falk.",
        "nn": "Mange abonnentar har sagt opp avisa etter vedtaket, seier Ida Falk.",
        "da": "Mange abonnenter har opsagt avisen efter beslutningen, siger Ida Falk.",
        "de": "Viele Abonnenten haben die Zeitung nach dem Beschluss gekündigt, sagt Ida Falk.",
        "fr": "Beaucoup d’abonnés ont quitté le journal après la décision, dit Ida Falk.",
        "ro": "Mulți abonați au renunțat la ziar după decizie, spune Ida Falk.",
        "en": "Many subscribers left the paper after the decision, says Ida Falk.",
    }[code]
    assert clean(ArticleInput("outlet", text=f"{HEAD[code]}\n\n{BODY[code]}\n\n{told}")).text.endswith(told)


@codes
@pytest.mark.parametrize("form", ["<span class='first-letter'>{}</span> {}", "<span>{}</span>\n{}"])
def test_a_letter_that_is_set_large_is_joined(code: str, form: str) -> None:
    first = form.format(BODY[code][0], BODY[code][1:])
    article = page(code, f"<article><h1>{HEAD[code]}</h1><p>{first}</p><p>{BODY[code]} (1)</p></article>")
    assert article.text.startswith(BODY[code])


def test_a_word_of_one_letter_stays_apart() -> None:
    own = "I går besluttet kommunen at biblioteket skal være åpent i ti år til, sier ordfører Ida Falk."
    article = page("nb", f"<article><h1>{HEAD['nb']}</h1><p><span>I</span> {own[2:]}</p><p>{BODY['nb']}</p></article>")
    assert article.text.startswith("I går")


@codes
def test_a_list_of_links_is_no_article(code: str) -> None:
    titles = [HEAD[code], *(" ".join(BODY[code].split()[at : at + 5]) for at in (0, 3, 6, 9))]
    items = "".join(f"<li><a href='/{number}'>{title}</a></li>" for number, title in enumerate(titles))
    with pytest.raises(EmptyTextError):
        page(code, f"<main><ul>{items}</ul></main>")


@codes
def test_the_next_article_of_an_endless_page_goes(code: str) -> None:
    other = BODY[code].replace("Ida Falk", "Ola Strand")
    own = f"<h1>{HEAD[code]}</h1>" + f"<p>{BODY[code]}</p><p>{BODY[code]} (2)</p>"
    following = f"<h1><a href='/n'>{BODY[code][:30]}</a></h1><p>{other}</p>"
    article = page(code, f"<div><div class='item'>{own}</div><div class='item'>{following}</div></div>")
    assert "Ola Strand" not in article.text
    assert article.text.endswith("(2)")


@codes
def test_kickers_above_a_repeated_headline_go(code: str) -> None:
    text = f"CULTURA 24\n\n{HEAD[code]}\n\n{BODY[code]}"
    article = clean(ArticleInput("outlet", text=text, headline=HEAD[code]))
    assert article.text == f"{HEAD[code]}\n\n{BODY[code]}"


@pytest.mark.parametrize(
    "stamp",
    ["<time datetime='2026-05-06T08:00:00+02:00'></time>", "<abbr class='published' title='2026-05-06'>6/5</abbr>"],
)
@codes
def test_a_time_for_machines_is_read_where_no_words_say_it(code: str, stamp: str) -> None:
    article = page(code, f"<article><h1>{HEAD[code]}</h1><div>{stamp}</div><p>{BODY[code]}</p></article>")
    assert article.published_at is not None
    assert article.published_at.value.startswith("2026-05-06")


@codes
def test_the_site_before_a_colon_is_no_part_of_a_headline(code: str) -> None:
    html = (
        f"<html><head><title>Nordposten: {HEAD[code]}</title><meta property='og:site_name' content='Nordposten'>"
        f"</head><body><div><p>{BODY[code]}</p><p>{BODY[code]} (2)</p></div></body></html>"
    )
    assert clean(ArticleInput("outlet", html=html)).headline == HEAD[code]


@codes
@pytest.mark.parametrize(
    "line",
    [
        "{{page.author.fullName}} - {{page.time | date}}",
        "//<![CDATA[ $(document).ready(function(){ show(); }); //]]>",
        "window.settings = {}",
        "showWall:",
        "false",
    ],
)
def test_programs_and_templates_are_no_text(code: str, line: str) -> None:
    parts = f"<h1>{HEAD[code]}</h1>" + f"<p>{BODY[code]}</p>" * 3
    assert line not in page(code, f"<article>{parts}<p>{line}</p></article>").text


@codes
def test_a_title_without_its_kicker_is_no_first_sentence(code: str) -> None:
    html = (
        f"<html><head><title>Kultur 24: {HEAD[code]}</title></head><body><article><h2>{HEAD[code]}</h2>"
        f"<p>{BODY[code]}</p><p>{BODY[code]} (2)</p></article></body></html>"
    )
    assert clean(ArticleInput("outlet", html=html)).text.startswith(BODY[code])


@codes
def test_headlines_of_other_articles_behind_the_text_go(code: str) -> None:
    words = BODY[code].split()
    titles = [" ".join(words[at : at + 5]) for at in (0, 2, 4, 6)]
    items = "".join(f"<li><a href='/{number}'>{title}</a></li>" for number, title in enumerate(titles))
    own = f"<h1>{HEAD[code]}</h1>{f'<p>{BODY[code]}</p>' * 3}"
    article = page(code, f"<article>{own}<div><ul>{items}</ul></div></article>")
    assert article.text == "\n\n".join([BODY[code]] * 3)


@codes
def test_a_list_of_the_article_itself_stays(code: str) -> None:
    items = f"<li>{' '.join(BODY[code].split()[:6])}</li><li>{' '.join(BODY[code].split()[6:12])}</li>"
    article = page(code, f"<article><h1>{HEAD[code]}</h1>{f'<p>{BODY[code]}</p>' * 2}<ul>{items}</ul></article>")
    assert article.text.count("• ") == 2


def test_thousands_of_comments_behind_words_are_read_in_one_pass() -> None:
    page = f"<div><span>The bridge is safe, said Ann Lee on Monday.</span>{'<!-- x -->' * 5000}</div>"
    assert "said Ann Lee" in clean(ArticleInput(outlet="x", html=f"<html><body>{page}</body></html>")).text
