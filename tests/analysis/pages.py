"""Pages in every language, written for the tests: an article and what a page sets around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """An article, what stands above, inside and below it, each line with the reason it goes, and lines that stay."""

    headline: str
    paragraphs: tuple[str, str, str, str]
    above: tuple[tuple[str, str], ...]
    inside: tuple[tuple[str, str], ...]
    below: tuple[tuple[str, str], ...]
    own: tuple[str, ...]

    def text(self) -> str:
        first, second, third, fourth = self.paragraphs
        above = [line for line, _ in self.above]
        inside = [line for line, _ in self.inside]
        below = [line for line, _ in self.below]
        return "\n\n".join([*above[:2], self.headline, *above[2:], first, second, *inside, third, fourth, *below])

    def removed(self) -> list[tuple[str, str]]:
        return [*self.above, *self.inside, *self.below]


PAGES: dict[str, Page] = {
    "sv": Page(
        "Kommunen stänger badhuset efter larmet",
        (
            "Badhuset i Lillviken stängs redan på måndag efter att en rapport visat att taket riskerar att rasa in.",
            "– Vi kan inte ta några risker, säger kommunalrådet Anna Berg till lokalradion.",
            (
                "Hur länge badhuset hålls stängt är oklart, men reparationen väntas kosta 14 miljoner kronor "
                "enligt rapporten."
            ),
            "Simklubben får tills vidare träna i grannkommunen, som har lovat att ställa upp med tider.",
        ),
        (
            ("Nyheter", "section"),
            ("Publicerad 3 mars 2025 kl 14.05", "date_line"),
            ("Dela", "share"),
            ("Av Lena Strand", "byline"),
            ("Lästid 3 min", "reading_time"),
        ),
        (
            ("Annons", "advertisement"),
            ("LÄS MER: Så bygger grannkommunen om sin simhall", "read_more"),
            ("Anna Berg.", "caption"),
            ("Foto: Nils Ek / Bildbyrån Norr", "photo_credit"),
            ("Öppna bild i helskärm", "image_control"),
        ),
        (
            ("12 kommentarer", "comments"),
            ("Anmäl dig till vårt nyhetsbrev", "newsletter"),
            ("English", "language_switcher"),
            ("© Lillvikens Tidning", "copyright"),
        ),
        (
            "Läs mer än en bok i månaden, säger rektorn.",
            "Annonsen hade kostat skolan 20 000 kronor.",
            "Dela upp arbetet, uppmanade hon de anställda i går.",
        ),
    ),
    "nb": Page(
        "Kommunen stenger svømmehallen etter varselet",
        (
            "Svømmehallen i Lillevik stenges allerede mandag etter at en rapport viste at taket kan rase sammen.",
            "– Vi kan ikke ta noen sjanser, sier ordfører Anna Berg til lokalradioen.",
            (
                "Hvor lenge hallen holdes stengt er uklart, men reparasjonen ventes å koste 14 millioner kroner "
                "ifølge rapporten."
            ),
            "Svømmeklubben får inntil videre trene i nabokommunen, som har lovet å stille opp med tider.",
        ),
        (
            ("Nyheter", "section"),
            ("Publisert 3. mars 2025 kl. 14.05", "date_line"),
            ("Del på Facebook", "share"),
            ("Av Lena Strand", "byline"),
            ("Lesetid 3 min", "reading_time"),
        ),
        (
            ("Annonse", "advertisement"),
            ("Les også: Slik bygger nabokommunen om hallen sin", "read_more"),
            ("Anna Berg.", "caption"),
            ("Foto: Nils Eik / Bildebyrået Nord", "photo_credit"),
            ("Åpne bildet i fullskjerm", "image_control"),
        ),
        (
            ("12 kommentarer", "comments"),
            ("Meld deg på nyhetsbrevet vårt", "newsletter"),
            ("English", "language_switcher"),
            ("© Lillevik Avis", "copyright"),
        ),
        (
            "Les mer enn en bok i måneden, sier rektoren.",
            "Annonsen hadde kostet skolen 20 000 kroner.",
            "Del opp arbeidet, oppfordret hun de ansatte i går.",
        ),
    ),
    "nn": Page(
        "Kommunen stengjer symjehallen etter varselet",
        (
            "Symjehallen i Lillevik blir stengd alt måndag etter at ein rapport viste at taket kan rase saman.",
            "– Vi kan ikkje ta nokon sjansar, seier ordførar Anna Berg til lokalradioen.",
            "Kor lenge hallen blir halden stengd er uklart, men reparasjonen er venta å koste 14 millionar kroner.",
            "Symjeklubben får inntil vidare trene i nabokommunen, som har lova å stille opp med tider.",
        ),
        (
            ("Nyheiter", "section"),
            ("Publisert 3. mars 2025 kl. 14.05", "date_line"),
            ("Del artikkelen", "share"),
            ("Av Lena Strand", "byline"),
            ("Lesetid 3 min", "reading_time"),
        ),
        (
            ("Annonse", "advertisement"),
            ("Les òg: Slik byggjer nabokommunen om hallen sin", "read_more"),
            ("Anna Berg.", "caption"),
            ("Foto: Nils Eik / Biletbyrået Nord", "photo_credit"),
            ("Opne bildet i fullskjerm", "image_control"),
        ),
        (
            ("12 kommentarar", "comments"),
            ("Meld deg på nyheitsbrevet vårt", "newsletter"),
            ("English", "language_switcher"),
            ("© Lillevik Avis", "copyright"),
        ),
        (
            "Les meir enn ei bok i månaden, seier rektoren.",
            "Annonsen hadde kosta skulen 20 000 kroner.",
            "Del opp arbeidet, bad ho dei tilsette om i går.",
        ),
    ),
    "da": Page(
        "Kommunen lukker svømmehallen efter advarslen",
        (
            "Svømmehallen i Lillevig lukkes allerede på mandag, efter at en rapport viste, at taget kan styrte sammen.",
            "– Vi kan ikke tage nogen chancer, siger borgmester Anna Berg til lokalradioen.",
            (
                "Hvor længe hallen holdes lukket, er uklart, men reparationen ventes at koste 14 millioner "
                "kroner ifølge rapporten."
            ),
            (
                "Svømmeklubben får indtil videre lov til at træne i nabokommunen, som har lovet at stille tider "
                "til rådighed."
            ),
        ),
        (
            ("Nyheder", "section"),
            ("Publiceret 3. marts 2025 kl. 14.05", "date_line"),
            ("Del artiklen", "share"),
            ("Af Lena Strand", "byline"),
            ("Læsetid 3 min", "reading_time"),
        ),
        (
            ("Annonce", "advertisement"),
            ("Læs også: Sådan bygger nabokommunen sin hal om", "read_more"),
            ("Anna Berg.", "caption"),
            ("Foto: Niels Eg / Billedbureauet Nord", "photo_credit"),
            ("Åbn billedet i fuld skærm", "image_control"),
        ),
        (
            ("12 kommentarer", "comments"),
            ("Tilmeld dig vores nyhedsbrev", "newsletter"),
            ("English", "language_switcher"),
            ("© Lillevig Avis", "copyright"),
        ),
        (
            "Læs mere end én bog om måneden, siger rektoren.",
            "Annoncen havde kostet skolen 20.000 kroner.",
            "Del arbejdet op, opfordrede hun de ansatte til i går.",
        ),
    ),
    "ro": Page(
        "Primăria închide bazinul de înot după avertisment",
        (
            (
                "Bazinul de înot din Valea Mică se închide chiar de luni, după ce un raport a arătat că "
                "acoperișul se poate prăbuși."
            ),
            "„Nu putem risca nimic”, a declarat primărița Ana Munteanu pentru radioul local.",
            "Nu este clar cât timp va rămâne închis bazinul, dar reparația ar urma să coste 14 milioane de lei.",
            "Clubul de înot se va antrena deocamdată în comuna vecină, care a promis că îi va pune la dispoziție ore.",
        ),
        (
            ("Actualitate", "section"),
            ("Publicat la 3 martie 2025, ora 14:05", "date_line"),
            ("Distribuie pe Facebook", "share"),
            ("De Elena Stan", "byline"),
            ("Timp de citire: 3 minute", "reading_time"),
        ),
        (
            ("Publicitate", "advertisement"),
            ("Citește și: Cum își reface comuna vecină bazinul", "read_more"),
            ("Ana Munteanu.", "caption"),
            ("Foto: Nicu Stejar / Agenția de Imagini", "photo_credit"),
            ("Deschide imaginea pe tot ecranul", "image_control"),
        ),
        (
            ("12 comentarii", "comments"),
            ("Abonează-te la newsletterul nostru", "newsletter"),
            ("English", "language_switcher"),
            ("© Ziarul Văii", "copyright"),
        ),
        (
            "Citește și scrie bine, spune directoarea școlii.",
            "Publicitatea a costat școala 20.000 de lei.",
            "Distribuie munca în mod egal, le-a cerut ea ieri angajaților.",
        ),
    ),
    "en": Page(
        "Council closes swimming pool after warning",
        (
            "The swimming pool in Littlewick will close on Monday after a report showed that its roof could collapse.",
            "“We cannot take any chances,” mayor Anna Hill told the local radio station.",
            "How long the pool will stay closed is unclear, but the repairs are expected to cost 14 million pounds.",
            "The swimming club will train in a neighbouring town for now, which has promised to make time for it.",
        ),
        (
            ("News", "section"),
            ("Published 3 March 2025 at 14:05 GMT", "date_line"),
            ("Share this article", "share"),
            ("By Ellen Strand", "byline"),
            ("3 min read", "reading_time"),
        ),
        (
            ("Advertisement", "advertisement"),
            ("READ MORE: How the town next door rebuilt its pool", "read_more"),
            ("Anna Hill.", "caption"),
            ("Photo: Neil Oak / North Pictures", "photo_credit"),
            ("Open image in full screen", "image_control"),
        ),
        (
            ("12 comments", "comments"),
            ("Sign up for our newsletter", "newsletter"),
            ("Deutsch", "language_switcher"),
            ("© Littlewick Gazette", "copyright"),
        ),
        (
            "Read more than one book a month, says the head teacher.",
            "The advertisement had cost the school 20,000 pounds.",
            "Share the work fairly, she told the staff yesterday.",
        ),
    ),
    "de": Page(
        "Stadt schließt Schwimmbad nach Warnung",
        (
            (
                "Das Schwimmbad in Kleinbach schließt schon am Montag, nachdem ein Gutachten gezeigt hat, dass "
                "das Dach einstürzen kann."
            ),
            "„Wir dürfen kein Risiko eingehen“, sagte Bürgermeisterin Anna Berg dem Lokalradio.",
            "Wie lange das Bad geschlossen bleibt, ist unklar, doch die Reparatur dürfte 14 Millionen Euro kosten.",
            "Der Schwimmverein trainiert bis auf Weiteres in der Nachbarstadt, die ihm Zeiten versprochen hat.",
        ),
        (
            ("Nachrichten", "section"),
            ("Veröffentlicht am 3. März 2025 um 14:05 Uhr", "date_line"),
            ("Artikel teilen", "share"),
            ("Von Lena Strand", "byline"),
            ("Lesezeit: 3 Minuten", "reading_time"),
        ),
        (
            ("Anzeige", "advertisement"),
            ("Lesen Sie auch: So baut die Nachbarstadt ihr Bad um", "read_more"),
            ("Anna Berg.", "caption"),
            ("Foto: Nils Eiche / Bildagentur Nord", "photo_credit"),
            ("Bild vergrößern", "image_control"),
        ),
        (
            ("12 Kommentare", "comments"),
            ("Melden Sie sich für unseren Newsletter an", "newsletter"),
            ("English", "language_switcher"),
            ("© Kleinbacher Zeitung", "copyright"),
        ),
        (
            "Lesen Sie auch einmal ein Buch, sagte die Rektorin, statt nur Filme zu sehen.",
            "Die Anzeige hatte die Schule 20.000 Euro gekostet.",
            "Teilen Sie die Arbeit gerecht auf, sagte sie gestern.",
        ),
    ),
    "fr": Page(
        "La mairie ferme la piscine après une alerte",
        (
            "La piscine de Petitval fermera dès lundi après qu'un rapport a montré que son toit pouvait s'effondrer.",
            "« Nous ne pouvons prendre aucun risque », a déclaré la maire Anne Dumont à la radio locale.",
            (
                "On ignore combien de temps la piscine restera fermée, mais les travaux devraient coûter 14 "
                "millions d'euros."
            ),
            "Le club de natation s'entraînera pour l'instant dans la ville voisine, qui lui a promis des créneaux.",
        ),
        (
            ("Actualités", "section"),
            ("Publié le 3 mars 2025 à 14h05", "date_line"),
            ("Partager l'article", "share"),
            ("Par Hélène Morin", "byline"),
            ("3 min de lecture", "reading_time"),
        ),
        (
            ("Publicité", "advertisement"),
            ("Lire aussi : Comment la ville voisine refait sa piscine", "read_more"),
            ("Anne Dumont.", "caption"),
            ("Photo : Nicolas Chêne / Images du Nord", "photo_credit"),
            ("Ouvrir l'image en plein écran", "image_control"),
        ),
        (
            ("12 commentaires", "comments"),
            ("Inscrivez-vous à notre newsletter", "newsletter"),
            ("English", "language_switcher"),
            ("© Le Courrier de Petitval", "copyright"),
        ),
        (
            "Plus de 100 personnes ont manifesté devant la mairie.",
            "La publicité avait coûté 20 000 euros à l'école.",
            "Lire aussi pour le plaisir, voilà ce que conseille la directrice.",
        ),
    ),
}
