"""The room of comparisons."""
