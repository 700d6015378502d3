"""What may be true of one language. Every field has a neutral default: a language that says nothing is read by the
rules that hold in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Words = tuple[str, ...]
"""Case-folded words or endings, with the straight apostrophe."""
Pairs = tuple[tuple[str, str], ...]
Table = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordOrder:
    """Where subject, verb and adjective stand."""

    verb_second: bool = False
    """The finite verb stands second, so that anything else in first place puts the subject after the verb."""
    sentence_bracket: bool = False
    """Particle, participle or infinitive close the clause that its finite verb opens (*teilte … mit*)."""
    verb_final: bool = False
    """Subordinate clauses end in their finite verb, so that an object may follow a relative pronoun at once."""
    bare_inversion: bool = False
    """Behind quoted words only a bare verb stands before its subject: *said X*, not *had said X* or *later said X*."""
    noun_before_adjective: bool = False
    """The noun comes before what describes it: *La Dépêche*, *Jurnalul Național*."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """How reported clauses and sources are joined to what reports them."""

    obligatory_complementiser: bool = False
    """A reported clause never stands bare behind its verb: *il a dit que …*."""
    adjacent_complementiser: bool = False
    """The complementiser is a pronoun too, so that only whom, when and where may come between it and its verb."""
    comma_before_complement: bool = False
    """A comma stands before every reported clause, also one without complementiser: *sagte, er komme*."""
    bare_time_adverbials: bool = False
    """A day needs no preposition: *said Monday*."""
    split_sources: bool = False
    """Both sides of *according to X* inside a sentence are counted as statements by annotated sets of the language."""
    split_parentheses: bool = False
    """Both sides of *X said* inside a sentence are counted as statements by annotated sets of the language."""
    quotative_particles: Words = ()
    """Particles between quoted words and what attributes them: *…, so der Minister*."""
    manner: Words = ()
    """Words behind marked ones for how something was put: *“…” was how X described it*, *…“, so beschrieb X es*."""
    source_prepositions: Words = ()
    """Prepositions before a medium that says something: *laut Spiegel*."""
    ambipositions: Words = ()
    """Words for *according to* that stand before their noun, and behind it only with a noun of saying."""
    negation_particles: Words = ()
    """What a negation has beside its other word, which may mean something else alone: *ne … plus*."""
    place_prepositions: Words = ()
    """Prepositions that say where something is or goes: behind them stands a place, not somebody of that name."""
    purpose: Words = ()
    """Words that open an infinitive of purpose behind a comma, which nobody says: *um*."""
    written_prepositions: Words = ()
    """Prepositions before what something is read in or said among: *in dem Bericht heißt es*, *am Markt heißt es*."""
    view_prepositions: Words = ()
    """Prepositions before whose view the sentence is, if they open it: *Pour le maire, la loi est une erreur*."""
    origin_prepositions: Words = ()
    """Prepositions before whom an answer or a claim comes from: *the reply from the council*."""
    as_words: Words = ()
    """Words that open a clause in which somebody says what stands beside it: *…, as the minister said*."""
    other_verbs: Words = ()
    """The last word of a verb of saying with the one behind it, where both are another verb: *meldte seg inn*."""
    discourse_markers: Words = ()
    """Two words with a verb of saying that report nothing: *das heißt*."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Form and writing of nouns."""

    capitalised: bool = False
    """All nouns are written with a capital, so that a capital alone shows no name."""
    compounds: bool = False
    """Compounds are one word, so that a listed noun may be the end of a longer one."""
    genitive_s: bool = False
    """The genitive ends in *s* without an apostrophe."""
    declined_given_names: bool = False
    """Genitive and dative of a full name are shown by its given name: *Mariei Popescu*."""
    oblique_endings: Words = ()
    """Endings of nouns with their article in the genitive and dative: *răspunsul primăriei*."""
    definite_endings: Words = ()
    """The article, where it is the end of its noun: *koret*, *bonden*, *corul*."""
    dative_endings: Words = ()
    """What a plural ends in behind a preposition: *Händlern zufolge*."""
    subject_endings: Words = ()
    """Endings of nouns with their article that are no dative, so that they open another phrase behind one."""
    final_vowels: Words = ()
    """Vowels that a noun without its article may end in, and that the article takes off: *jente*, *jenta*."""
    plural_s: bool = False
    """The plural ends in *s*."""
    feminine_endings: Words = ()
    """Endings of feminine nouns."""
    woman_endings: Words = ()
    """Endings of nouns for women, in languages in which another feminine noun for somebody is a plural."""
    adjective_endings: Words = ()
    """Endings of words that are no head of a noun phrase, so that the word after them is no verb."""
    weak_endings: Words = ()
    """Endings of adjectives behind an article: *Europäischen Parlament*."""
    definite_adjectives: Words = ()
    """Adjectives in the definite form that stand between an owner and a noun: *Naturverkets nya rapport*."""
    strong_endings: Words = ()
    """Endings of adjectives without an article, unlike those of verbs: *Fischers neuer Plan*."""
    agent_endings: Words = ()
    """Endings of nouns for what somebody does, behind which a name is theirs: *en vän till sångaren X*."""
    adverb_endings: Words = ()
    """Endings by which a single word that opens a sentence is an adverb rather than a noun: *thus*, *nevertheless*."""
    age_endings: Words = ()
    """What a noun for somebody by his age ends in, behind the number: *36-åringen*, *the 42-year-old*."""
    abstract: Words = ()
    """Nouns for what is felt, known or sure, which say something only in a manner of speaking: *hope says*."""
    forces: Words = ()
    """Nouns for storms, fires, diseases and other forces as subjects, which say nothing: *the storm claimed a life*."""
    share_words: Words = ()
    """Last words of a share of people asked: *twelve percent said*, *douze pour cent*."""
    mute: Words = ()
    """Nouns for what nobody has anything from: *the problem*, *der Titel des Seminars*, *les ventes*."""
    silent: Words = ()
    """Nouns for things, signs and events that show something and tell nothing: *the footage*, *die Spuren*."""
    figures: Words = ()
    """Nouns for figures, which are a source only with whose or which they are: *the bank's figures*."""
    research: Words = ()
    """Nouns for research that an article has something from when it tells whose it is: *a survey by X*."""
    people: Words = ()
    """Nouns for several people, beyond those in the lists of roles and groups, whose views an article may tell."""
    appeared: Words = ()
    """Participles behind a noun for something written, before where it came out: *a study published in …*."""
    noun_plurals: Words = ()
    """Endings that make a plural of a noun without a change of its letters, none of the genitive's."""
    joints: Words = ()
    """Letters that join the first noun of a compound to the next one."""
    named_ends: Words = ()
    """Ends of compounds that may well be names, of places, houses, bodies or people: *-berg*, *-hof*, *-bote*."""
    plural_endings: Words = ()
    """Endings of nouns for several behind an article that stands for several as well."""
    plural_articles: Words = ()
    """The article of several, where it is the end of its noun: *forskarna*."""
    trailing_adverbs: Words = ()
    """Endings of long adverbs between a subject and its verb: *the senators publicly*."""
    participle_endings: Words = ()
    """Endings of participles with which no noun phrase opens before a preposition: *freinées par*."""
    collective: Words = ()
    """Nouns for several without an article or the ending of a plural: *staff at the plant*."""


