"""One tree of errors: everything the library refuses, it refuses with one of these."""


class AnalysisError(Exception):
    """Root of the tree; ``str(error)`` is a sentence a user can act on."""


class InputError(AnalysisError):
    """The input cannot be analysed. ``pointer`` is the JSON pointer of the offending field."""

    def __init__(self, detail: str, pointer: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer


class EmptyTextError(InputError):
    """No words at all, or none left once boilerplate was removed."""


class TextTooLargeError(InputError):
    """Longer than the limit, or with a single word longer than the limit."""


class InvalidTextError(InputError):
    """NUL characters or lone surrogates: not text that offsets can refer to."""


class TargetError(InputError):
    """A sentiment target that lies outside the text, or is empty."""


class ComparisonSizeError(InputError):
    """Fewer than two articles to compare, or more than the limit."""


class EncoderError(AnalysisError):
    """The sentence encoder cannot be used; the message says what to do about it."""


class EncoderUnavailableError(EncoderError):
    """The named encoder is neither a local directory nor obtainable from a hub."""


class EncoderMismatchError(EncoderError):
    """Vectors of two different encoders were about to be compared."""


class DataError(AnalysisError):
    """A data file that ships with the package is missing or malformed."""
