"""The room of reference."""
