# ruff: noqa: E501
"""Short texts in every language, each with one construction and whose words its last quotation is (own work)."""

from __future__ import annotations

CODES = ("sv", "nb", "nn", "da", "ro", "en", "de", "fr")

WHOSE: dict[str, dict[str, str]] = {
    "the agent of a passive speaks": {
        "sv": "Planen kritiserades på måndagen av oppositionsledaren Karin Dahl som ”ett dyrt skämt”.",
        "nb": "Planen ble mandag kritisert av opposisjonslederen Karin Dahl som «en dyr spøk».",
        "nn": "Planen vart måndag kritisert av opposisjonsleiaren Karin Dahl som «ein dyr spøk».",
        "da": "Planen blev mandag kritiseret af oppositionslederen Karin Dahl som »en dyr spøg«.",
        "ro": "Planul a fost criticat luni de lidera opoziției Karin Dahl drept „o glumă scumpă”.",
        "en": "The plan was criticised on Monday by the opposition leader Karin Dahl as “an expensive joke”.",
        "de": "Der Plan wurde am Montag von der Oppositionsführerin Karin Dahl als „teurer Scherz“ kritisiert.",
        "fr": "Le plan a été critiqué lundi par la cheffe de l'opposition Karin Dahl comme « une plaisanterie chère ».",
    },
    "whom a paper quotes speaks": {
        "sv": "Tidningen Kuriren citerar borgmästaren Karin Dahl: ”Vi har inte råd med bron i år.”",
        "nb": "Avisen Kuréren siterer ordfører Karin Dahl: «Vi har ikke råd til broen i år.»",
        "nn": "Avisa Kuréren siterer ordførar Karin Dahl: «Vi har ikkje råd til brua i år.»",
        "da": "Avisen Kureren citerer borgmester Karin Dahl: »Vi har ikke råd til broen i år.«",
        "ro": "Ziarul Curierul o citează pe primărița Karin Dahl: „Nu ne permitem podul anul acesta.”",
        "en": "The newspaper Courier quotes the mayor Karin Dahl: “We cannot afford the bridge this year.”",
        "de": "Die Zeitung Kurier zitiert die Bürgermeisterin Karin Dahl: „Wir können uns die Brücke nicht leisten.“",
        "fr": "Le journal Courrier cite la maire Karin Dahl : « Nous ne pouvons pas payer le pont cette année. »",
    },
    "a new sentence behind a quotation does not attribute it": {
        "sv": "Karin Dahl svarade: ”Bron är säker.” ”Pengarna finns redan i budgeten.” I går hade Erik Holm svarat.",
        "nb": "Karin Dahl svarte: «Broen er trygg.» «Pengene finnes allerede i budsjettet.» I går hadde Erik Holm svart.",
        "nn": "Karin Dahl svara: «Brua er trygg.» «Pengane finst alt i budsjettet.» I går hadde Erik Holm svara.",
        "da": "Karin Dahl svarede: »Broen er sikker.« »Pengene findes allerede i budgettet.« I går havde Erik Holm svaret.",
        "ro": "Karin Dahl a răspuns: „Podul este sigur.” „Banii sunt deja în buget.” Ieri nici Erik Holm nu răspunsese.",
        "en": "Karin Dahl answered: “The bridge is safe.” “The money is in the budget.” In May Erik Holm had disagreed.",
        "de": "Karin Dahl antwortete: „Die Brücke ist sicher.“ „Das Geld steht im Haushalt.“ Im Mai hatte Erik Holm zugestimmt.",
        "fr": "Karin Dahl a répondu : « Le pont est sûr. » « L'argent est au budget. » En mai Erik Holm avait répondu.",
    },
    "a pronoun behind the verb is its subject": {
        "sv": "Karin Dahl kom till mötet på måndagen. Planen avvisade hon som ”ett dyrt skämt”.",
        "nb": "Karin Dahl kom til møtet mandag. Planen avviste hun som «en dyr spøk».",
        "nn": "Karin Dahl kom til møtet måndag. Planen avviste ho som «ein dyr spøk».",
        "da": "Karin Dahl kom til mødet mandag. Planen afviste hun som »en dyr spøg«.",
        "ro": "Karin Dahl a venit luni la ședință. Ea a numit planul „o glumă scumpă”.",
        "en": "Karin Dahl came to the meeting on Monday. The plan, she said, was “an expensive joke”.",
        "de": "Paul Meyer kam am Montag zur Sitzung. Den Plan der Stadt bezeichnete er als „teuren Scherz“.",
        "fr": "Karin Dahl est venue lundi à la réunion. Elle a qualifié le plan de « plaisanterie chère ».",
    },
    "whose opinion it is, is whom the possessive means": {
        "sv": "Karin Dahl kom till mötet. Enligt hennes mening är planen ”ett dyrt skämt”.",
        "nb": "Karin Dahl kom til møtet. Etter hennes mening er planen «en dyr spøk».",
        "nn": "Karin Dahl kom til møtet. Etter hennar meining er planen «ein dyr spøk».",
        "da": "Karin Dahl kom til mødet. Efter hendes mening er planen »en dyr spøg«.",
        "ro": "Karin Dahl a venit la ședință. În opinia ei, planul este „o glumă scumpă”.",
        "en": "Karin Dahl came to the meeting. In her opinion the plan is “an expensive joke”.",
        "de": "Karin Dahl kam zur Sitzung. Ihrer Meinung nach ist der Plan ein „teurer Scherz“.",
        "fr": "Karin Dahl est venue à la réunion. À son avis, le plan est « une plaisanterie chère ».",
    },
    "whose claim it is, is whom the noun is said to be of": {
        "sv": "Karin Dahl och Erik Holm var där. Karin Dahls påstående att planen var ”ett dyrt skämt” väckte skratt.",
        "nb": "Karin Dahl og Erik Holm var til stede. Karin Dahls påstand om at planen var «en dyr spøk», vakte latter.",
        "nn": "Karin Dahl og Erik Holm var til stades. Karin Dahls påstand om at planen var «ein dyr spøk», vekte latter.",
        "da": "Karin Dahl og Erik Holm var til stede. Karin Dahls påstand om, at planen var »en dyr spøg«, vakte latter.",
        "ro": "Karin Dahl și Erik Holm erau prezenți. Afirmația lui Karin Dahl că planul este „o glumă scumpă” a stârnit râsete.",
        "en": "Karin Dahl and Erik Holm were there. Karin Dahl's claim that the plan was “an expensive joke” was met with laughter.",
        "de": "Karin Dahl und Erik Holm waren dabei. Karin Dahls Behauptung, dass der Plan ein „teurer Scherz“ sei, löste Lachen aus.",
        "fr": "Karin Dahl et Erik Holm étaient présents. L'affirmation de Karin Dahl que le plan est « une plaisanterie chère » a fait rire.",
    },
    "a paper in marks is only where it stood": {
        "sv": "I tidningen ”Kuriren” kallade Karin Dahl planen ”ett mycket dyrt skämt”.",
        "nb": "I avisen «Kuréren» kalte Karin Dahl planen «en svært dyr spøk».",
        "nn": "I avisa «Kuréren» kalla Karin Dahl planen «ein svært dyr spøk».",
        "da": "I avisen »Kureren« kaldte Karin Dahl planen »en meget dyr spøg«.",
        "ro": "În ziarul „Curierul”, Karin Dahl a numit planul „o glumă foarte scumpă”.",
        "en": "In the newspaper “Courier” Karin Dahl called the plan “a very expensive joke”.",
        "de": "In der Zeitung „Kurier“ nannte Karin Dahl den Plan „einen sehr teuren Scherz“.",
        "fr": "Dans le journal « Courrier », Karin Dahl a qualifié le plan de « plaisanterie très chère ».",
    },
    "the clause behind a subordinate one has the subject": {
        "sv": "När Erik Holm hade frågat om pengarna, svarade Karin Dahl: ”Vi har inte råd med bron i år.”",
        "nb": "Da Erik Holm hadde spurt om pengene, svarte Karin Dahl: «Vi har ikke råd til broen i år.»",
        "nn": "Då Erik Holm hadde spurt om pengane, svara Karin Dahl: «Vi har ikkje råd til brua i år.»",
        "da": "Da Erik Holm havde spurgt om pengene, svarede Karin Dahl: »Vi har ikke råd til broen i år.«",
        "ro": "După ce Erik Holm a întrebat de bani, Karin Dahl a răspuns: „Nu ne permitem podul anul acesta.”",
        "en": "After Erik Holm had asked about the money, Karin Dahl answered: “We cannot afford the bridge this year.”",
        "de": "Nachdem Erik Holm nach dem Geld gefragt hatte, antwortete Karin Dahl: „Wir können uns die Brücke nicht leisten.“",
        "fr": "Après qu'Erik Holm a parlé de l'argent, Karin Dahl a répondu : « Nous ne pouvons pas payer le pont. »",
    },
    "a name before brackets speaks in them": {
        "sv": "Flera partier tvekar, bland dem Karin Dahl (”Vi har inte råd med den här bron i år.”).",
        "nb": "Flere partier nøler, blant dem Karin Dahl («Vi har ikke råd til denne broen i år.»).",
        "nn": "Fleire parti nøler, mellom dei Karin Dahl («Vi har ikkje råd til denne brua i år.»).",
        "da": "Flere partier tøver, blandt dem Karin Dahl (»Vi har ikke råd til denne bro i år.«).",
        "ro": "Mai multe partide ezită, printre ele Karin Dahl („Nu ne permitem acest pod anul acesta.”).",
        "en": "Several parties hesitate, among them Karin Dahl (“We cannot afford this bridge this year.”).",
        "de": "Mehrere Parteien zögern, darunter Karin Dahl („Wir können uns diese Brücke in diesem Jahr nicht leisten.“).",
        "fr": "Plusieurs partis hésitent, dont Karin Dahl (« Nous ne pouvons pas payer ce pont cette année. »).",
    },
}
"""Construction, then language: a text."""

