"""Different names for the same: told where one judges and the other is plain, and of nothing else."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from analysis.comparison import compare
from analysis.comparison.findings.naming import _place
from analysis.comparison.findings.tellings import Telling
from analysis.resources import languages
from analysis.types import Analysed, Finding, LoadedTerm
from tests.analysis.stories import Told, told
from tests.hostile.growth import calls

LUND = {"Carl Lund": "person:carl-lund"}
LINES = {
    "sv": ("Den {}ministern Carl Lund lämnade hamnstyrelsen i Sundvik igår kväll.", "skandalomsusade "),
    "nb": ("Den {}ministeren Carl Lund forlot havnestyret i Sundvik i går kveld.", "skandaleomsuste "),
    "nn": ("Den {}ministeren Carl Lund forlét hamnestyret i Sundvik i går kveld.", "skandaleomsuste "),
    "da": ("Den {}minister Carl Lund forlod havnestyrelsen i Sundvik i går aftes.", "skandaleombruste "),
    "en": ("The {}minister Carl Lund left the harbour board of Sundvik last night.", "disgraced "),
    "de": ("Der {}Minister Carl Lund verließ gestern Abend den Hafenrat von Sundvik.", "skandalumwitterte "),
    "fr": ("Le {}ministre Carl Lund a quitté hier soir le conseil du port de Sundvik.", "sulfureux "),
    "ro": ("Un {}ministru Carl Lund a părăsit aseară consiliul portului din Sundvik.", "compromis "),
}
THINGS = {
    "sv": ("Polisen grep tolv {} vid hamnen i Sundvik under natten.", "ekoterrorister", "demonstranter"),
    "nb": ("Politiet pågrep tolv {} ved havnen i Sundvik i løpet av natten.", "økoterrorister", "demonstranter"),
    "nn": ("Politiet tok tolv {} ved hamna i Sundvik i løpet av natta.", "økoterroristar", "demonstrantar"),
    "da": ("Politiet anholdt tolv {} ved havnen i Sundvik i løbet af natten.", "økoterrorister", "demonstranter"),
    "en": ("The police arrested twelve {} at the harbour of Sundvik during the night.", "terrorists", "protesters"),
    "de": ("Die Polizei nahm zwölf {} am Hafen von Sundvik in der Nacht fest.", "Klimaterroristen", "Klimaaktivisten"),
    "fr": ("La police a arrêté douze {} au port de Sundvik pendant la nuit.", "écoterroristes", "manifestants"),
    "ro": ("Poliția a reținut doisprezece {} în portul din Sundvik în timpul nopții.", "teroriști", "protestatari"),
}


def article(outlet: str, code: str, line: str, label: str = "", *more: str) -> Analysed:
    """An article of the line, in which ``label`` is read as a label in the outlet's own voice."""
    item = told(Told(outlet, [line, *more], LUND, language=code))
    start = line.find(label)
    found = (LoadedTerm(start, start + len(label), label, "outlet", "labelling", 2),) if label else ()
    return replace(item, analysis=replace(item.analysis, framing=replace(item.analysis.framing, loaded_language=found)))


def namings(*articles: Analysed) -> list[Finding]:
    return [one for one in compare(articles).findings if one.kind == "naming"]


@pytest.mark.parametrize("code", languages())
def test_a_person_called_by_a_label_here_and_by_the_office_there(code: str) -> None:
    line, label = LINES[code]
    labelled, plain = line.format(label), line.format("")
    (found,) = namings(article("alpha", code, labelled, label.strip()), article("beta", code, plain))
    assert found.message.key == "naming.person"
    assert found.actors == ("person:carl-lund",)
    assert [span.article for span in found.evidence] == ["article-1", "article-2"]
    assert label.strip() in found.evidence[0].text and label.strip() not in found.evidence[1].text
    assert all(span.text.endswith("Carl Lund") for span in found.evidence)


@pytest.mark.parametrize("code", languages())
def test_a_person_is_compared_across_languages(code: str) -> None:
    line, label = LINES[code]
    other = LINES["en" if code != "en" else "sv"][0].format("")
    found = namings(
        article("alpha", code, line.format(label), label.strip()),
        article("beta", "en" if code != "en" else "sv", other),
    )
    assert [one.message.key for one in found] == ["naming.person"]


@pytest.mark.parametrize("code", languages())
def test_a_thing_named_by_a_label_in_the_same_place_of_one_claim(code: str) -> None:
    line, label, plain = THINGS[code]
    (found,) = namings(article("alpha", code, line.format(label), label), article("beta", code, line.format(plain)))
    assert found.message.key == "naming.thing"
    assert [span.text for span in found.evidence] == [label, plain]
    assert found.claims


@pytest.mark.parametrize("code", languages())
def test_names_that_do_not_judge_or_stand_in_both_are_not_told(code: str) -> None:
    line, label, plain = THINGS[code]
    one, other = article("alpha", code, line.format(label)), article("beta", code, line.format(plain))
    assert namings(one, other) == []
    both = article("beta", code, line.format(plain), "", f"{label.capitalize()}: 31.")
    assert namings(article("alpha", code, line.format(label), label), both) == []


def test_a_label_of_something_else_in_the_sentence_is_none_of_the_person() -> None:
    line = "The scandal engulfed minister Carl Lund and the harbour board of Sundvik last night."
    plain = article("beta", "en", LINES["en"][0].format(""))
    assert namings(article("alpha", "en", line, "scandal"), plain) == []


def test_a_person_named_by_words_that_may_judge_too_is_no_plain_name() -> None:
    line, label = LINES["en"]
    unsure = article("beta", "en", line.format("scandal-hit "))
    assert namings(article("alpha", "en", line.format(label), label.strip()), unsure) == []


def test_a_label_behind_the_name_is_read_too() -> None:
    line = "Carl Lund, the disgraced minister, left the harbour board of Sundvik last night."
    (found,) = namings(article("alpha", "en", line, "disgraced"), article("beta", "en", LINES["en"][0].format("")))
    assert found.evidence[0].text == "Carl Lund, the disgraced minister"


def place(one: str, other: str) -> tuple[str, str] | None:
    """The words in the one place in which two sentences differ."""
    sides = (one, other)
    presences = (SimpleNamespace(text=side, start=0, end=len(side)) for side in sides)
    found = _place(*(cast(Telling, SimpleNamespace(presence=each, code="en")) for each in presences))
    if found is None:
        return None
    return tuple(side[slice(*span)] for side, span in zip(sides, found, strict=True))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The council closed the dirty pool by the harbour.", None),
        ("The council closed the dump by the harbour.", ("pool", "dump")),
        ("The council closed the old dump by the harbour.", ("pool", "old dump")),
        ("The council closed the pool by the harbour.", None),
        ("A council closed the dump by the harbour.", None),
        ("The council closed the pool dump by the harbour.", None),
    ],
)
def test_two_sentences_differ_in_one_place_or_in_none(other: str, expected: tuple[str, str] | None) -> None:
    assert place("The council closed the pool by the harbour.", other) == expected


@pytest.mark.parametrize("piece", ["1,234 ", "pool ", "the pool "])
def test_finding_the_place_takes_linear_time_where_words_repeat(piece: str) -> None:
    """Two sentences of 900 figures took a second."""
    short, long = (calls(lambda size=size: place(piece * size + "x", piece * size + "y")) for size in (200, 400))  # type: ignore[misc]
    assert long > 1_000
    assert long < 2.3 * short
