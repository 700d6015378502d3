"""Quotations: laws that hold for any text, and each construction in each language."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.quotes import find_quotes
from analysis.types import Quote
from tests.analysis.attribution import document_of

CODES = ("da", "de", "en", "fr", "nb", "nn", "ro", "sv")
PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "„",
        "«",
        "»",
        "‹",
        "›",
        "'",
        "’",
        "‘",
        "– ",
        "\n",
        "\n\n",
        ", ",
        ". ",
        ": ",
        "? ",
        " ",
        "`",
        "(",
        ")",
        "Anna Berg",
        "säger",
        "sagte",
        "said",
        "a declarat",
        "a-t-il dit",
        "han",
        "she",
        "att",
        "dass",
        "że",
        "enligt",
        "X",
        "5",
        "laut",
    ]
)


def quotes_of(text: str, code: str) -> tuple[Quote, ...]:
    return find_quotes(document_of(text, code), ())


def only(text: str, code: str, kind: str = "direct") -> Quote:
    found = [quote for quote in quotes_of(text, code) if quote.kind == kind]
    assert len(found) == 1, [quote.text for quote in found]
    return found[0]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60), st.sampled_from((*CODES, "fi", "und")))
def test_spans_are_the_text_and_quotations_stand_in_order(pieces: list[str], code: str) -> None:
    text = "a" + "".join(pieces)
    quotes = quotes_of(text, code)
    for quote in quotes:
        assert text[quote.start : quote.end] == quote.text != ""
        spans = (quote.cue, quote.attribution, quote.medium, quote.via, *quote.stance.evidence)
        assert all(text[span.start : span.end] == span.text for span in spans if span is not None)
        if quote.speaker is not None:
            assert (quote.speaker.start is None) == (quote.speaker.end is None)
        assert 0 <= quote.confidence <= 1 and 0 <= quote.stance.confidence <= 1
    assert [quote.id for quote in quotes] == [f"q{number}" for number in range(1, len(quotes) + 1)]
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    direct = [quote for quote in quotes if quote.kind == "direct"]
    assert all(a.end <= b.start for a, b in itertools.pairwise(direct))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60), st.sampled_from(CODES))
def test_the_same_text_gives_the_same_quotations(pieces: list[str], code: str) -> None:
    text = "a" + "".join(pieces)
    assert quotes_of(text, code) == quotes_of(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "”Vi har inget att dölja”, säger Anna Berg."),
        ("sv", "– Vi har inget att dölja, säger Anna Berg."),
        ("nb", "«Vi har ingenting å skjule», sier Anna Berg."),
        ("nb", "- Vi har ingenting å skjule, sier Anna Berg."),
        ("nn", "«Vi har ingenting å skjule», seier Anna Berg."),
        ("da", "»Vi har intet at skjule«, siger Anna Berg."),
        ("da", "„Vi har intet at skjule”, siger Anna Berg."),
        ("de", "„Wir haben nichts zu verbergen“, sagt Anna Berg."),
        ("de", "»Wir haben nichts zu verbergen«, sagt Anna Berg."),
        ("en", '"We have nothing to hide," says Anna Berg.'),
        ("en", "‘We have nothing to hide,’ says Anna Berg."),
        ("en", "``We have nothing to hide,'' says Anna Berg."),
        ("fr", "« Nous n'avons rien à cacher », dit Anna Berg."),
        ("fr", "“Nous n'avons rien à cacher”, dit Anna Berg."),
        ("ro", "„Nu avem nimic de ascuns”, spune Anna Berg."),
        ("ro", "– Nu avem nimic de ascuns, spune Anna Berg."),
    ],
)
def test_every_kind_of_mark_is_known(code: str, text: str) -> None:
    quote = only(text, code)
    assert quote.text.rstrip(",").split()[-1].isalpha()
    assert quote.text[0].isalpha()
    assert quote.speaker is not None and "Anna Berg" in quote.speaker.name
    assert quote.cue is not None and quote.cue_class == "neutral"


def test_apostrophes_and_inches_are_no_quotation_marks() -> None:
    text = "The mayors' plan isn't new: the 12\" pipe, the boys' school and '68 are in it. It's Berg's."
    assert "direct" not in {quote.kind for quote in quotes_of(text, "en")}


def test_an_interrupted_quotation_is_two_with_one_speaker() -> None:
    first, second = (
        q for q in quotes_of("“The road,” said Anna Berg, “will open in May.”", "en") if q.kind == "direct"
    )
    assert (first.text, second.text) == ("The road,", "will open in May.")
    assert first.speaker == second.speaker


def test_nested_marks_stay_inside_their_quotation() -> None:
    quote = only("„Er rief immer: ‚Komm nach Hause!‘ Das war alles“, sagte Anna Berg.", "de")
    assert quote.text.endswith("Das war alles")


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "Anna Berg wrote:\n\n“We began in spring and we worked all summer.\n\n“We were done by October.”"
    first, second = quotes_of(text, "en")
    assert first.speaker is not None and second.speaker is not None
    assert first.speaker.name == second.speaker.name == "Anna Berg"


def test_a_mark_that_is_never_closed_ends_with_its_sentence() -> None:
    quote = only('Anna Berg said: "We will see. The meeting is on Monday in the old town hall.', "en")
    assert quote.text == "We will see."


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Han såg filmen ”Norrsken” på biografen i går."),
        ("nb", "Han så filmen «Nordlys» på kinoen i går."),
        ("da", "Han så filmen »Nordlys« i biografen i går."),
        ("de", "Er sah gestern den Film „Nordlicht“ im Kino."),
        ("en", "Yesterday he saw the film “Northern Lights” at the cinema."),
        ("fr", "Hier il a vu le film « Aurore boréale » au cinéma."),
        ("ro", "Ieri a văzut filmul „Aurora Boreală” la cinema."),
    ],
)
def test_titles_are_no_quotations(code: str, text: str) -> None:
    assert "direct" not in {quote.kind for quote in quotes_of(text, code)}


@pytest.mark.parametrize(
    ("code", "text", "statement"),
    [
        ("sv", "Anna Berg säger att bron är stängd.", "att bron är stängd"),
        ("nb", "Anna Berg sier at broen er stengt.", "at broen er stengt"),
        ("nn", "Anna Berg seier at brua er stengd.", "at brua er stengd"),
        ("da", "Anna Berg siger, at broen er lukket.", "at broen er lukket"),
        ("de", "Anna Berg sagt, dass die Brücke gesperrt ist.", "dass die Brücke gesperrt ist"),
        ("de", "Anna Berg sagte, die Brücke sei gesperrt.", "die Brücke sei gesperrt"),
        ("en", "Anna Berg says the bridge is closed.", "the bridge is closed"),
        ("fr", "Anna Berg affirme que le pont est fermé.", "que le pont est fermé"),
        ("ro", "Anna Berg spune că podul este închis.", "că podul este închis"),
        ("sv", "Enligt Anna Berg är bron stängd.", "är bron stängd"),
        ("nb", "Ifølge Anna Berg er broen stengt.", "er broen stengt"),
        ("da", "Ifølge Anna Berg er broen lukket.", "er broen lukket"),
        ("de", "Laut Anna Berg ist die Brücke gesperrt.", "ist die Brücke gesperrt"),
        ("en", "According to Anna Berg, the bridge is closed.", "the bridge is closed"),
        ("fr", "Selon Anna Berg, le pont est fermé.", "le pont est fermé"),
        ("ro", "Potrivit Anna Berg, podul este închis.", "podul este închis"),
    ],
)
def test_reported_statements_are_found(code: str, text: str, statement: str) -> None:
    quote = only(text, code, "indirect")
    assert quote.text == statement
    assert quote.speaker is not None and quote.speaker.name == "Anna Berg"


def test_konjunktiv_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = "Anna Berg sagte, die Brücke sei gesperrt. Das Geländer müsse ersetzt werden."
    quotes = quotes_of(text, "de")
    assert quotes[-1].text == "Das Geländer müsse ersetzt werden"
    assert quotes[-1].speaker is not None and quotes[-1].speaker.name == "Anna Berg"


@pytest.mark.parametrize(
    ("code", "text", "cue_class"),
    [
        ("sv", "– Vi har alltid följt lagen, hävdar Anna Berg.", "assertive"),
        ("nb", "– Vi har alltid fulgt loven, påstår Anna Berg.", "doubting"),
        ("da", "– Vi har altid fulgt loven, raser Anna Berg.", "emotive"),
        ("de", "„Wir haben uns immer an das Gesetz gehalten“, behauptet Anna Berg.", "doubting"),
        ("en", "“We have always kept the law,” insists Anna Berg.", "assertive"),
        ("fr", "« Nous avons toujours respecté la loi », s'indigne Anna Berg.", "emotive"),
        ("ro", "„Am respectat întotdeauna legea”, susține Anna Berg.", "neutral"),
    ],
)
def test_the_cue_has_a_class(code: str, text: str, cue_class: str) -> None:
    assert only(text, code).cue_class == cue_class


@pytest.mark.parametrize(
    ("code", "text", "medium", "via"),
    [
        ("sv", "– Det stämmer inte, skriver Anna Berg på Facebook.", "Facebook", None),
        ("nb", "– Det stemmer ikke, sier Anna Berg ifølge Reuters.", None, "Reuters"),
        ("da", "– Det passer ikke, sagde Anna Berg til journalister.", "journalister", None),
        ("en", "“That is not true,” Anna Berg told reporters.", "reporters", None),
        ("de", "„Das stimmt nicht“, schreibt Anna Berg auf Twitter.", "Twitter", None),
        ("fr", "« Ce n'est pas vrai », écrit Anna Berg sur X.", "X", None),
        ("ro", "„Nu este adevărat”, scrie Anna Berg pe Facebook.", "Facebook", None),
    ],
)
def test_where_it_was_said_and_whom_the_article_has_it_from(
    code: str, text: str, medium: str | None, via: str | None
) -> None:
    quote = only(text, code)
    assert quote.speaker is not None and quote.speaker.name == "Anna Berg"
    assert (quote.medium.text if quote.medium else None) == medium
    assert (quote.via.text if quote.via else None) == via


def test_a_language_without_lists_still_has_its_marked_quotations() -> None:
    quotes = quotes_of("”Meillä ei ole mitään salattavaa täällä tänään”, sanoi Anna Berg.", "fi")
    assert [quote.text for quote in quotes] == ["Meillä ei ole mitään salattavaa täällä tänään"]
    assert quotes[0].speaker is None


@pytest.mark.parametrize("unit", ['"', "“", "„a“ ", "'a' ", "« ", "said ", "– a, säger b. ", "och säger att "])
def test_long_odd_texts_are_read_with_valid_spans(unit: str) -> None:
    document = document_of("– Nej, säger a.\n\na " + unit * (100_000 // len(unit)), "sv")
    found = find_quotes(document, ())
    assert found
    for quote in found:
        assert document.text[quote.start : quote.end] == quote.text and quote.start < quote.end