@dataclass(frozen=True, slots=True)
class Determiners:
    """Articles and what stands in their place."""

    obligatory: bool = False
    """A noun phrase in the singular has a determiner or a capital."""
    nominative: Words = ()
    """Words that in first place nearly always open the subject."""
    feminine_dative: Words = ()
    """Articles that before a feminine noun show the dative: *der Zeitung*."""
    genitive: Words = ()
    """Words that before a name make its genitive: *lui X*."""
    indefinite: Words = ()
    """Forms of the indefinite and the negative article, in languages where they tell a name from a noun."""
    introducing: Words = ()
    """Articles and numerals behind which somebody is meant whom nothing before has named: *one senator*."""
    counting: Words = ()
    """Those of ``introducing`` that are no article, so that another is meant than without them: *another officer*."""
    demonstrative: Words = ()
    """Words by which one is meant whom the text has just told of: *cette source*, *this official*."""
    several: Words = ()
    """Articles that may stand for several, where the noun tells: *die Forscherinnen*."""
    own: Words = ()
    """Stems of the adjective for what is somebody's own: *eigenen Angaben*."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Pronouns that the list of clause words cannot tell apart by their roles."""

    some: Words = ()
    """Words for people by their number alone, which stand before a noun too: *some said that …*."""
    impersonal: Words = ()
    """Subjects that are nobody: what *one calls “…”* is nobody's statement."""
    correlative: Words = ()
    """Neuter pronouns that stand for a clause to come, before the subject: *sah es der Minister als Erfolg an*."""
    oblique: Words = ()
    """Forms for whom something was said to, beside those of the third person."""
    addressing: Words = ()
    """Possessives of whoever is spoken to, outside marks the reader: *your*, *votre*."""
    enclitic: Words = ()
    """Subject pronouns that a hyphen joins to the verb before them: *dit-il*."""
    linking_consonant: str = ""
    """The letter between a verb and an enclitic: *a-t-elle*."""
    latter: Words = ()
    """Words for whoever was named last, behind an article or by themselves: *the latter*, *ce dernier*, *dieser*."""
    for_things: bool = False
    """Whether the pronouns for a man and a woman are for things of their gender too: *le gouvernement … il*."""
    plural_for_bodies: bool = False
    """Whether the pronoun for several is for one body too: *the bank … they*."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """Forms of verbs, and verbs that govern something of their own. Single verbs are lemmas of the list of cues."""

    finding: Words = ()
    """Finite forms and participles of verbs by which a body finds out what an article tells: *tested*, *classified*."""
    s_passive: Pairs = ()
    """Endings of finite verbs, each with that of its passive in *-s*."""
    passive_stems: Words = ()
    """Beginnings of the forms of an auxiliary that makes nothing but the passive: *wird*, *worden*."""
    plural_endings: Words = ()
    """Endings of finite verbs in the third person plural, where a pronoun for a woman is that for several as well."""
    perfect_infinitives: Words = ()
    """Infinitives that make the perfect of a participle before them: *soll gesagt haben*."""
    separable: Words = ()
    """Particles that stand apart from their verbs at the end of a clause: *forderte die Garde | an*."""
    perfect_with_be: Words = ()
    """Verbs whose perfect is made with the auxiliary of the passive: *est convenu*."""
    participles: Words = ()
    """Endings of the present participle or gerund on which a clause hangs at the end of a sentence."""
    absolute_participles: Words = ()
    """Endings of participles that open a clause of their own anywhere in a sentence."""
    infinitive_markers: Words = ()
    """Words before a verb of saying that make it an infinitive with the subject of its sentence: *to say*."""
    reported_endings: Pairs = ()
    """Endings that only the mood of reported speech has, each with that of the infinitive: *er beobachte*."""
    reported_mood: Words = ()
    """Verb forms that say by themselves that words are reported: the present subjunctive."""
    subjunctive_phrases: Words = ()
    """Words behind a subjunctive with which it reports nothing: *es sei denn*, *Gott sei Dank*."""
    predicative: Table = field(default_factory=lambda: MappingProxyType({}))
    """Verbs that say what they call something only with a certain word: *hält X für falsch*, but *hält Aktien*."""
    charging: Words = ()
    """Beginnings of words for being charged with a crime or convicted of it."""
    addressing: Words = ()
    """Verbs that name whom something is said to before they say what, without a word between the two."""
    past_endings: Words = ()
    """Endings of finite verbs in the past that few other words have: *barred*."""
    past_perfect: Words = ()
    """Auxiliaries of the past perfect in the third person singular: *had*, *avait*."""
    never_inverted: Words = ()
    """Verbs that need whom something is said to, so that what stands behind them is not their subject: *told X*."""
    topical_agent: Words = ()
    """Verbs with which the preposition of the agent says what is spoken of, not who speaks: *sprechen von*."""
    commenting: Words = ()
    """Beginnings of words for a comment, and of verbs of confirming and disclosing, which whoever refuses them does not
    make."""
    states: Words = ()
    """Beginnings of adjectives for what somebody feels or stands for, which reflexive verbs of saying report, in
    languages where no clause stands bare behind its verb: *s'est dit inquiet*."""
    of_things: Words = ()
    """Verbs of saying that are said of things as well, which say nothing: *the storms threaten the coast*."""
    foreseen: Words = ()
    """Verbs of expecting and knowing whose passive without an agent is the outlet's own: *it is expected that …*."""
    finite: Words = ()
    """Finite forms of the most frequent verbs that are nothing else, so that they stand in no noun phrase."""
    stating: Words = ()
    """Verb forms of the present with which *for X* opens what X holds: *Pour le maire, la loi est une erreur*."""


