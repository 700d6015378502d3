"""Short articles written for these tests: two outlets on one event, and one on another."""

BRIDGE_POST = (
    "Minister defends the new harbour bridge\n\n"
    "The transport minister Ana Lind defended the harbour bridge in Sundvik on Monday. “We had no other choice,” Lind "
    "told reporters. The bridge costs 40 million crowns and replaces the old ferry.\n\n"
    "The opposition leader Erik Dahl criticised the decision. “This is a reckless waste of money,” said Dahl. The "
    "council of Sundvik votes on the bridge on Friday."
)
BRIDGE_TIMES = (
    "Opposition calls harbour bridge reckless\n\n"
    "“This is a reckless waste of money,” said the opposition leader Erik Dahl on Monday about the harbour bridge in "
    "Sundvik. The bridge costs 40 million crowns.\n\n"
    "The transport minister Ana Lind rejected the criticism. “We had no other choice,” said Lind. The council of "
    "Sundvik votes on the bridge on Friday."
)
FLOOD = (
    "Floods close three schools in Rosenau\n\n"
    "Heavy rain closed three schools in Rosenau on Thursday. The head teacher Marta Weiss said that the cellars were "
    "under water. Firefighters pumped through the night, and pupils stayed at home."
)
SWEDISH = (
    "Ministern försvarar bron i Sundvik\n\n"
    "Transportministern Ana Lind försvarade bron i Sundvik i måndags. ”Vi hade inget annat val”, sade Lind till "
    "journalister. Bron kostar 40 miljoner kronor."
)
FINNISH = (
    "Ministeri puolustaa siltaa\n\nLiikenneministeri puolusti uutta siltaa maanantaina. ”Meillä ei ollut vaihtoehtoa”, "
    "hän sanoi toimittajille. Silta maksaa 40 miljoonaa kruunua."
)


def article(outlet: str, text: str, **fields: object) -> dict[str, object]:
    """An article input in English unless another language is named."""
    return {"outlet": outlet, "text": text, "language": "en", **fields}
