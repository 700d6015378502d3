"""Segmentation: the laws of its spans, and where sentences, paragraphs and words end in each language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.segmentation import segment
from analysis.segmentation.sentences import split_sentences
from analysis.text import fold, words_of
from analysis.types import Article, Document, Language
from tests.analysis.pages import PAGES


def document(text: str, code: str = "en", headline: str | None = None) -> Document:
    return segment(Article("outlet", text, Language(code, 1.0), headline))


def sentences(text: str, code: str = "en") -> list[str]:
    return [text[item.start : item.end] for item in document(text, code).sentences]


def words(text: str, code: str = "en") -> list[str]:
    return [token.text for token in document(text, code).tokens]


texts = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="aÅ1 .!?…\"”«»–-:\n'’()", max_size=200),
    st.lists(
        st.sampled_from(["kl.", "Dr.", "z. B.", "14.", "mai", "Nu", "–", "«Ja!»", "\n", "\n\n", "U.S.", "…"]),
        max_size=30,
    ).map(" ".join),
)


@settings(deadline=None)
@given(texts, st.sampled_from([*sorted(PAGES), "fi", "und"]))
def test_spans_are_trimmed_ordered_and_nested(text: str, code: str) -> None:
    found = document(text, code)
    for spans in (found.paragraphs, found.sentences, found.tokens):
        for span in spans:
            assert span.start < span.end
            assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for sentence in found.sentences:
        assert any(item.start <= sentence.start and sentence.end <= item.end for item in found.paragraphs)
    assert [item.index for item in found.sentences] == list(range(len(found.sentences)))


@settings(deadline=None)
@given(texts, st.sampled_from([*sorted(PAGES), "fi", "und"]))
def test_every_word_is_a_token_inside_one_sentence(text: str, code: str) -> None:
    found = document(text, code)
    for token in found.tokens:
        assert token.text == text[token.start : token.end] and token.lower == fold(token.text)
        inside = [item for item in found.sentences if item.start <= token.start and token.end <= item.end]
        assert len(inside) == 1
    assert "".join(token.text for token in found.tokens) == "".join(text.split())


@settings(deadline=None)
@given(texts)
def test_the_same_text_has_the_same_segments(text: str) -> None:
    assert document(text, "nb") == document(text, "nb")


SENTENCES = {
    "sv": [
        "Mötet börjar kl. 08.18 den 14 oktober.",
        "Bl.a. Sverige, Norge m.fl. länder deltog.",
        "– Nej! ropade hon.",
        "”Vad?” frågade J. K. Ek.",
    ],
    "nb": [
        "Det skjedde 14. oktober kl. 08.18.",
        "Han kom på 3. plass, dvs. bak f.eks. Berg.",
        "«Vi vinner!» sa han.",
        "Bare mellom oss …",
    ],
    "nn": [
        "Det hende 14. oktober kl. 08.18.",
        "Ho kom på 3. plass, dvs. bak t.d. Berg.",
        "«Vi vinn!» sa ho.",
        "Berre mellom oss …",
    ],
    "da": [
        "Det skete den 14. oktober kl. 08.18.",
        "Han blev nr. 3, dvs. bag f.eks. Berg.",
        "»Vi vinder!« sagde han.",
        "Det koster 3,5 mio. kr.",
    ],
    "ro": [
        "Dl. Ionescu a sosit la ora 10.30.",
        "Stă pe str. Lungă nr. 5, lângă dr. Popa.",
        "„Nu știu!” a spus ea.",
        "A costat 3,5 mld. lei.",
    ],
    "en": [
        "Mr. Hill met the U.S. President at 3.5 p.m. today.",
        "“Why?” asked Dr. J. R. Oak.",
        "It cost $3.5 million, i.e. too much.",
        "Wait … what?",
    ],
    "de": [
        "Am 14. Oktober kam z. B. Dr. Berg.",
        "»Wir gehen jetzt!« sagte er.",
        "Das war am 3. Tag, d. h. zu spät.",
        "„Warum?“, fragte sie.",
    ],
    "fr": [
        "M. Dupont est arrivé le 14 oct. dernier.",
        "« Pourquoi ? » a demandé Mme Morin.",
        "Cela coûte 3,5 millions, c.-à-d. trop.",
        "Bref…",
    ],
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_end_where_they_end(code: str) -> None:
    assert sentences(" ".join(SENTENCES[code]), code) == SENTENCES[code]


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_single_sentence_is_one(code: str) -> None:
    single = [*PAGES[code].own, *PAGES[code].paragraphs]
    assert len(single) > 4
    assert [sentence for sentence in single if sentences(sentence, code) != [sentence]] == []


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("sv", "Hon gick hem.Nästa dag kom hon åter.", 2),
        ("en", "He lives in the U.S. The war began.", 2),
        ("en", "It has offices in the U.S. and in the U.K. since 1990.", 1),
        ("de", "Er wurde 19. Danach ging er fort.", 2),
        ("sv", "”Jag vet inte. Fråga någon annan”, sade hon.", 2),
        ("nb", "– Ja. – Nei.", 2),
        ("en", "Version 2.0 and example.com are fine.", 1),
        ("en", "She said “[...] it works” and left.", 1),
        ("en", "“Why?” Tom Hill asked. “Stop!” The car went on.", 3),
        ("en", "He called it “good.” Tom Hill said the plan was late.", 2),
        ("en", "“Why?” “Tom said so.”", 2),
        ("ro", "„De ce?” Ion Popa a plecat. Apoi a venit.", 3),
        ("fi", "Hän tuli. Sitten hän lähti.", 2),
    ],
)
def test_hard_cases(code: str, text: str, number: int) -> None:
    assert len(sentences(text, code)) == number


def test_marks_without_words_belong_to_a_sentence() -> None:
    assert sentences("Ett. Två. * * *", "sv") == ["Ett.", "Två. * * *"]
    assert sentences("*** Ett. Två.", "sv") == ["*** Ett.", "Två."]


def test_words_and_marks() -> None:
    assert words("L'accord d’Anne aujourd'hui, qu'il a signé", "fr") == [
        "L'", "accord", "d’", "Anne", "aujourd'hui", ",", "qu'", "il", "a", "signé",
    ]  # fmt: skip
    assert words("Hill's US-led 1,000.5 24–26 don't", "en") == [
        "Hill",
        "'s",
        "US-led",
        "1,000.5",
        "24",
        "–",
        "26",
        "don't",
    ]
    assert words("S-au dus într-un oraș.", "ro") == ["S-au", "dus", "într-un", "oraș", "."]
    assert words("28-punkts kl. 08.18", "nb") == ["28-punkts", "kl", ".", "08.18"]


def test_addresses_are_one_token_and_no_word() -> None:
    token = document("se https://example.com/a?b=c nu", "sv").tokens[1]
    assert token.text == "https://example.com/a?b=c" and not token.is_word


@pytest.mark.parametrize("code", sorted(PAGES))
def test_roles_of_a_page(code: str) -> None:
    page = PAGES[code]
    text = "\n\n".join(
        [page.headline, page.paragraphs[0], page.paragraphs[1], "Abc def", *page.paragraphs[2:], "• Abc", "• Def"]
    )
    roles = [item.role for item in document(text, code, page.headline).paragraphs]
    assert roles[0] == "headline" and roles[1] == "lead"
    assert roles[3:] == ["subheading", "body", "body", "list", "list"]


def test_a_kicker_above_the_headline_is_a_subheading() -> None:
    page = PAGES["en"]
    text = "\n".join(["“Sad day”", page.headline, *page.paragraphs])
    assert [item.role for item in document(text, "en", page.headline).paragraphs][:3] == [
        "subheading",
        "headline",
        "lead",
    ]


def test_a_dash_opens_a_quotation_a_subheading_or_a_hyphenated_list() -> None:
    page = PAGES["nb"]
    text = "\n".join(
        [page.paragraphs[0], page.paragraphs[1], "– Vil ikke vente lenger", page.paragraphs[2], "- Nei, sier hun."]
    )
    found = document(text, "nb").paragraphs
    assert [item.dash for item in found] == [False, True, True, False, True]
    assert [item.role for item in found] == ["lead", "lead", "subheading", "body", "body"]


def test_a_dated_line_is_an_item_of_a_list() -> None:
    page = PAGES["nb"]
    items = ["Tidslinje:", "13. mai: Hallen stenger.", "Rundt 24–26. mai: Taket rives."]
    text = "\n".join([page.paragraphs[0], page.paragraphs[2], *items, page.paragraphs[3]])
    assert [item.role for item in document(text, "nb").paragraphs] == [
        "lead",
        "lead",
        "subheading",
        "list",
        "list",
        "body",
    ]


def test_the_first_sentence_of_a_text_without_paragraphs_is_its_lead() -> None:
    assert [item.role for item in document("Ett kom. Två gick. Tre satt.", "sv").sentences] == ["lead", "body", "body"]


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    text = "This line was wrapped in the middle,\nand so it goes on here.\n\nAnother one."
    assert len(document(text, "en").paragraphs) == 2


@pytest.mark.parametrize("code", ["sv", "de", "fr", "und"])
@pytest.mark.parametrize("piece", [".", "\n", "a", '"', "a. ", "A. ", "– ", "a\n", ".»", "1.", "' ", "Ett ord. ", "l'"])
def test_long_odd_texts_are_segmented_whole(piece: str, code: str) -> None:
    text = piece * (64_000 // len(piece)) + " x"
    found = document(text, code)
    assert found.sentences[-1].end == len(text)
    assert sum(token.is_word for token in found.tokens) > 0


def test_words_of_agrees_with_tokens_on_plain_words() -> None:
    text = " ".join(PAGES["sv"].paragraphs)
    assert words_of(text) == [token.text for token in document(text, "sv").tokens if token.is_word]


def test_a_french_quotation_that_ends_in_a_spaced_mark_is_running_text() -> None:
    text = "\n\n".join(
        [
            "Le conseil a voté mardi soir la fermeture du pont après cinq heures de débat.",
            "« Il fallait agir. »",
            "La maire a promis de publier le rapport des ingénieurs avant la fin du mois de mars prochain.",
        ]
    )
    assert [paragraph.role for paragraph in document(text, "fr").paragraphs] != ["lead", "subheading", "body"]


SHORT_FORMS = {
    "sv": ("Enl. Bo Ek kostar det 4 milj. kronor.", "Mötet hålls den 7 sept. 2025.", "Se s. 8 ff. och bilagan."),
    "nb": ("Iflg. Bo Eik koster det 4 mill. kroner.", "Møtet er 7. sep. 2025.", "Huset står i Kirkegt. 8."),
    "nn": ("Iflg. Bo Eik kostar det 4 mill. kroner.", "Møtet er 7. sep. 2025.", "Huset står i Kyrkjegt. 8."),
    "da": ("Iflg. Bo Ege koster det 4 mio. kroner.", "Mødet er 7. sep. 2025.", "Se s. 8 ff. og bilaget."),
    "de": (
        "Die Fa. Eck zahlt rd. 4 Mrd. Euro.",
        "Sie tagt am Do. 7. August.",
        "Dipl.-Ing. Eck wohnt in der Parkstr. 8.",
    ),
    "en": (
        "Comm. Bo Oak says it costs approx. 4 mil. pounds.",
        "They met in Sept. 2025.",
        "The wall is 5 ft. 8 in. high.",
    ),
    "fr": ("Les Ets. Roux paient env. 4 millions.", "C’est l’art. 7 de la loi.", "Voir p. 8 et suiv. et l’annexe."),
    "ro": ("Cf. Ion Pop costă cca. 4 mil. lei.", "Au votat pe 7 sept. 2025.", "Vezi p. 8 și urm. pentru detalii."),
}


@pytest.mark.parametrize("code", SHORT_FORMS)
def test_short_forms_before_names_and_numbers_end_no_sentence(code: str) -> None:
    text = " ".join(SHORT_FORMS[code])
    found = [text[start:end] for start, end in split_sentences(text, 0, len(text), code)]
    assert found == list(SHORT_FORMS[code])


NUMBERED = {
    "de": ("Kaiser Franz II.", "Er starb im März.", "Das gilt für Nr. 7.", "Kaiser Franz kam."),
    "en": ("It cost approx. $4 m. in all.", "Ft. Adam is at Rte. 31.", "The wall is 8 ft.", "The end."),
    "fr": ("Mme. Costa part à 8 h. 30.", "Elle revient à 9 h.", "Il reste."),
    "nb": ("Han bor i 2. etg. hos frk. Lie.", "Adr. 4 er feil, dvs. ubebodd.", "Det er alt."),
    "sv": ("Frk. Ek ringde tfn. 31.", "Fören. har kontor, ev. två.", "Det är allt."),
    "da": ("Jnr. 4 mangler, bl.a. hos frk. Lund.", "Det er alt."),
    "ro": ("Dnei. Pop i s-a scris, d.ex. ieri.", "Atât."),
}


@pytest.mark.parametrize("code", NUMBERED)
def test_numerals_and_numbers_end_sentences_where_the_next_word_opens_one(code: str) -> None:
    text = " ".join(NUMBERED[code])
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text), code)] == list(NUMBERED[code])


REIGNS = {
    "nb": ("I fjor kom kong Harald V.", "Ca. 40 personer ventet.", "Så sa fru Anna V. Berg nei."),
    "nn": ("I fjor kom kong Harald V.", "Ca. 40 personar venta.", "Så sa fru Anna V. Berg nei."),
    "da": ("Sidste år kom kong Christian X.", "Ca. 40 personer ventede.", "Så sagde fru Anna V. Berg nej."),
    "sv": ("I fjol kom kung Gustaf V.", "Det var kallt.", "Så sade fru Anna V. Berg nej."),
    "de": ("Dann kam der alte Karl V.", "Die Leute warteten.", "So sprach Frau Anna V. Berg."),
    "fr": ("Alors vint le roi Charles X.", "Les gens attendaient.", "Ainsi parla madame Anna V. Berg."),
    "en": ("Then came king Henry V.", "The people waited.", "So said the mayor, Anna V. Berg."),
}


@pytest.mark.parametrize("code", REIGNS)
def test_the_number_of_a_king_ends_a_sentence_and_an_initial_none(code: str) -> None:
    text = " ".join(REIGNS[code])
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text), code)] == list(REIGNS[code])