@dataclass(frozen=True, slots=True)
class Orthography:
    """How words and sentences are written."""

    elided: Words = ()
    """Words that lose their vowel before another and stand apart from it by an apostrophe; where a language has any, a
    final *'s* is no genitive."""
    unelided: Words = ()
    """Words with an apostrophe that are one word nevertheless: *aujourd'hui*."""
    colon_endings: Words = ()
    """Endings that a colon joins to abbreviations: *FN:s*, *vd:n* (Språkrådet, *Svenska skrivregler*)."""
    ordinal_stop: bool = False
    """Ordinal numbers are written with a full stop (Duden, Språkrådet, Dansk Sprognævn)."""
    opening_mark: str = ""
    closing_mark: str = ""
    """The usual quotation marks, as they stand for a quotation element of a page."""
    stop_within_marks: bool = False
    """The full stop of the sentence around them stands within quotation marks."""
    reading_on: Words = ()
    """Words that open a bracket in which a title follows: *(see “…”)*."""
    listed_works: Words = ()
    """Nouns for works of which titles follow: *articles such as “…”*."""
    letters_of_the_norm: Pairs = ()
    """Letters of old keyboards, each with the one of the norm by which names are shown."""


@dataclass(frozen=True, slots=True)
class Dates:
    """How dates and times of day are written."""

    ordinal_suffixes: Words = ()
    """What follows the number of a day, without a space: *1st*, *1er*."""
    clock_words: Words = ()
    """What follows a time of day: *8.15 Uhr*."""
    hour_marks: Words = ()
    """What separates hours and minutes beside a full stop and a colon: *8 h 15*."""
    month_first: bool = False
    """The month stands before the day: *March 3rd, 2025*."""
    month_first_regions: Words = ()
    """Regions (ISO 3166-1) in which it does in dates of numbers alone too: *03/25/2025*."""


@dataclass(frozen=True, slots=True)
class Readability:
    """Which formulas hold, and how syllables are counted."""

    measures: Words = ()
    """Measures with published constants for the language, beside those that hold in all; ``flesch_reading_ease`` takes
    its constants from textstat, which has them for few languages."""
    vowels: str = ""
    """Letters whose runs are counted as syllables; where there are none, places of hyphenation are counted."""
    silent_ending: str = ""
    """Regular expression of endings whose vowel is not spoken."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that is true of one language and is no list of words of its own (``data/languages/<code>/*.txt``)."""

    name: str = ""
    """The language's name in English."""
    own_name: str = ""
    """The language's name for itself."""
    name_corpus: str = ""
    """Annotated corpus whose conventions of what is a name the tagger follows."""
    word_order: WordOrder = WordOrder()
    clauses: Clauses = Clauses()
    nouns: Nouns = Nouns()
    determiners: Determiners = Determiners()
    pronouns: Pronouns = Pronouns()
    verbs: Verbs = Verbs()
    orthography: Orthography = Orthography()
    dates: Dates = Dates()
    readability: Readability = Readability()
