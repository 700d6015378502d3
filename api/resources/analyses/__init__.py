"""The room of analyses."""
