"""How the reader was made."""
