"""What the columns of the word lists hold: letters and names, each with one meaning, and which list has which."""

from analysis.columns.kinds import (
    ArticleForm,
    CreditKind,
    CueForm,
    CueUse,
    EndingUse,
    EvidentialUse,
    LoadedCategory,
    MediumKind,
    NounKind,
    OfficeForm,
    PhrasePlace,
    SourcePlace,
    StopUse,
    WordRole,
    letters,
    names,
)
from analysis.columns.table import COLUMNS, WORLD_COLUMNS, check

__all__ = [
    "COLUMNS",
    "WORLD_COLUMNS",
    "ArticleForm",
    "CreditKind",
    "CueForm",
    "CueUse",
    "EndingUse",
    "EvidentialUse",
    "LoadedCategory",
    "MediumKind",
    "NounKind",
    "OfficeForm",
    "PhrasePlace",
    "SourcePlace",
    "StopUse",
    "WordRole",
    "check",
    "letters",
    "names",
]
