"""The room of articles."""
