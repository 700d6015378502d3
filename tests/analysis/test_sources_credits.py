"""Credits of news agencies in the forms that papers give them, and what only looks like one."""

from __future__ import annotations

import pytest

from analysis.sources import find_sources
from tests.analysis.attribution import document_of

CREDITED = [
    ("sv", "Bron är stängd. (TT)", "TT"),
    ("sv", "STOCKHOLM (TT)\n\nBron är stängd sedan i går.", "TT"),
    ("sv", "Bron är stängd.\n\nTT", "TT"),
    ("sv", "Bron är stängd.\n\nTT-AFP", "TT"),
    ("sv", "Bron är stängd.\n\nAnna Berg/TT", "TT"),
    ("sv", "Bron är stängd. (TT-Reuters)", "TT"),
    ("sv", "Bron är stängd. TT-Reuters", "TT"),
    ("sv", "Bron är stängd.\n\nAFP har bidragit till artikeln.", "AFP"),
    ("nb", "Brua er stengt.\n\nReuters har bidratt til saken.", "Reuters"),
    ("da", "Broen er lukket.\n\nReuters har bidraget til artiklen.", "Reuters"),
    ("fr", "Le pont est fermé.\n\nReuters a contribué à cet article.", "Reuters"),
    ("ro", "Podul este închis.\n\nReuters a contribuit la acest articol.", "Reuters"),
    ("en", "The bridge is closed.\n\nThe Associated Press contributed to this report.", "The Associated Press"),
    ("en", "The bridge is closed.\n\n— Reuters", "Reuters"),
    ("nb", "Brua er stengt. (NTB)", "NTB"),
    ("nb", "(©NTB)\n\nBrua er stengt.", "NTB"),
    ("nb", "NTB\n\nBrua er stengt siden i går.", "NTB"),
    ("nb", "Oslo (NTB): Brua er stengt.", "NTB"),
    ("nb", "Brua er stengt.\n\n© NTB", "NTB"),
    ("nb", "Brua er stengt.\n\n(NTB-Reuters)", "NTB"),
    ("nb", "Av NTB\n\nBrua er stengt i dag.", "NTB"),
    ("nn", "Brua er stengd. (NPK)", "NPK"),
    ("nn", "(©NPK)\n\nBrua er stengd.", "NPK"),
    ("nn", "(NPK-NTB) Brua er stengd.", "NPK"),
    ("da", "Broen er lukket. /ritzau/", "ritzau"),
    ("da", "Broen er lukket.\n\n/ritzau/Reuters/", "ritzau"),
    ("da", "Broen er lukket.\n\nRitzau", "Ritzau"),
    ("da", "Broen er lukket.\n\n(Ritzau)", "Ritzau"),
    ("de", "Berlin (dpa) – Die Brücke ist gesperrt.", "dpa"),
    ("de", "BERLIN (AFP) - Die Brücke ist gesperrt.", "AFP"),
    ("de", "Berlin/Kiel (dpa/lno) – Die Brücke ist gesperrt.", "dpa"),
    ("de", "Die Brücke ist gesperrt.\n\nQuelle: dpa", "dpa"),
    ("de", "Die Brücke ist gesperrt. (APA)", "APA"),
    ("de", "Die Brücke ist gesperrt.\n\n© dpa-infocom, dpa:260101-99-12345/2", "dpa"),
    ("de", "Wien (APA) - Die Brücke ist gesperrt.", "APA"),
    ("de", "Bern (sda) – Die Brücke ist gesperrt.", "sda"),
    ("de", "Die Brücke ist gesperrt (Quelle: Reuters).", "Reuters"),
    ("de", "Von Anna Berg mit Material von Reuters\n\nDie Brücke ist gesperrt.", "Reuters"),
    ("en", "OSLO (AP) — The bridge is closed.", "AP"),
    ("en", "LONDON, Nov 3 (Reuters) - The bridge is closed.", "Reuters"),
    ("en", "WASHINGTON, Sept. 26 (UPI) — The bridge is closed.", "UPI"),
    ("en", "PARIS (AFP) – The bridge is closed.", "AFP"),
    ("en", "By The Associated Press\n\nThe bridge is closed today.", "The Associated Press"),
    ("en", "The bridge is closed.\n\n© 2026 The Associated Press. All rights reserved.", "The Associated Press"),
    ("en", "The bridge is closed.\n\nReuters", "Reuters"),
    ("en", "The bridge is closed.\n\nAnna Berg; additional reporting by Reuters", "Reuters"),
    ("fr", "PARIS (AFP) – Le pont est fermé.", "AFP"),
    ("fr", "Le pont est fermé. (AFP)", "AFP"),
    ("fr", "(Belga) Le pont est fermé.", "Belga"),
    ("fr", "Le pont est fermé.\n\navec AFP", "AFP"),
    ("fr", "Le pont est fermé.\n\n(avec AFP)", "AFP"),
    ("fr", "PARIS, 3 nov (Reuters) - Le pont est fermé.", "Reuters"),
    ("fr", "Le Monde avec AFP\n\nLe pont est fermé.", "AFP"),
    ("fr", "Genève (ats) – Le pont est fermé.", "ats"),
    ("ro", "Podul este închis. (Agerpres)", "Agerpres"),
    ("ro", "AGERPRES - Podul este închis.", "AGERPRES"),
    ("ro", "București (Agerpres) – Podul este închis.", "Agerpres"),
    ("ro", "Podul este închis.\n\nSursa: Mediafax", "Mediafax"),
    ("ro", "Podul este închis. AGERPRES/(AS - autor: Ana Pop)", "AGERPRES"),
]
UNCREDITED = [
    ("sv", "Foto: Anna Berg/TT\n\nBron är stängd sedan i går."),
    ("sv", "Det säger han till TT."),
    ("sv", "TT: Bron stängs\n\nBron är stängd."),
    ("nb", "Det skriver NTB."),
    ("da", "København. Broen er lukket, skriver Ritzau."),
    ("de", "Das sagte er der dpa."),
    ("en", "He told the AP that it was closed."),
    ("en", "The bridge is closed, (Reuters reported)."),
    ("fr", "Il l'a dit à l'AFP."),
    ("ro", "Podul este închis, transmite Agerpres."),
    ("ro", "Podul este închis.\n\nSursa foto: Agerpres"),
]


def credits_of(text: str, code: str) -> list[str]:
    return [span.text for span in find_sources(document_of(text, code), (), ())[1].wire_credits]


@pytest.mark.parametrize(("code", "text", "agency"), CREDITED)
def test_an_agency_that_is_credited_is_found(code: str, text: str, agency: str) -> None:
    assert agency in credits_of(text, code)


@pytest.mark.parametrize(("code", "text"), UNCREDITED)
def test_an_agency_in_running_text_or_under_a_photo_is_no_credit(code: str, text: str) -> None:
    assert credits_of(text, code) == []
