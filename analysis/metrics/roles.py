"""Measures of the roles that an article gives to actors."""

from __future__ import annotations

from analysis.metrics.table import CALIBRATED, EVERY, READER, Row

ROWS: tuple[Row, ...] = (
    (
        "actors.role.outlet_voice",
        "Role of an actor, the outlet's own voice",
        "Hero (protects, rescues, does right), villain (does harm or is blamed for it), victim (suffers harm) or none, "
        "as the outlet tells it: the probabilities of the two mentions that speak most for each role, and a label "
        "where one is likely enough. Null under two mentions in this voice, and where no role is sure.",
        "hero, villain, victim, none; [0, 1]",
        "probability",
        EVERY,
        "The roles of Gómez-Zará et al. (2018) and of the narrative policy framework (Jones & McBeth 2010). A small "
        f"head on {READER}, fitted to passages with marked actors in eight languages written for it; {CALIBRATED}; "
        "bootstrap interval over the mentions read.",
        "Cautious: most heroes, villains and victims are not told as such (`not_sure`), for the head often takes one "
        "for another. Measured on short passages of the project's own, where roles are commoner and plainer than in "
        "news. What an actor does or suffers outside of the sentences that name it is not seen. Somebody may be a "
        "villain in one paragraph and a victim in the next; the likelier is told.",
    ),
    (
        "actors.role.quoted_voice",
        "Role of an actor, other voices",
        "The same as others tell it: inside quotations, and where the outlet reports that somebody accuses, praises or "
        "mourns the actor. An accusation is a role in this voice and not in the outlet's.",
        "hero, villain, victim, none; [0, 1]",
        "probability",
        EVERY,
        "As outlet_voice; whether a role is the word of others is a read-out of the same head.",
        "As outlet_voice; several speakers who disagree are one voice here.",
    ),
)
