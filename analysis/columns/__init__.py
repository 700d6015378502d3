"""What the columns of the word lists hold: letters and names, each with one meaning, and which list has which."""

from analysis.columns.kinds import (
    CreditKind,
    CueForm,
    CueUse,
    EndingUse,
    EvidentialUse,
    LoadedCategory,
    MediumKind,
    NounKind,
    OfficeForm,
    OpinionPlace,
    PhrasePlace,
    SourcePlace,
    StopUse,
    TimeUse,
    WordRole,
    letters,
    names,
)
from analysis.columns.table import COLUMNS, check

__all__ = [
    "COLUMNS",
    "CreditKind",
    "CueForm",
    "CueUse",
    "EndingUse",
    "EvidentialUse",
    "LoadedCategory",
    "MediumKind",
    "NounKind",
    "OfficeForm",
    "OpinionPlace",
    "PhrasePlace",
    "SourcePlace",
    "StopUse",
    "TimeUse",
    "WordRole",
    "check",
    "letters",
    "names",
]
