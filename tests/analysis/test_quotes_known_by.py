"""Who speaks where words beside the verb mislead: refusals, relative clauses, times, titles, the latter, domains."""

from __future__ import annotations

import pytest

from tests.analysis.test_quotes_languages import quotes_of

NOT_SAID = (
    ("en", "Vera Holm is the treasurer. She refused to confirm the sum."),
    ("en", "Not one pupil has said that the roof leaked."),
    ("de", "Vera Holm ist Kassenwartin. Sie lehnte es ab, die Summe zu bestätigen."),
    ("de", "Keiner der Schüler hat dem Rektor gesagt, dass das Dach undicht gewesen sei."),
    ("fr", "La trésorière est Vera Holm. Elle a refusé de confirmer la somme."),
    ("ro", "Casiera este Vera Holm. Ea a refuzat să confirme suma."),
    ("da", "Vera Holm er kasserer. Hun afviste at bekræfte beløbet."),
    ("nb", "Vera Holm er kasserer. Hun nektet å bekrefte beløpet."),
    ("nb", "Ikke en eneste elev har sagt at taket lakk."),
    ("nn", "Vera Holm er kasserar. Ho nekta å stadfesta summen."),
    ("sv", "Vera Holm är kassör. Hon vägrade att bekräfta summan."),
    ("en", "Vera Holm would not say whether the board believes that the sum is right."),
    ("de", "Vera Holm wollte nicht sagen, ob der Vorstand glaubt, dass die Summe stimmt."),
    ("sv", "Vera Holm ville inte säga om styrelsen anser att summan stämmer."),
    ("nb", "Vera Holm ville ikke si om styret mener at summen stemmer."),
    ("da", "Vera Holm ville ikke sige, om bestyrelsen mener, at beløbet passer."),
    ("fr", "Vera Holm n'a pas voulu dire si le conseil pense que la somme est juste."),
    ("ro", "Vera Holm nu a vrut să spună dacă consiliul crede că suma e corectă."),
)


@pytest.mark.parametrize(("language", "text"), NOT_SAID)
def test_what_was_refused_or_said_by_nobody_is_no_statement(language: str, text: str) -> None:
    assert quotes_of(text, language) == ()


