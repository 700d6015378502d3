"""The room of actors."""
