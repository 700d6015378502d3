"""How the frame weights were made."""
