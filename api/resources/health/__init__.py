"""The room of health."""
