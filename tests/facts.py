"""What a careful reader finds in the five seed articles: data for `test_facts.py`, one line a fact.

Seeds are named by their number. A quotation is known by words that it must contain; its speaker by a word of the
speaker's name (``None``: the reader is told nobody, ``*``: a group without a name).
"""

from __future__ import annotations

from typing import NamedTuple


class QuotationFact(NamedTuple):
    """A quotation that the article contains."""

    seed: str
    words: str
    speaker: str | None
    kind: str | None = None
    via: str | None = None
    medium: str | None = None


QUOTATIONS = (
    QuotationFact("000", "Det skulle jag säga", "Witkoff", "direct"),
    QuotationFact("000", "Jag skulle ringa och bara upprepa", "Witkoff", "direct"),
    QuotationFact("000", "Jag talar ofta med Witkoff", "Usjakov", "direct", via="Yle"),
    QuotationFact("000", "Det är osannolikt att det gjorts", "Usjakov", "direct"),
    QuotationFact("000", "standardförhandling", "Trump", "mixed", via="Newsweek"),
    QuotationFact("000", "samtalet diskvalificerar", "Bacon", "indirect"),
    QuotationFact("000", "Skulle en betald rysk agent", "Bacon", "direct", medium="X"),
    QuotationFact("001", "Bare mellom oss", "Witkoff", "direct"),
    QuotationFact("001", "Jeg tror vi kommer til", "Witkoff", "direct"),
    QuotationFact("001", "samtalen er ekte", "Usjakov", "indirect", via="Guardian", medium="russisk TV"),
    QuotationFact("001", "forræder", "*", "mixed"),
    QuotationFact("001", "For alle som er imot", "Bacon", "direct", medium="X"),
    QuotationFact("001", "Witkoff ikke bør lede forhandlingene", "Bacon", "indirect"),
    QuotationFact("001", "Han bør få sparken", "Bacon", "direct"),
    QuotationFact("001", "en ekte forræder", "Lieu", "mixed", medium="X"),
    QuotationFact("001", "et stort problem", "Fitzpatrick", "mixed"),
    QuotationFact("001", "Dette er en av de mange grunnene", "Fitzpatrick", "direct", medium="X"),
    QuotationFact("001", "standard forhandling", "Trump", "mixed", via="Bloomberg"),
    QuotationFact("001", "må selge dette til Ukraina", "Trump", "direct", medium="journalister"),
    QuotationFact("001", "Du må si, hør her", "Trump", "direct"),
    QuotationFact("001", "han vil diskutere de sensitive delene", "Zelenskyj", "indirect"),
    QuotationFact("003", "Vi ble enige om å samarbeide", "Trump", "direct", medium="Truth Social"),
    QuotationFact("003", "Vi snakket hver om styrken", "Trump", "direct"),
    QuotationFact("003", "sunn fornuft", "Trump"),
    QuotationFact("003", "Putin og Trump ble også enige", "Peskov", "direct"),
    QuotationFact("003", "Jeg har bedt utenriksminister", "Trump", "direct"),
    QuotationFact("004", "That would be a positive thing", "Witkoff", "direct"),
    QuotationFact("004", "When the meeting ended", "Witkoff", "direct"),
    QuotationFact("004", "great discussion", "Witkoff"),
    QuotationFact("004", "friendship", "Witkoff"),
    QuotationFact("004", "real progress in bilateral relations", "Moscow"),
    QuotationFact("004", "dictator without elections", "Trump"),
)

REMOVED = {
    "000": (
        "Publicerad 26 nov 2025 kl 08.18Uppdaterad kl 08.26",
        "Senaste klippen om Trump-administrationen.",
        "Vladimir Putin och Steve Witkoff.",
        "Foto: AA / STELLA PICTURES/ABACA PRESS ABACA PRESS",
        "Öppna bild i helskärm",
        "Donald Trump.",
        "Foto: ALEX BRANDON / AP TT NYHETSBYRÅN",
        "LÄS MER: De tre kraven gör fredsavtal”oacceptabelt”",
    ),
    "001": ("English (US)",),
    "002": (
        "date 2026-01-14 Live TV",
        "Data publicării:",
        "Vladimir Putin - intalnire - Steve Witkoff - Jared Kushner - decembrie 2025",
        "Imagine de la întâlnirea președintelui rus Vladimir Putin cu Steve Witkoff și Jared Kushner. "
        "Foto: Biroul de presă al Kremlinului / Anadolu/ABACAPRESS/ Profimedia",
    ),
    "003": ("date 2025-02",),
    "004": (
        "date 2025-02-23 Vorteilswelt",
        "Nachrichten",
        "23.02.2025 21:32",
        "0 Kommentare",
        "This article has been automatically translated,",
        "read the original article here.",
    ),
}
"""Not article text, line by line as it stands in the file (white space at the ends aside)."""

