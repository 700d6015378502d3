"""Odd, large and malformed input: run in full by ``make hostile``, a tenth of it by ``make test``."""
