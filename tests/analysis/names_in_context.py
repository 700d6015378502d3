"""Sentences in which only what stands around an invented name tells what it names, in eight languages."""

from __future__ import annotations

INVENTED = ("Velodra", "Quistar", "Norbesk")
KINDS = ("organization", "person", "place")

SENTENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "organization": (
            "Shares in {} fell by nine per cent after the annual report.",
            "The chief executive of {} promised new jobs at the plant.",
            "{} recalled 4,000 washing machines because of a fault.",
            "The takeover of {} still needs the approval of the regulator.",
        ),
        "person": (
            "{} was born in 1971 and worked as a nurse for twenty years.",
            "“I never saw the letter,” said {}, who retired last spring.",
            "{} shook his head and left the room without a word.",
            "The court sentenced {} to four years in prison for fraud.",
        ),
        "place": (
            "The road between {} and the coast was closed by snow.",
            "About 3,000 people live in {}, most of them fishermen.",
            "The river rose in {} and flooded the old town hall square.",
            "He moved to {} as a child and went to school there.",
        ),
    },
    "de": {
        "organization": (
            "Die Aktien von {} fielen nach dem Jahresbericht um neun Prozent.",
            "Der Vorstandschef von {} versprach neue Stellen im Werk.",
            "{} ruft 4000 Waschmaschinen wegen eines Fehlers zurück.",
            "Die Übernahme von {} muss noch vom Kartellamt genehmigt werden.",
        ),
        "person": (
            "{} wurde 1971 geboren und arbeitete zwanzig Jahre als Krankenpfleger.",
            "„Ich habe den Brief nie gesehen“, sagte {}, der im Frühjahr in Rente ging.",
            "{} schüttelte den Kopf und verließ wortlos den Raum.",
            "Das Gericht verurteilte {} wegen Betrugs zu vier Jahren Haft.",
        ),
        "place": (
            "Die Straße zwischen {} und der Küste war wegen Schnees gesperrt.",
            "Etwa 3000 Menschen leben in {}, die meisten sind Fischer.",
            "Der Fluss stieg in {} und überschwemmte den alten Rathausplatz.",
            "Als Kind zog er nach {} und ging dort zur Schule.",
        ),
    },
    "fr": {
        "organization": (
            "L'action de {} a perdu neuf pour cent après le rapport annuel.",
            "Le directeur général de {} a promis des emplois dans l'usine.",
            "{} rappelle 4 000 machines à laver à cause d'un défaut.",
            "Le rachat de {} doit encore être approuvé par le régulateur.",
        ),
        "person": (
            "{} est né en 1971 et a travaillé vingt ans comme infirmier.",
            "« Je n'ai jamais vu la lettre », a dit {}, qui a pris sa retraite au printemps.",
            "{} a secoué la tête et a quitté la pièce sans un mot.",
            "Le tribunal a condamné {} à quatre ans de prison pour escroquerie.",
        ),
        "place": (
            "La route entre {} et la côte a été fermée par la neige.",
            "Environ 3 000 personnes vivent à {}, la plupart sont pêcheurs.",
            "La rivière a débordé à {} et a inondé la place de la vieille mairie.",
            "Enfant, il a déménagé à {} et y est allé à l'école.",
        ),
    },
    "sv": {
        "organization": (
            "Aktien i {} föll med nio procent efter årsrapporten.",
            "Vd:n för {} lovade nya jobb vid fabriken.",
            "{} återkallar 4 000 tvättmaskiner på grund av ett fel.",
            "Köpet av {} måste ännu godkännas av Konkurrensverket.",
        ),
        "person": (
            "{} föddes 1971 och arbetade som sjuksköterska i tjugo år.",
            "”Jag såg aldrig brevet”, sade {}, som gick i pension i våras.",
            "{} skakade på huvudet och lämnade rummet utan ett ord.",
            "Domstolen dömde {} till fyra års fängelse för bedrägeri.",
        ),
        "place": (
            "Vägen mellan {} och kusten stängdes på grund av snö.",
            "Omkring 3 000 människor bor i {}, de flesta är fiskare.",
            "Ån steg i {} och översvämmade det gamla rådhustorget.",
            "Som barn flyttade han till {} och gick i skolan där.",
        ),
    },
    "nb": {
        "organization": (
            "Aksjen i {} falt ni prosent etter årsrapporten.",
            "Konsernsjefen i {} lovet nye arbeidsplasser ved fabrikken.",
            "{} tilbakekaller 4000 vaskemaskiner på grunn av en feil.",
            "Oppkjøpet av {} må ennå godkjennes av Konkurransetilsynet.",
        ),
        "person": (
            "{} ble født i 1971 og arbeidet som sykepleier i tjue år.",
            "«Jeg så aldri brevet», sa {}, som gikk av med pensjon i vår.",
            "{} ristet på hodet og forlot rommet uten et ord.",
            "Retten dømte {} til fire års fengsel for bedrageri.",
        ),
        "place": (
            "Veien mellom {} og kysten ble stengt av snø.",
            "Omkring 3000 mennesker bor i {}, de fleste er fiskere.",
            "Elva steg i {} og oversvømte det gamle rådhustorget.",
            "Som barn flyttet han til {} og gikk på skole der.",
        ),
    },
    "nn": {
        "organization": (
            "Aksjen i {} fall ni prosent etter årsrapporten.",
            "Konsernsjefen i {} lova nye arbeidsplassar ved fabrikken.",
            "{} kallar tilbake 4000 vaskemaskiner på grunn av ein feil.",
            "Oppkjøpet av {} må enno godkjennast av Konkurransetilsynet.",
        ),
        "person": (
            "{} vart fødd i 1971 og arbeidde som sjukepleiar i tjue år.",
            "«Eg såg aldri brevet», sa {}, som gjekk av med pensjon i vår.",
            "{} rista på hovudet og gjekk ut av rommet utan eit ord.",
            "Retten dømde {} til fire års fengsel for bedrageri.",
        ),
        "place": (
            "Vegen mellom {} og kysten vart stengd av snø.",
            "Om lag 3000 menneske bur i {}, dei fleste er fiskarar.",
            "Elva steig i {} og fløymde over det gamle rådhustorget.",
            "Som barn flytta han til {} og gjekk på skule der.",
        ),
    },
    "da": {
        "organization": (
            "Aktien i {} faldt ni procent efter årsrapporten.",
            "Direktøren for {} lovede nye job på fabrikken.",
            "{} tilbagekalder 4.000 vaskemaskiner på grund af en fejl.",
            "Købet af {} skal endnu godkendes af Konkurrencerådet.",
        ),
        "person": (
            "{} blev født i 1971 og arbejdede som sygeplejerske i tyve år.",
            "»Jeg så aldrig brevet,« sagde {}, som gik på pension i foråret.",
            "{} rystede på hovedet og forlod rummet uden et ord.",
            "Retten idømte {} fire års fængsel for bedrageri.",
        ),
        "place": (
            "Vejen mellem {} og kysten blev lukket af sne.",
            "Omkring 3.000 mennesker bor i {}, de fleste er fiskere.",
            "Åen steg i {} og oversvømmede det gamle rådhustorv.",
            "Som barn flyttede han til {} og gik i skole der.",
        ),
    },
    "ro": {
        "organization": (
            "Acțiunile {} au scăzut cu nouă la sută după raportul anual.",
            "Directorul general al {} a promis locuri de muncă la fabrică.",
            "{} retrage 4.000 de mașini de spălat din cauza unui defect.",
            "Preluarea {} trebuie aprobată de Consiliul Concurenței.",
        ),
        "person": (
            "{} s-a născut în 1971 și a lucrat douăzeci de ani ca asistent medical.",
            "„Nu am văzut niciodată scrisoarea”, a spus {}, care s-a pensionat în primăvară.",
            "{} a dat din cap și a ieșit din cameră fără un cuvânt.",
            "Tribunalul l-a condamnat pe {} la patru ani de închisoare pentru fraudă.",
        ),
        "place": (
            "Drumul dintre {} și coastă a fost închis din cauza zăpezii.",
            "Aproximativ 3.000 de oameni locuiesc în {}, cei mai mulți pescari.",
            "Râul a crescut în {} și a inundat piața vechii primării.",
            "Când era copil s-a mutat la {} și a mers acolo la școală.",
        ),
    },
}
