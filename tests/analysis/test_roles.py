"""Hero, villain and victim by actor: what the outlet tells, what others tell, and when nothing is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.actors import find_actors
from analysis.attribution.reading import read as read_attribution
from analysis.cleaning import clean
from analysis.errors import DataError
from analysis.quotes import find_quotes
from analysis.reader import load_reader
from analysis.resources import languages
from analysis.roles import PARTS, RoleModel, load_roles, tell_roles
from analysis.segmentation import segment
from analysis.types import ActorRole, ArticleInput

KNIFE = {
    "sv": "Viktor Malm högg Sara Lind med kniv i hennes eget kök. Viktor Malm hade hotat Sara Lind i månader.",
    "nb": "Viktor Malm stakk Sara Lind med kniv på hennes eget kjøkken. Viktor Malm hadde truet Sara Lind i måneder.",
    "nn": "Viktor Malm stakk Sara Lind med kniv på hennar eige kjøkken. Viktor Malm hadde truga Sara Lind i månader.",
    "da": "Viktor Malm stak Sara Lind med en kniv i hendes eget køkken. Viktor Malm havde truet Sara Lind i månedsvis.",
    "ro": "Viktor Malm a înjunghiat-o pe Sara Lind în bucătăria ei. "
    "Viktor Malm o amenințase pe Sara Lind luni de zile.",
    "en": "Viktor Malm stabbed Sara Lind in her own kitchen. Viktor Malm had threatened Sara Lind for months.",
    "de": "Viktor Malm stach Sara Lind in ihrer eigenen Küche nieder. Viktor Malm hatte Sara Lind monatelang bedroht.",
    "fr": "Viktor Malm a poignardé Sara Lind dans sa propre cuisine. Viktor Malm menaçait Sara Lind depuis des mois.",
}
ROUTINE = (
    "Anna Holm opened the new library in Norwich on Monday. Anna Holm said the reading room would be open until nine. "
    "The library was designed by Erik Vale. Erik Vale also designed the town hall."
)


def told(text: str, code: str) -> dict[str, ActorRole]:
    document = segment(clean(ArticleInput(outlet="one", text=text, language=code)))
    actors = find_actors(document)
    reading = load_reader().read(document.text, document.sentences, actors)
    quotes = find_quotes(document, actors, read_attribution(document, actors))
    roles = tell_roles(document, actors, quotes, reading)
    assert set(roles) == {actor.id for actor in actors}
    return {actor.name: roles[actor.id] for actor in actors}


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The likeliest role is told, however likely."""
    monkeypatch.setattr(load_roles(), "least", dict.fromkeys(PARTS, 0.0))


def test_every_language_has_a_text() -> None:
    assert sorted(KNIFE) == sorted(languages())


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize("code", sorted(KNIFE))
def test_who_does_harm_and_who_suffers_it(code: str) -> None:
    roles = told(KNIFE[code], code)
    assert roles["Viktor Malm"].outlet_voice.label == "villain"
    assert roles["Sara Lind"].outlet_voice.label in ("victim", None)


@pytest.mark.usefixtures("unsure")
def test_names_exchanged_exchange_the_roles() -> None:
    names = {"Viktor Malm": "Sara Lind", "Sara Lind": "Viktor Malm", "hennes": "hans"}
    text = re.sub("|".join(names), lambda found: names[found[0]], KNIFE["nb"])
    roles = told(text, "nb")
    assert roles["Sara Lind"].outlet_voice.label == "villain"
    assert roles["Viktor Malm"].outlet_voice.label == "victim"


def test_who_does_routine_work_has_no_role() -> None:
    roles = told(ROUTINE, "en")
    assert {roles[name].outlet_voice.label for name in ("Anna Holm", "Erik Vale")} <= {"none", None}
    assert roles["Anna Holm"].outlet_voice.label == "none"


@pytest.mark.usefixtures("unsure")
def test_an_accusation_is_not_the_outlets() -> None:
    roles = told(
        "Prosecutors accuse Boris Tarn of poisoning the wells. The villagers say that Boris Tarn killed their cattle. "
        "“Boris Tarn murdered my brother,” said one farmer.",
        "en",
    )["Boris Tarn"]
    assert roles.outlet_voice.label is None
    assert roles.quoted_voice.label not in (None, "none")
    assert roles.quoted_voice.n >= 2


def test_one_mention_is_not_enough() -> None:
    roles = told("Viktor Malm stabbed Sara Lind in her own kitchen.", "en")["Viktor Malm"]
    assert (roles.outlet_voice.label, roles.outlet_voice.reason) == (None, "insufficient_evidence")
    assert roles.outlet_voice.probabilities is None


def test_a_language_without_a_folder_is_not_read() -> None:
    roles = told("Viktor Malm ja Sara Lind. Viktor Malm ja Sara Lind.", "fi")
    assert {one.reason for role in roles.values() for one in (role.outlet_voice, role.quoted_voice)} == {
        "unsupported_language"
    }


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize("code", sorted(KNIFE))
def test_what_is_told_has_its_probabilities_and_words(code: str) -> None:
    labels = [role.outlet_voice for role in told(KNIFE[code], code).values() if role.outlet_voice.label]
    assert labels
    for one in labels:
        assert one.reason is None
        assert one.probabilities is not None
        shares = {part: getattr(one.probabilities, part) for part in PARTS}
        assert sum(shares.values()) == pytest.approx(1.0, abs=1e-5)
        assert max(shares, key=lambda part: shares[part]) == one.label
        assert one.evidence
        assert {KNIFE[code][span.start : span.end] for span in one.evidence} == {span.text for span in one.evidence}


def test_what_is_not_likely_enough_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_roles(), "least", dict.fromkeys(PARTS, 1.1))
    roles = told(KNIFE["nn"], "nn")["Viktor Malm"].outlet_voice
    assert (roles.label, roles.reason, roles.probabilities, roles.n) == (None, "not_sure", None, 2)


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match="roles"):
        RoleModel(tmp_path)
