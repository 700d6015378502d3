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