DATES = {
    "000": ("2025-11-26", "2025-11-26"),
    "002": ("2026-01-14", None),
    "003": ("2025-02", None),
    "004": ("2025-02-23", None),
}
"""How the published date and, if any, the update begin."""

LANGUAGES = {"000": "sv", "001": "nb", "002": "ro", "003": "nb", "004": "en"}

SUBHEADINGS = {
    "000": ("”Osannolikt att det gjorts för att förbättra relationerna”",),
    "001": (
        "Ga flere taktiske råd",
        "Skaper store reaksjoner",
        "Tidslinje over samtalene:",
        "Trump avfeier kritikk",
    ),
    "003": ("– Ønsker å stoppe millioner av dødsfall", "Invitert til Moskva", "Tror forhandlingene vil lykkes"),
    "004": (
        '"Great discussion"',
        '"Friendship" developed with Putin',
        "Next round of talks fixed",
        "Trump turns his back on Ukraine - Russia delighted",
    ),
}

# The kicker of 004 and the line that opens the dated list of 001 head what follows them, like the subheadings.
TIMELINE = ("13. oktober:", "14. oktober:", "16. oktober:", "29. oktober:")
"""How lines of 001's dated list begin, after a bullet if there is one."""

SOURCES = {
    "000": ("Bloomberg", "Yle", "Newsweek", "X", "ryska statsmedier"),
    "001": ("Bloomberg", "The Guardian", "X", "russisk TV"),
    "002": ("Bloomberg", "persoane familiarizate", "Axios", "Zelenski", "mass-media"),
    "003": ("Truth Social", "Peskov"),
    "004": ("RIA", "Witkoff"),
}

ONE_ACTOR = {
    "000": (
        ("Jurij Usjakov",),
        ("Witkoff", "Witfkoff"),
        ("Vladimir Putin", "Putins"),
        ("Donald Trump", "Donald Trumps"),
    ),
    "001": (
        ("Jurij Usjakov", "Jurji Usjakov", "Usjakov"),
        ("Steve Witkoff", "Witkoffs"),
        ("Vladimir Putin", "Putin"),
        ("Volodymyr Zelenskyj", "Zelenskyj"),
        ("Kirill Dmitrijev", "Dmitrijev"),
    ),
    "002": (("Kirill Dmitriev", "Dmitriev"), ("Volodimir Zelenski",)),
    "003": (("Volodymyr Zelenskyj", "Zelenskyj"), ("Dmitrij Peskov", "Peskov")),
    "004": (("Volodymyr Zelenskyi", "Zelensky"), ("Steve Witkoff", "Witkoff"), ("Vladimir Putin", "Putin")),
}
"""Forms that must be mentions of one and the same actor."""

ACROSS = (
    (("000", "Jurij Usjakov"), ("001", "Jurij Usjakov")),
    (("001", "Volodymyr Zelenskyj"), ("002", "Volodimir Zelenski"), ("003", "Volodymyr Zelenskyj")),
    (("001", "Volodymyr Zelenskyj"), ("004", "Volodymyr Zelenskyi")),
    (("001", "Kirill Dmitrijev"), ("002", "Kirill Dmitriev")),
    (("000", "Steve Witkoff"), ("001", "Steve Witkoff"), ("002", "Steve Witkoff"), ("004", "Steve Witkoff")),
    (("000", "Vladimir Putin"), ("001", "Vladimir Putin"), ("002", "Vladimir Putin"), ("004", "Vladimir Putin")),
)
"""The same person in several articles: one id."""
