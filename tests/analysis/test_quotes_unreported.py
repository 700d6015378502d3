"""Verbs of saying that report nothing: what things do, what anybody may think, what is only named or may be said."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

THINGS = {
    "da": "De kraftige regnskyl truer med at oversvømme kælderen.",
    "de": "Die Ästhetik der Bilder verspricht nur eines: die Sicherheit eines unfreien Lebens.",
    "en": "The delayed repairs underscored the chronic shortage of spare parts.",
    "fr": "Les fortes pluies menacent de couper la route du village.",
    "nb": "De kraftige regnskyllene truer med å oversvømme kjelleren.",
    "nn": "Dei kraftige regnskyllene trugar med å overfløyme kjellaren.",
    "ro": "Ploile puternice amenință să rupă drumul spre sat.",
    "sv": "De kraftiga skyfallen hotar att översvämma källaren.",
}
SOMEBODY = {
    "da": ("Formanden truer med at lukke hallen.", "Formanden"),
    "de": ("Die Gewerkschaft droht mit einem langen Streik am Flughafen.", "Die Gewerkschaft"),
    "en": ("The minister threatened to close the hall.", "The minister"),
    "fr": ("Le ministre menace de fermer la salle.", "Le ministre"),
    "nb": ("Lederen truer med å stenge hallen.", "Lederen"),
    "sv": ("Ministern hotar att stänga hallen.", "Ministern"),
}
NOBODYS = [
    ("en", "It was not immediately known how many people were in the two buildings."),
    ("en", "It's expected that a band of showers will form near the coast."),
    ("en", "The couple have a son called Rolf, 4, and an old dog."),
    ("en", "The firm has solved this with what it calls Warm Fit, which leaves more room."),
    ("en", "It wasn’t called the Harvest Cup at the time."),
    ("en", "This isn't to say a friend's advice is a poor reason to buy."),
    ("en", "Are you a voter? Tell us why you are for the new bridge."),
    ("en", "After agreeing to a price of ten pounds, he took the boat home."),
    ("en", "The mayor explicitly invited Holm to Lake Summit."),
    ("en", "The groups gave him more time on a court order to treat the water of the mine."),
    ("en", "She told nobody. Good question, kid, and an old one."),
    ("de", "Erstaunlich, könnte man meinen, dass dieser Film so viel Erfolg hat."),
    ("de", "Der Index, der die Entwicklung der Währung angibt, kletterte am Abend wieder."),
    ("de", "Was sie offenbaren, stellt unser Bild der Stadt neu zusammen."),
    ("de", "Forscher hatten die Abweichung nicht erwartet, die Erwärmung fiel viel höher aus."),
    ("fr", "La veille, la mairie de Bonville a annoncé son départ."),
    ("fr", "Une version que contestent les syndicats."),
    ("sv", "Bolaget har löst det med det som det kallar Varm Linje."),
]


@pytest.mark.parametrize("code", sorted(THINGS))
def test_what_things_do_as_well_says_nothing(code: str) -> None:
    assert quotes_of(THINGS[code], code) == ()


@pytest.mark.parametrize("code", sorted(SOMEBODY))
def test_somebody_who_threatens_says_so(code: str) -> None:
    text, speaker = SOMEBODY[code]
    assert [quote.speaker.name for quote in quotes_of(text, code) if quote.speaker] == [speaker]


@pytest.mark.parametrize(("code", "text"), NOBODYS)
def test_nobody_says(code: str, text: str) -> None:
    assert quotes_of(text, code) == ()


def test_a_judgement_is_no_name() -> None:
    (quote,) = quotes_of("Many died in what the island’s leader called an act of war.", "en")
    assert quote.text == "an act of war"


def test_a_bare_modal_behind_a_source_is_nobodys() -> None:
    text = "Laut der Umfrage sinkt der Preis. Damit steigt das Risiko, was die Arbeit der Bank erschweren könnte."
    assert len(quotes_of(text, "de")) == 1
