"""Web pages whose lead stands outside the body: it is kept, in its place, and what stands around it is not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

import pytest
from lxml import html as lxml_html

from analysis.cleaning import clean
from analysis.cleaning.blocks import read_blocks
from analysis.cleaning.metadata import descriptions_of
from analysis.types import Article, ArticleInput
from tests.analysis.pages import PAGES


@dataclass(frozen=True)
class Told:
    """What stands at the top of a page in one language."""

    lead: str
    stopless: str
    byline: str
    date: str
    share: str
    caption: str
    other: str


TOLD = {
    "sv": Told(
        "Larmet kom sent i fredags kväll. Nu vet ingen när barnen i Lillviken kan lära sig simma igen.",
        "Taket kan rasa redan i vinter enligt ny rapport",
        "Av Lena Strand", "Publicerad 3 mars 2025 kl 14.05", "Dela artikeln på Facebook",
        "Badhuset i Lillviken byggdes år 1971 och har renoverats två gånger.",
        "Så mycket kostar den nya vägen genom skogen",
    ),
    "nb": Told(
        "Varselet kom sent fredag kveld. Nå vet ingen når barna i Lillevik kan lære å svømme igjen.",
        "Taket kan rase allerede i vinter ifølge ny rapport",
        "Av Lena Strand", "Publisert 3. mars 2025 kl. 14.05", "Del artikkelen på Facebook",
        "Svømmehallen i Lillevik ble bygd i 1971 og er pusset opp to ganger.",
        "Så mye koster den nye veien gjennom skogen",
    ),
    "da": Told(
        "Advarslen kom sent fredag aften. Nu ved ingen, hvornår børnene i Lillevig igen kan lære at svømme.",
        "Taget kan styrte sammen allerede til vinter ifølge ny rapport",
        "Af Lena Strand", "Publiceret 3. marts 2025 kl. 14.05", "Del artiklen på Facebook",
        "Svømmehallen i Lillevig blev bygget i 1971 og er sat i stand to gange.",
        "Så meget koster den nye vej gennem skoven",
    ),
    "de": Told(
        "Die Warnung kam am späten Freitagabend. Wann die Kinder wieder schwimmen lernen, weiß nun niemand.",
        "Das Dach könnte laut neuem Gutachten schon im Winter einstürzen",
        "Von Lena Strand", "Veröffentlicht am 3. März 2025 um 14:05 Uhr", "Artikel auf Facebook teilen",
        "Das Schwimmbad in Kleinbach wurde 1971 gebaut und zweimal renoviert.",
        "So viel kostet die neue Straße durch den Wald",
    ),
    "fr": Told(
        "L'alerte est arrivée tard vendredi soir. Personne ne sait quand les enfants pourront nager de nouveau.",
        "Le toit pourrait céder dès cet hiver selon un nouveau rapport",
        "Par Hélène Morin", "Publié le 3 mars 2025 à 14h05", "Partager l'article sur Facebook",
        "La piscine de Petitval a été construite en 1971 et rénovée deux fois.",
        "Combien coûte la nouvelle route à travers la forêt",
    ),
    "en": Told(
        "The warning came late on Friday evening. Now nobody knows when the children will learn to swim again.",
        "Roof could fall in as early as this winter, new report says",
        "By Ellen Strand", "Published 3 March 2025 at 14:05 GMT", "Share this article on Facebook",
        "The swimming pool in Littlewick was built in 1971 and has been restored twice.",
        "What the new road through the forest will cost",
    ),
    "ro": Told(
        "Avertismentul a venit vineri seara târziu. Nimeni nu știe când vor mai putea copiii să învețe să înoate.",
        "Acoperișul s-ar putea prăbuși chiar în această iarnă, arată un nou raport",
        "De Elena Stan", "Publicat la 3 martie 2025, ora 14:05", "Distribuie pe Facebook",
        "Bazinul de înot din Valea Mică a fost construit în 1971 și renovat de două ori.",
        "Cât costă noul drum prin pădure",
    ),
}  # fmt: skip
TOPS = {
    "standfirst in the header": '<header><h1>{title}</h1><p class="standfirst">{lead}</p>{around}</header>{body}',
    "ingress": '<header><h1>{title}</h1></header><div class="article-ingress"><p>{lead}</p></div>{around}{body}',
    "Vorspann": '<div class="headline"><h1>{title}</h1></div>{around}<div class="vorspann">{lead}</div>{body}',
    "chapô": '<header><h1>{title}</h1><p class="chapo">{lead}</p></header>{around}{body}',
    "dek": '<div class="hdr__row"><h1>{title}</h1><div class="hdr--dek">{lead}</div></div>{around}{body}',
    "manchet in a heading": '<header><h1>{title}</h1><h2 class="manchet">{lead}</h2></header>{around}{body}',
    "summary in a span": '<header><h1>{title}</h1><span class="articleSummary">{lead}</span></header>{around}{body}',
    "named for machines": '<header><h1>{title}</h1><div itemprop="description">{lead}</div></header>{around}{body}',
    "heading without a name": "<header><h1>{title}</h1><h2>{lead}</h2>{around}</header>{body}",
    "paragraph without a name": "<header><h1>{title}</h1><p>{lead}</p></header>{around}{body}",
    "bold without a name": "<header><h1>{title}</h1></header><div><strong>{lead}</strong></div>{around}{body}",
    "box without a name": "<div><h1>{title}</h1></div>{around}<div><div>{lead}</div></div>{body}",
    "made-up names": '<div class="css-1x"><h1>{title}</h1><div class="css-2y">{lead}</div></div>{around}{body}',
    "behind what is around it": "<header><h1>{title}</h1>{around}<p>{lead}</p></header>{body}",
    "in the article": '<header><h1>{title}</h1>{around}</header><div class="lead">{lead}</div>{body}',
}
CLASSY = (
    '<div class="byline"><a href="/a">{byline}</a></div><time class="published">{date}</time>'
    '<ul class="share-tools"><li><a href="#f">{share}</a></li></ul>'
    '<figure><img src="p.jpg" alt=""><figcaption>{caption}</figcaption></figure>'
    '<div class="related"><p class="dek"><a href="/o">{other}</a></p></div>'
)
BARE = (
    "<div><a href='/a'>{byline}</a></div><div>{date}</div><div><a href='#f'>{share}</a></div>"
    "<div><img src='p.jpg' alt=''><p>{caption}</p></div><div><p><a href='/o'>{other}</a></p></div>"
)


def page(code: str, top: str, lead: str, around: str = CLASSY, head: str = "") -> str:
    """A page with the article's paragraphs in a box of their own, as newspapers build them."""
    told, own = TOLD[code], PAGES[code]
    parts = {key: escape(getattr(told, key)) for key in ("byline", "date", "share", "caption", "other")}
    body = "".join(f"<p>{escape(text)}</p>" for text in own.paragraphs)
    menu = "".join(f'<li><a href="/{n}">Menu {n}</a></li>' for n in range(6))
    filled = TOPS[top].format(
        title=escape(own.headline),
        lead=lead,
        around=around.format(**parts),
        body=f'<div class="body-text">{body}</div>',
    )
    return (
        f"<!doctype html><html lang='{code}'><head><title>{escape(own.headline)} | Example</title>{head}</head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article>{filled}</article></main>"
        "<footer><p>Example Ltd</p></footer></body></html>"
    )


