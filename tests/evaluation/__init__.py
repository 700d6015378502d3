"""Measures the service against annotated sets: ``python -m tests.evaluation [SET ...] PATH``."""
