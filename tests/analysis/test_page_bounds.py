"""Pages as outlets build them: what stands around the lead and the body goes, and nothing of the article with it."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.errors import TextTooLargeError
from analysis.types import ArticleInput

HEAD = "Library stays open in Hull"
LEAD = "The town council will keep the library open, and the readers are glad of it."
BODY = (
    "The council of Hull decided on Tuesday evening that the old library will stay open, said mayor Ian Reed.",
    "The reading room will be painted by volunteers from Leeds, said Joan Reed, who leads the friends of the library.",
    "It had been closed for two years after a flood that destroyed half of the books.",
)
H = f"<h1>{HEAD}</h1>"
L = f"<p>{LEAD}</p>"
B = "".join(f"<p>{text}</p>" for text in BODY)
FIRST, REST = f"<p>{BODY[0]}</p>", "".join(f"<p>{text}</p>" for text in BODY[1:])
FIGURE = "<figure><img src='a.jpg'><figcaption>Ian Reed on Tuesday. Photo: Ann Oak</figcaption></figure>"
OTHER = (
    "<article><h2>School in Leeds closes</h2><p>The school in Leeds will close after the summer because there are few "
    "pupils left.</p><p>Parents have asked the council to think again, but it said that it was too late.</p></article>"
)
PAGES = {
    "lead before the picture": f"<article>{H}<p class='lead'>{LEAD}</p>{FIGURE}<div>{B}</div></article>",
    "lead behind the picture": f"<article>{H}{FIGURE}<p class='ingress'>{LEAD}</p><div>{B}</div></article>",
    "lead as a heading": f"<main><header>{H}<h2 class='standfirst'>{LEAD}</h2></header>{FIGURE}<div>{B}</div></main>",
    "lead in a box": f"<div><div>{H}<div class='chapo'><b>{LEAD}</b></div></div>{FIGURE}<div>{B}</div></div>",
    "kicker": f"<article><p class='kicker'>Culture and books</p>{H}{L}{B}</article>",
    "title again": f"<article>{H}<p>{HEAD}</p>{L}{B}</article>",
    "ornament": f"<article>{H}{L}<p><span>T</span>{BODY[0][1:]}</p>{REST}</article>",
    "ornament apart": f"<article>{H}{L}<p><span class='drop-cap'>T</span> {BODY[0][1:]}</p>{REST}</article>",
    "byline": f"<article>{H}{L}<p>Von Ann Oak, Tom Ash und Kim Elm, NDR</p>{B}</article>",
    "byline and date": f"<article>{H}{L}<div>Ann Oak · Updated 5 March 2024</div>{B}</article>",
    "links between": f"<article>{H}{L}{FIRST}<p><a href='/a'>Read more: School closes</a></p>{REST}</article>",
    "consent": f"<article>{H}{L}{FIRST}<p>We use cookies to show external content.</p>{REST}</article>",
    "wall": f"<article>{H}{L}{B}<p>Subscribe to read the rest of this article.</p></article>",
    "caption": f"<article>{H}{L}<p>Ian Reed in front of the library. Photo: Ann Oak/AP</p>{B}</article>",
    "caption first": f"<article>{H}<p>Auch Ian Reed steht davor. Bild: dpa</p>{L}{B}</article>",
    "boxes": f"<main>{H}<div class='text chapo'>{L}</div><div><div class='text body'>{B}</div></div></main>",
    "second article": f"<article>{H}{L}{B}</article>{OTHER}",
    "headlines above": f"<div><h2><a href='/q'>School in Leeds closes</a></h2></div><article>{H}{L}{B}</article>",
    "lines": f"<article>{H}{L}<p>{'<br><br>'.join(BODY)}</p></article>",
    "aside": f"<article>{H}{L}{FIRST}<aside><h3>Facts</h3><p>It was built in 1901.</p></aside>{REST}</article>",
    "imprint": f"<article>{H}{L}{B}<p>© 2024 The Hull Courier. All rights reserved.</p></article>",
}


@pytest.mark.parametrize("layout", PAGES)
def test_the_article_is_what_stands_between_headline_and_end(layout: str) -> None:
    page = f"<html lang='en'><head><title>{HEAD} - The Hull Courier</title></head><body>{PAGES[layout]}</body></html>"
    article = clean(ArticleInput("outlet", html=page))
    assert article.text.split("\n\n") == [LEAD, *BODY]
    assert article.headline == HEAD


def test_a_line_above_the_headline_is_known_by_the_title_of_the_browser() -> None:
    page = (
        f"<html><head><title>Books in town: {HEAD}</title></head><body><article><p>Books in town</p>{H}{L}{B}</article>"
    )
    assert clean(ArticleInput("outlet", html=f"{page}</body></html>")).text.split("\n\n") == [LEAD, *BODY]


def test_articles_within_the_article_stay() -> None:
    page = f"<html><body><article>{H}{L}{FIRST}<article>{REST}</article></article></body></html>"
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == [LEAD, *BODY]


@pytest.mark.parametrize("element", ["script", "style", "p hidden"])
def test_a_program_full_of_less_thans_is_no_element_of_many_attributes(element: str) -> None:
    program = "for(a=0;a<n.length;) " + "b = c[a] || d; " * 500
    page = (
        f"<html lang='en'><body><{element}>{program}</{element.split()[0]}><article>{H}{L}{B}</article></body></html>"
    )
    assert clean(ArticleInput("outlet", html=page)).text.endswith("\n\n".join(BODY))


def test_elements_of_attributes_without_end_are_refused() -> None:
    attributes = " ".join(f"a{number}" for number in range(7_000))
    with pytest.raises(TextTooLargeError, match="attributes"):
        clean(ArticleInput("outlet", html=f"<article>{H}{L}{B}<p {attributes}>word</p></article>"))


@pytest.mark.parametrize("times", [1, 4])
def test_a_second_article_with_its_own_headline_is_left_out_however_long(times: int) -> None:
    other = "".join(f"<p>The school of Leeds will close after summer {i}, they said.</p>" for i in range(9 * times))
    second = f"<article><h1>School in Leeds closes</h1>{other}</article>"
    page = f"<html lang='en'><head><title>{HEAD}</title></head><body><article>{H}{L}{B}</article>{second}</body></html>"
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == [LEAD, *BODY]


def test_a_lead_under_a_second_level_heading_is_kept() -> None:
    top = f"<h2><span>The readers</span> <span>have got their way</span></h2><p>{LEAD}</p>"
    body = f"<div>{top}<p>By Ann Oak</p>{B}</div>"
    page = f"<html lang='en'><head><title>Library in Hull</title></head><body>{body}</body></html>"
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == [LEAD, *BODY]


WALLS = {
    "sv": "Resten av artikeln är för prenumeranter.", "nb": "Resten av saken er for abonnenter.",
    "nn": "Resten av saka er for abonnentar.", "da": "Resten af artiklen er for abonnenter.",
    "ro": "Restul articolului este pentru abonați.", "en": "The rest of this story is for subscribers.",
    "de": "Dieser Artikel ist Abonnenten vorbehalten.", "fr": "Il vous reste 57,09% de cet article à lire.",
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(WALLS))
def test_what_is_left_behind_a_wall_is_no_sentence_of_the_article(code: str) -> None:
    body = f"<article>{H}{L}{B}<p>{WALLS[code]}</p></article>"
    page = f"<html lang='en'><head><title>{HEAD}</title></head><body>{body}</body></html>"
    assert clean(ArticleInput("outlet", html=page)).text.split("\n\n") == [LEAD, *BODY]