SPEAKERS = (
    # a relative clause with a verb of its own, before the verb
    (
        "sv",
        "Rektorn Siri Dahl, som valdes efter en prövning som Otto Lund hade krävt, sade att taket läcker.",
        "Siri Dahl",
    ),
    (
        "da",
        "Rektor Siri Dahl, som blev valgt efter en prøve, som Otto Lund havde krævet, sagde, at taget er utæt.",
        "Siri Dahl",
    ),
    (
        "fr",
        "La directrice Sarah Valle, élue après un vote que Otto Lund avait réclamé, a affirmé que le toit fuit.",
        "Sarah Valle",
    ),
    ("de", "Im Bericht, der dem Rat vorgelegt wurde, fordert Rektorin Sina Thal ein neues Dach.", "Sina Thal"),
    # what only says when
    ("de", "Bereits vor drei Wochen hatte der Verein erklärt, dass das Dach undicht ist.", "der Verein"),
    ("de", "Ende Januar 2016 verkündete der Verein, dass das Dach undicht ist.", "der Verein"),
    ("nb", "Like før påske innrømmet foreningen at taket lekker.", "foreningen"),
    ("da", "Allerede i juli 2019 oplyste foreningen, at taget er utæt.", "foreningen"),
    ("sv", "Redan för två veckor sedan hade föreningen meddelat att taket läcker.", "föreningen"),
    # an address ends where the sentence goes on
    ("en", "According to roofwatch.org rain came through the roof twice.", "roofwatch.org"),
    ("de", "Laut dachwacht.de tropfte das Dach zweimal.", "dachwacht.de"),
    ("nb", "Ifølge takvakt.no lekket taket to ganger.", "takvakt.no"),
    ("da", "Ifølge tagvagt.dk dryppede taget to gange.", "tagvagt.dk"),
    ("sv", "Enligt takvakt.se läckte taket två gånger.", "takvakt.se"),
    ("fr", "Selon toits.fr il a plu deux fois dans la salle.", "toits.fr"),
    # whom somebody quotes
    ("en", "The paper quoted a neighbour as saying that the roof leaked.", "a neighbour"),
    (
        "de",
        "Der Verein teilte in einer gestern veröffentlichten Mitteilung mit, dass das Dach undicht ist.",
        "Der Verein",
    ),
    # a surname that looks like an article
    ("nb", "Læreren Karl Denne hyller den «etterlengtede» reparasjonen.", "Karl Denne"),
    ("sv", "Läraren Karl Ek applåderar den ”efterlängtade” reparationen.", "Karl Ek"),
    ("ro", "Directoarea Sara Vale îl acuză pe Otto Lund că a ascuns factura.", "Sara Vale"),
    # a pronoun for somebody without a name
    (
        "de",
        "Nach dem Sturm meldete sich die Sprecherin der Feuerwehr. Sie sagte, das Dach sei undicht.",
        "die Sprecherin der Feuerwehr",
    ),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_words_beside_the_verb_do_not_speak(language: str, text: str, speaker: str) -> None:
    named = {quote.speaker.name if quote.speaker else None for quote in quotes_of(text, language)}
    assert named == {speaker}


INTRODUCED = (
    (
        "en",
        "A spokesman for the trust, Neil Abery, said crews were tired. The spokesman added that two posts might close.",
    ),
    (
        "sv",
        "Regionens presschef, Nils Abery, medgav att folk är trötta. Presschefen tillade att två poster kan stängas.",
    ),
    (
        "nb",
        "Kommunikasjonssjef i Helse Nord, Nils Abery, sier at folk er slitne. "
        "Kommunikasjonssjefen sier at to poster kan stenges.",
    ),
    (
        "nn",
        "Pressetalsmannen i Helse Nord, Nils Abery, seier at folk er slitne. "
        "Pressetalsmannen seier at to postar kan stengjast.",
    ),
    (
        "da",
        "Pressechef i Region Nord, Niels Abery, siger, at folk er trætte. Pressechefen siger, at to poster kan lukke.",
    ),
    (
        "fr",
        "Le porte-parole du foyer, Noé Abery, a dit que les équipes étaient lasses. Le "
        "porte-parole a ajouté que deux postes fermeraient.",
    ),
)


@pytest.mark.parametrize(("language", "text"), INTRODUCED)
def test_a_description_before_a_name_is_known_again(language: str, text: str) -> None:
    assert [one.speaker is not None and one.speaker.name.endswith("Abery") for one in quotes_of(text, language)] == [
        True,
        True,
    ]


LATTER = (
    ("en", "Otto Lind met Carl Crane in Derby. “We will sue,” the latter said."),
    ("de", "Otto Lind traf Carl Crane in Trier. „Wir klagen“, sagte dieser."),
    ("fr", "Otto Lind a rencontré Carl Crane à Metz. « Nous irons en justice », a répondu ce dernier."),
    ("sv", "Otto Lind mötte Carl Crane i Lund. ”Vi stämmer”, sade denne."),
    ("da", "Otto Lind mødte Carl Crane i Vejle. »Vi sagsøger,« sagde sidstnævnte."),
    ("nb", "Otto Lind møtte Carl Crane i Moss. «Vi saksøker», sa sistnevnte."),
)


@pytest.mark.parametrize(("language", "text"), LATTER)
def test_the_latter_is_whoever_was_named_last(language: str, text: str) -> None:
    (quote,) = quotes_of(text, language)
    assert quote.speaker is not None
    assert quote.speaker.name == "Carl Crane"


PUT_SO = (
    ("en", "“A wall of water” was how skipper Jed Lund described the wave."),
    ("de", "„Eine Wand aus Wasser“ – so beschrieb Skipper Jed Lund die Welle."),
    ("fr", "« Un mur d'eau » : c'est ainsi que le marin Jed Lund décrit la vague."),
    ("sv", "”En vägg av vatten”, så beskrev skepparen Jed Lund vågen."),
    ("nb", "«En vegg av vann», slik beskriver skipper Jed Lund bølgen."),
    ("da", "»En væg af vand«, sådan beskriver skipper Jed Lund bølgen."),
    ("ro", "„Un zid de apă”, așa a descris marinarul Jed Lund valul."),
)


@pytest.mark.parametrize(("language", "text"), PUT_SO)
def test_how_somebody_put_it_is_a_quotation(language: str, text: str) -> None:
    direct = [quote for quote in quotes_of(text, language) if quote.kind == "direct"]
    assert [quote.speaker is not None and quote.speaker.name.endswith("Jed Lund") for quote in direct] == [True]


GOES_ON = (
    (
        "en",
        "Earlier this week, said residents, the road flooded twice.",
        "Earlier this week, said residents, the road flooded twice",
    ),
    (
        "fr",
        "Avant Noël, reconnaît le groupe, la caisse était vide.",
        "Avant Noël, reconnaît le groupe, la caisse était vide",
    ),
    (
        "ro",
        "Înainte de Crăciun, a recunoscut compania, casa era goală.",
        "Înainte de Crăciun, a recunoscut compania, casa era goală",
    ),
)


@pytest.mark.parametrize(("language", "text", "statement"), GOES_ON)
def test_a_time_before_who_says_it_is_not_all(language: str, text: str, statement: str) -> None:
    assert statement in [quote.text for quote in quotes_of(text, language)]


def test_a_friend_of_somebody_is_not_that_one() -> None:
    (quote,) = quotes_of("A friend of actor Joss Weller said that he was resting at home.", "en")
    assert quote.speaker is not None
    assert quote.speaker.actor is None


INCISE = (
    ("fr", "« Les pompes ont lâché, explique l'ingénieure Lou Carvet. Personne n'était en danger. »"),
    ("de", "„So geht das nicht weiter“, fährt Landrat Lou Carvet die Reporter an."),
)


@pytest.mark.parametrize(("language", "text"), INCISE)
def test_a_title_before_the_name_may_stand_beside_the_verb(language: str, text: str) -> None:
    (quote,) = quotes_of(text, language)
    assert quote.speaker is not None
    assert quote.speaker.name == "Lou Carvet"


BESIDE_NAMES = (
    ("en", "Voters who now control the board say that they will accept the result.", "Voters"),
    (
        "en",
        "Her remarks, said Josh Arnold, the mayor's press secretary, are “entirely in line with the plan”.",
        "Josh Arnold",
    ),
    ("en", "In a note, the first lady, Sarah Trent, questioned Ms. Griffon's sanity.", "Sarah Trent"),
    ("en", "Even some judges who seemed friendly to the tenants said that the case was weak.", "some judges"),
    ("en", "A Romley campaign aide said that the plan was dead.", "A Romley campaign aide"),
    ("en", "Senator Diane Fenn of Ohio, who complained that she was tired, left.", "Diane Fenn"),
    (
        "en",
        "The board's president, Cathy Heron, has been deriding “pure fear-mongering” by the other side.",
        "Cathy Heron",
    ),
    ("de", "Der Bruder des Sängers Max Dohl erklärte, die Tour falle aus.", "Der Bruder des Sängers Max Dohl"),
    ("sv", "En vän till sångaren Max Dole säger att turnén är inställd.", "En vän till sångaren Max Dole"),
    ("nb", "En venn av sangeren Max Dole sier at turneen er avlyst.", "En venn av sangeren Max Dole"),
    ("da", "En ven af sangeren Max Dole siger, at turneen er aflyst.", "En ven af sangeren Max Dole"),
    ("nn", "Alt tysdag melde sjukehuset at det manglar senger.", "sjukehuset"),
)


@pytest.mark.parametrize(("language", "text", "speaker"), BESIDE_NAMES)
def test_names_beside_the_speaker_are_not_the_speaker(language: str, text: str, speaker: str) -> None:
    named = {quote.speaker.name if quote.speaker else None for quote in quotes_of(text, language)}
    assert named == {speaker}


LABELLED = (
    (
        "en",
        "Reporter: Will you go?\n\nMinister Ada Croft: No. I was elected.\n\nReporter: "
        "And the money?\n\nMinister Ada Croft: I repay it.",
    ),
    (
        "sv",
        "Reportern: Går du?\n\nMinister Ada Croft: Nej. Jag är vald.\n\nReportern: Och "
        "pengarna?\n\nMinister Ada Croft: Jag betalar.",
    ),
    (
        "en",
        "The cellist Vera Lund has a new record.\n\nWhy Bach again?\n\n“Because he is "
        "endless.”\n\nAnd why now?\n\n“I turned fifty.”",
    ),
)


@pytest.mark.parametrize(("language", "text"), LABELLED)
def test_answers_are_of_whoever_is_interviewed(language: str, text: str) -> None:
    direct = [quote for quote in quotes_of(text, language) if quote.kind == "direct"]
    named = [quote.speaker.name if quote.speaker else None for quote in direct]
    assert len(named) == 2
    assert set(named) in ({"Ada Croft"}, {"Vera Lund"})
