"""Captions beside pictures, offers, headings of boxes left out and titles of others, set among the paragraphs."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import ArticleInput

# language, headline, two paragraphs, caption, heading of a box, offer of a letter, what it says for itself
INSERTS = (
    ("sv", "Skolan får ett eget växthus", "Skolan i Lillby bygger ett växthus där eleverna ska odla tomater hela året.",
     "Rektorn säger att arbetet börjar i april och att föräldrarna hjälper till.", "Eleverna sår frön i klassrummet",
     "Mest läst i veckan", "Få vårt nyhetsbrev", "Vi skriver varje fredag om allt som händer i de små byarna omkring."),
    ("nb", "Skolen får eget drivhus", "Skolen i Lilleby bygger et drivhus der elevene skal dyrke tomater hele året.",
     "Rektoren sier at arbeidet begynner i april, og at foreldrene hjelper til.", "Elevene sår frø i klasserommet",
     "Mest lest denne uken", "Få vårt nyhetsbrev", "Vi skriver hver fredag om alt som skjer i de små bygdene omkring."),
    ("nn", "Skulen får eige drivhus", "Skulen i Litleby byggjer eit drivhus der elevane skal dyrke tomatar heile året.",
     "Rektor seier at arbeidet byrjar i april, og at foreldra hjelper til.", "Elevane sår frø i klasserommet",
     "Mest lese denne veka", "Få nyheitsbrevet vårt", "Vi skriv kvar fredag om alt som hender i dei små bygdene."),
    ("da", "Skolen får sit eget drivhus", "Skolen i Lilleby bygger et drivhus, hvor eleverne skal dyrke tomater i år.",
     "Rektoren siger, at arbejdet begynder i april, og at forældrene hjælper til.", "Eleverne sår frø i klassen",
     "Mest læst i ugen", "Få vores nyhedsbrev", "Vi skriver hver fredag om alt, hvad der sker i de små byer omkring."),
    ("ro", "Școala primește o seră", "Școala din sat construiește o seră în care elevii vor crește roșii tot anul.",
     "Directorul spune că lucrările încep în aprilie și că părinții ajută.", "Elevii pun semințe în clasă",
     "Cele mai citite articole", "Abonează-te la newsletter", "Scriem în fiecare vineri tot ce se petrece prin sate."),
    ("en", "School gets a greenhouse", "The school in Littleby builds a greenhouse where pupils will grow tomatoes.",
     "The head says that work begins in April and that the parents lend a hand.", "Pupils sow seeds in their classroom",
     "Most read this week", "Sign up for our newsletter", "Each Friday we write on all that happens in the villages."),
    ("de", "Schule bekommt ein Gewächshaus", "Die Schule in Kleindorf baut ein Gewächshaus, in dem Tomaten wachsen.",
     "Die Rektorin sagt, die Arbeit beginne im April, und die Eltern hälfen mit.", "Kinder säen Samen im Klassenzimmer",
     "Meistgelesen diese Woche", "Newsletter abonnieren", "Jeden Freitag schreiben wir, was in den Dörfern geschieht."),
    ("fr", "L’école aura sa serre", "L’école du bourg construit une serre où les élèves feront pousser des tomates.",
     "La directrice dit que les travaux commencent en avril et que les parents aident.", "Des élèves sèment en classe",
     "Les plus lus de la semaine", "Inscrivez-vous à notre newsletter", "Chaque vendredi, la vie de tous les bourgs."),
)  # fmt: skip
IMAGE = "<img src='a.jpg'>"


def _text(headline: str, *inside: str) -> list[str]:
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in inside)
    page = f"<html><body><main><article><h1>{headline}</h1><div>{body}</div></article></main></body></html>"
    return clean(ArticleInput(outlet="x", html=page)).text.split("\n\n")


def _paragraphs(first: str, second: str) -> list[str]:
    return [f"{part} {number}" for number in ("A.", "B.", "C.", "D.") for part in (first, second)]


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_a_caption_beside_a_picture_is_no_part_of_the_text(row: tuple[str, ...]) -> None:
    _, headline, first, second, caption, *_ = row
    own = _paragraphs(first, second)
    shown = f"<div>{IMAGE}<div><p>{caption}</p></div></div>"
    assert _text(headline, *own[:3], shown, *own[3:]) == own
    assert caption in _text(headline, *own[:3], f"<div><p>{caption}</p></div>", *own[3:])
    stopped = f"<div>{IMAGE}<div><p>{caption} {second}</p></div></div>"
    assert f"{caption} {second}" in _text(headline, *own[:3], stopped, *own[3:])


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_what_stands_in_a_list_is_spoken_or_leads_on_is_no_caption(row: tuple[str, ...]) -> None:
    _, headline, first, second, caption, *_ = row
    own = _paragraphs(first, second)
    listed = f"<div>{IMAGE}<ul><li>{caption}</li><li>{caption} 2</li></ul></div>"
    assert f"• {caption}" in "\n".join(_text(headline, *own[:3], listed, *own[3:]))
    for line in (f"– {caption}", f"«{caption}»", f"{caption}:"):
        assert line in _text(headline, *own[:3], f"<div>{IMAGE}<p>{line}</p></div>", *own[3:])


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_the_heading_of_a_box_that_was_left_out_goes_with_it(row: tuple[str, ...]) -> None:
    _, headline, first, second, _, heading, *_ = row
    own = _paragraphs(first, second)
    links = "".join(f"<li><a href='/{n}'>{second[:-1]} {n}</a></li>" for n in range(3))
    assert _text(headline, *own[:3], f"<section><h2>{heading}</h2><ul>{links}</ul></section>", *own[3:]) == own
    assert heading in _text(headline, *own[:3], f"<h2>{heading}</h2>", *own[3:])
    with_text = f"<section><h2>{heading}</h2><p>{first} E.</p><p>{second} E.</p></section>"
    assert heading in _text(headline, *own[:3], with_text, *own[3:])


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_a_box_that_opens_with_an_offer_is_no_part_of_the_text(row: tuple[str, ...]) -> None:
    _, headline, first, second, _, _, offer, said = row
    own = _paragraphs(first, second)
    assert _text(headline, *own, f"<div class='b'><p>{offer}</p><p>{said}</p></div>") == own
    parts = "".join(f"<div class='b'><p>{part}</p><p>{offer}</p></div>" for part in own)
    assert _text(headline, parts) == own


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_a_heading_in_a_link_that_shows_more_is_that_of_another_article(row: tuple[str, ...]) -> None:
    _, headline, first, second, caption, heading, *_ = row
    own = _paragraphs(first, second)
    other = f"<div><a href='/b'><span>{heading}</span><h3>{caption}</h3></a></div>"
    assert caption not in _text(headline, *own[:3], other, *own[3:])
    assert caption in _text(headline, *own[:3], f"<h3><a href='/b'>{caption}</a></h3>", *own[3:])


@pytest.mark.parametrize("row", INSERTS, ids=lambda row: row[0])
def test_the_last_line_of_a_paragraph_parted_by_breaks_is_no_heading(row: tuple[str, ...]) -> None:
    _, headline, first, second, caption, *_ = row
    own = _paragraphs(first, second)
    links = "".join(f"<li><a href='/{n}'>{second[:-1]} {n}</a></li>" for n in range(3))
    parted = f"<p>{caption} 1<br>{caption} 2<br>{caption} 3</p><ul>{links}</ul>"
    assert f"{caption} 3" in "\n".join(_text(headline, *own, parted))