WRITTEN: dict[str, tuple[str, str]] = {
    "sv": ("I rapporten heter det: ”Bron måste stängas i två år.”", "rapporten"),
    "nb": ("I rapporten heter det: «Broen må stenges i to år.»", "rapporten"),
    "nn": ("I rapporten heiter det: «Brua må stengjast i to år.»", "rapporten"),
    "da": ("I rapporten hedder det: »Broen skal lukkes i to år.«", "rapporten"),
    "ro": ("În raport se spune: „Podul trebuie închis doi ani.”", "raport"),
    "en": ("In the report it says: “The bridge has to be closed for two years.”", "the report"),
    "de": ("In dem Bericht hatte es geheißen: „Die Brücke muss zwei Jahre gesperrt werden.“", "dem Bericht"),
    "fr": ("Dans le rapport, on peut lire : « Le pont doit fermer deux ans. »", "le rapport"),
}
"""What a statement is read in, and how the speaker is called."""

PASSIVE_WRITTEN: dict[str, str] = {
    "sv": "I rapporten hävdas att bron är farlig.",
    "nb": "I rapporten blir det foreslått at broen skal stenges i to år.",
    "nn": "I rapporten blir det foreslått at brua skal stengjast i to år.",
    "da": "I rapporten bliver det foreslået, at broen skal lukkes i to år.",
    "ro": "În raport este propus ca podul să fie închis doi ani.",
    "en": "In the report it was suggested that the bridge be closed for two years.",
    "de": "In dem Bericht wird vorgeschlagen, dass die Brücke zwei Jahre gesperrt wird.",
    "fr": "Dans le rapport, il est affirmé que le pont doit fermer deux ans.",
}

GERUNDS: dict[str, str] = {
    "ro": "Spunând că planul este „o glumă foarte scumpă”, Karin Dahl a părăsit ședința.",
    "en": "After saying that the plan was “a very expensive joke”, Karin Dahl left the meeting.",
    "fr": "En affirmant que le plan est « une plaisanterie très chère », Karin Dahl a quitté la réunion.",
}
"""Only these languages have such a form of the verb."""
