"""Lines of pages in eight languages: buttons that name where to share, dates that were changed, credits with a part."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.types import Article, ArticleInput
from tests.analysis.test_sources_credits import credits_of

STORY = {
    "da": ("Dæmningen holder", "Dæmningen holder, siger ingeniøren."),
    "de": ("Der Deich hält", "Der Deich hält, sagt die Ingenieurin."),
    "en": ("The dam holds", "The dam holds, says the engineer."),
    "fr": ("La digue tient", "La digue tient, dit l’ingénieure."),
    "nb": ("Demningen holder", "Demningen holder, sier ingeniøren."),
    "nn": ("Demninga held", "Demninga held, seier ingeniøren."),
    "ro": ("Digul rezistă", "Digul rezistă, spune inginera."),
    "sv": ("Dammen håller", "Dammen håller, säger ingenjören."),
}
BUTTONS = [
    ("da", "Send via WhatsApp"),
    ("da", "Del på LinkedIn"),
    ("de", "Per WhatsApp teilen"),
    ("de", "Auf Instagram teilen"),
    ("en", "Share via Telegram"),
    ("en", "Share on Reddit"),
    ("fr", "Partager sur Bluesky"),
    ("fr", "Envoyer par WhatsApp"),
    ("nb", "Del på Messenger"),
    ("nn", "Send på WhatsApp"),
    ("ro", "Trimite prin Telegram"),
    ("ro", "Distribuie pe WhatsApp"),
    ("sv", "Dela via Messenger"),
    ("sv", "Skicka via WhatsApp"),
]
CHANGED = [
    ("da", "4. april 2023 kl. 9.15 (senest ændret 6. april 2023 kl. 7.30)"),
    ("de", "4. April 2023, 9.15 Uhr (zuletzt geändert am 6. April 2023, 7.30 Uhr)"),
    ("en", "4 April 2023, 9.15am (last modified on 6 April 2023, 7.30am)"),
    ("fr", "4 avril 2023, 9h15 (actualisé le 6 avril 2023 à 7h30)"),
    ("nb", "4. april 2023 kl. 09.15 (sist oppdatert 6. april 2023 kl. 07.30)"),
    ("nn", "4. april 2023 kl. 09.15 (sist endra 6. april 2023 kl. 07.30)"),
    ("ro", "4 aprilie 2023, 9:15 (modificat la 6 aprilie 2023, 7:30)"),
    ("sv", "4 april 2023, 09.15 (senast ändrad 6 april 2023, 07.30)"),
]


def cleaned(text: str) -> Article:
    return clean(ArticleInput(outlet="x", text=text))


@pytest.mark.parametrize(("code", "line"), BUTTONS)
def test_a_button_that_names_a_platform_goes_between_paragraphs(code: str, line: str) -> None:
    headline, story = STORY[code]
    article = cleaned("\n\n".join([headline, story * 4, line, story]))
    assert line not in article.text
    assert [item.text for item in article.removed] == [line]


@pytest.mark.parametrize(("code", "line"), CHANGED)
def test_a_bare_date_with_its_change_in_brackets_gives_both(code: str, line: str) -> None:
    headline, story = STORY[code]
    article = cleaned("\n\n".join([headline, line, story]))
    assert article.headline == headline
    dates = (article.published_at, article.updated_at)
    assert [date and date.value for date in dates] == ["2023-04-04T09:15", "2023-04-06T07:30"]


@pytest.mark.parametrize(
    ("code", "line", "agency"),
    [
        ("de", "© dpa-infocom", "dpa"),
        ("de", "© dpa-infocom, dpa:230404-99-4711/2", "dpa"),
        ("en", "© Reuters Ltd", "Reuters"),
        ("fr", "© AFP Services", "AFP"),
    ],
)
def test_the_part_of_an_agency_is_its_credit(code: str, line: str, agency: str) -> None:
    headline, story = STORY[code]
    article = cleaned("\n\n".join([headline, story, line]))
    assert article.text.endswith(line)
    assert agency in credits_of(article.text, code)


@pytest.mark.parametrize(
    ("code", "line", "agency"),
    [
        ("da", "Med materiale fra Ritzau", "Ritzau"),
        ("de", "Mit Material der dpa", "dpa"),
        ("de", "Mit Informationen von AFP", "AFP"),
        ("en", "With material from Reuters", "Reuters"),
        ("nb", "Med stoff fra NTB", "NTB"),
        ("nn", "Med stoff frå NTB", "NTB"),
        ("sv", "Med material från TT", "TT"),
    ],
)
def test_an_agency_that_gave_material_is_credited(code: str, line: str, agency: str) -> None:
    headline, story = STORY[code]
    assert agency in credits_of("\n\n".join([headline, story, line]), code)


@pytest.mark.parametrize("ending", [" /dpa", " (dpa)", " (dpa/lby)", "\n\ndpa/fr", " dpa"])
def test_an_agency_behind_the_last_stop_is_credited(ending: str) -> None:
    assert credits_of(STORY["de"][1] + ending, "de") == ["dpa"]


def test_a_copyright_line_of_somebody_else_goes() -> None:
    headline, story = STORY["en"]
    assert "Halden" not in cleaned("\n\n".join([headline, story, "© Halden Media Ltd"])).text