def cleaned(text: str) -> Article:
    return clean(ArticleInput("outlet", html=text))


def assert_kept(article: Article, code: str, lead: str) -> None:
    told, own = TOLD[code], PAGES[code]
    assert article.text.count(lead) == 1
    assert article.text.index(lead) < article.text.index(own.paragraphs[0])
    assert lead not in [item.text for item in article.removed]
    for text in (told.byline, told.date, told.share, told.caption, told.other):
        assert text not in article.text, text
    assert article.text.split("\n\n")[1:] == list(own.paragraphs)


@pytest.mark.parametrize("code", sorted(TOLD))
@pytest.mark.parametrize("top", TOPS)
def test_the_lead_is_kept_in_its_place(top: str, code: str) -> None:
    lead = TOLD[code].lead
    assert_kept(cleaned(page(code, top, escape(lead))), code, lead)


@pytest.mark.parametrize("code", sorted(TOLD))
@pytest.mark.parametrize("top", TOPS)
def test_the_lead_is_kept_where_nothing_has_a_name(top: str, code: str) -> None:
    lead = TOLD[code].lead
    assert_kept(cleaned(page(code, top, escape(lead), BARE)), code, lead)


@pytest.mark.parametrize("code", sorted(TOLD))
@pytest.mark.parametrize("top", ["standfirst in the header", "ingress", "dek", "heading without a name"])
def test_a_lead_needs_no_full_stop(top: str, code: str) -> None:
    lead = TOLD[code].stopless
    assert_kept(cleaned(page(code, top, f"<strong>{escape(lead)}</strong>")), code, lead)


