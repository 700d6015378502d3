"""The room of stories."""
