"""Roles of words and uses of cues that rules ask for together, and marks that they look for."""

from __future__ import annotations

from analysis.columns import CueUse, WordRole

PRONOUNS = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.FIRST})

PERSONAL = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR})
"""Subject pronouns for persons."""

SINGULAR = frozenset({WordRole.MASC, WordRole.FEM})
"""Subject pronouns for a single person: not *they*, *it*."""

CLAUSE_PRONOUNS = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.REL, WordRole.FIRST})
"""Pronouns that open a clause, whatever else they look like."""

SPEAKING = PERSONAL | {WordRole.FIRST}
"""Subject pronouns for those who can speak."""

PREP_OR_FIRST = frozenset({WordRole.PREP, WordRole.FIRST})
"""A pronoun that looks like a preposition: Danish *I*, which before a time is the latter, *I går*."""

WHEN_OR_WHERE = frozenset({WordRole.PREP, WordRole.ADV, WordRole.TIME})

OF_OR_GEN = frozenset({WordRole.OF, WordRole.GEN})
"""Roles of words before whom or what something is of."""

THAT_OR_WH = frozenset({WordRole.THAT, WordRole.WH})
"""Roles of words that introduce what is said."""

NOT_SUBJECT = frozenset({WordRole.PREP, WordRole.TIME, WordRole.ADV, WordRole.THAT, WordRole.SUB, WordRole.CONJ})
"""Roles with which no subject begins."""

OBJECTS = frozenset({WordRole.OBJMASC, WordRole.OBJFEM, WordRole.OBJPLUR})

SKIPPED = frozenset({WordRole.ADV, WordRole.NEG, WordRole.REFL, WordRole.TIME})
"""Roles of words that stand between a verb and its subject."""

VERBAL = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL})

FINITE = VERBAL | {WordRole.SUBJ}
"""Roles of words that are finite verbs."""

NOT_NOUN = frozenset({WordRole.PREP, WordRole.THAT, WordRole.SUB, WordRole.CONJ})
"""Roles of words behind which no noun of theirs follows."""

SMALL = frozenset({WordRole.DET, WordRole.OF, WordRole.PREP, WordRole.CONJ, WordRole.GEN})
"""Roles of words that stay small in names."""

CALLING = frozenset({CueUse.CALL, CueUse.JUDGE})
"""Uses of cues that take what somebody or something is called."""

QUOTE_MARKS = frozenset('"“”„«»‘‹›')

GENITIVE_MARKS = frozenset({"'s", "'", "’"})
"""What a genitive ends in that is a word of its own in the reading: *the mayor's*, *the critics'*."""
