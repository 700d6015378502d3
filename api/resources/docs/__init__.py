"""The room of docs."""
