"""Bodies that an article tells by a noun, and names that are one."""

from __future__ import annotations

import pytest

from analysis.actors import find_actors
from analysis.segmentation import segment
from analysis.types import Article, Language


def actors(code: str, text: str) -> dict[str, str]:
    return {one.name: one.type for one in find_actors(segment(Article("test", text, Language(code, 1.0))))}


BODIES = [
    ("en", "A survey from Quorvex, a software vendor, was shown today.", "Quorvex"),
    ("en", "Edna Marsh, an analyst at Quorvex, doubts the figures.", "Quorvex"),
    ("fr", "Elle travaillait depuis six semaines pour Quorvex, une société de Valmont.", "Quorvex"),
    ("fr", "L'entreprise de conseil Quorvex a vendu son siège hier.", "Quorvex"),
    ("ro", "Compania de consultanță Quorvex a plecat ieri.", "Quorvex"),
    ("de", "Die Gewerkschaft Melba zeigt sich entrüstet. Dazu schreibt Melba einen Brief.", "Melba"),
    ("de", "Gastgeber von Alkambra, ein Verein aus Ulm, kamen.", "Alkambra"),
    ("da", "Hos udvikleren Quorvex er man fortrøstningsfuld.", "Quorvex"),
]
ONE = [
    ("en", "It was like the case of Gary Brunswell. I asked Gary about it. Brunswell was out. Brunswell and Gary left.",
     {"Gary Brunswell"}),
    ("en", "The Salem Comets won. The Comets lost in Boston.", {"Salem Comets", "Boston"}),
    ("de", "Der TSV Ulm verlor. Der TSV steht schlecht da.", {"TSV Ulm"}),
    ("de", "Rolf Brinkel alias Don Rolfo kam. Don Rolfo schwieg.", {"Rolf Brinkel"}),
    ("sv", "Anna och Lisa Berghult vann i Lund.", {"Anna Berghult", "Lisa Berghult", "Lund"}),
    ("de", "Das sagte sie der Kleinen Rundschau in Ulm.", {"Kleine Rundschau", "Ulm"}),
    ("ro", "Un comunicat al Consiliului Local explică decizia.", {"Consiliul Local"}),
    ("en", "The U.N. Security Council met. The UN Security Council voted.", {"UN Security Council"}),
    ("ro", "Ministrul Educației a plecat ieri.", set()),
    ("nb", "Redningsskøyta «Dagfinn Moldestad» var først framme.", set()),
    ("nn", "Redningsskøyta «Ingeborg Moldestad» rykte ut.", set()),
    ("da", "Det oplyser bestyrelsesformand Anders Gade til avisen.", {"Anders Gade"}),
    ("en", "They will leave the Porto climate treaty.", set()),
    ("de", "Die Demo in der Altstadt war laut.", set()),
]  # fmt: skip
FILL = {
    "en": "The day was long. It rained a little. Nobody came. The shop was open. The door was shut. It was late. "
    "The light went out. Then it was quiet.",
    "de": "Der Tag war lang. Es regnete ein wenig. Niemand kam. Der Laden war offen. Die Tür war zu. Es war spät. "
    "Das Licht ging aus. Dann war es still.",
    "fr": "La journée fut longue. Il pleuvait un peu. Personne ne vint. La porte était fermée. Il était tard. "
    "La lumière s'éteignit. Puis ce fut le calme. Rien ne bougea.",
    "sv": "Dagen var lång. Det regnade lite. Ingen kom. Affären var öppen. Dörren var stängd. Det var sent. "
    "Ljuset slocknade. Sedan blev det tyst.",
    "nb": "Dagen var lang. Det regnet litt. Ingen kom. Butikken var åpen. Døra var lukket. Det var sent. "
    "Lyset sluknet. Så ble det stille.",
}


@pytest.mark.parametrize(("code", "text", "name"), BODIES)
def test_a_noun_for_a_body_tells_what_a_name_is(code: str, text: str, name: str) -> None:
    assert actors(code, text)[name] == "organization"


@pytest.mark.parametrize(("code", "text", "names"), ONE)
def test_names_of_one_are_one_in_the_form_without_an_article(code: str, text: str, names: set[str]) -> None:
    assert set(actors(code, text)) == names
