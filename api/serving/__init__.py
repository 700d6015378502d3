"""The service as a process: who may take how much of it, and what it says when it cannot work."""