@pytest.mark.parametrize("code", sorted(TOLD))
@pytest.mark.parametrize("where", ["og:description", "linked data", "cut short"])
def test_a_lead_is_known_by_the_description_of_the_page(where: str, code: str) -> None:
    """Even if the element has the name of something else."""
    lead = TOLD[code].lead
    head = f'<meta property="og:description" content="{escape(lead)}">'
    if where == "linked data":
        data = json.dumps({"@type": "NewsArticle", "description": lead})
        head = f'<script type="application/ld+json">{data}</script>'
    if where == "cut short":
        head = f'<meta name="description" content="{escape(lead[:60])}…">'
    text = page(code, "box without a name", f'<div class="meta-info">{escape(lead)}</div>', head=head)
    assert_kept(cleaned(text), code, lead)


@pytest.mark.parametrize("code", sorted(TOLD))
@pytest.mark.parametrize("around", [CLASSY, BARE])
def test_without_a_lead_nothing_is_taken_for_one(around: str, code: str) -> None:
    article = cleaned(page(code, "paragraph without a name", "", around))
    assert article.text.split("\n\n") == list(PAGES[code].paragraphs)


def test_a_lead_that_opens_the_body_is_not_said_twice() -> None:
    lead = PAGES["en"].paragraphs[0]
    article = cleaned(page("en", "standfirst in the header", escape(lead)))
    assert article.text.count(lead) == 1


def test_a_lead_of_two_paragraphs_is_kept_whole() -> None:
    told = TOLD["en"]
    article = cleaned(page("en", "ingress", f"{told.lead}</p><p>{told.stopless}"))
    assert article.text.split("\n\n")[:2] == [told.lead, told.stopless]


def test_the_headline_is_found_beside_the_name_of_the_paper() -> None:
    told = TOLD["en"]
    text = page("en", "paragraph without a name", told.lead).replace("<nav>", "<h1><a href='/'>Example</a></h1><nav>")
    parts = cleaned(text.replace("after warning</h1>", "after a warning</h1>")).text.split("\n\n")
    assert parts[parts.index(told.lead) + 1] == PAGES["en"].paragraphs[0]


def test_what_is_hidden_is_no_lead() -> None:
    for attribute in ("hidden", 'style="display: none"', 'aria-hidden="true"'):
        hidden = f"<span {attribute}>{TOLD['en'].lead}</span>"
        assert TOLD["en"].lead not in cleaned(page("en", "paragraph without a name", hidden)).text


def test_blocks_are_the_lines_of_a_page() -> None:
    tree = lxml_html.document_fromstring(
        "<body><div><span>One</span><b>Two</b></div><p>Three <b>bold</b><!-- x --> end<br>Four</p>tail"
        "<script>x</script>"
    )
    assert [block.text for block in read_blocks(tree)] == ["One", "Two", "Three bold end", "Four", "tail"]


def test_a_description_is_read_wherever_a_page_gives_it() -> None:
    tree = lxml_html.document_fromstring('<head><meta name="description" content=" A &amp;amp; B "></head><p>x</p>')
    assert descriptions_of(tree, {"description": "C", "abstract": 7}) == ["C", "A & B"]


@pytest.mark.parametrize("language", sorted(PAGES))
def test_a_marked_lead_stands_first_though_it_is_long_or_said_again(language: str) -> None:
    page = PAGES[language]
    first, *rest = page.paragraphs
    body = "".join(f"<p>{text}</p>" for text in (*rest, f"{rest[0]} {first}", *rest))
    for lead in (first, " ".join([*page.paragraphs] * 3)):
        top = f"<h1>{page.headline}</h1><div class='chapo'><p>{lead}</p></div>"
        html = f"<html><body>{top}<div>{body}</div></body></html>"
        assert clean(ArticleInput("outlet", html=html)).text.split("\n\n")[0] == lead
