"""The room of outlets."""
