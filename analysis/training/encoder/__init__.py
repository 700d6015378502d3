"""The embedded sentence encoder: from raw parallel text to the shipped model."""
