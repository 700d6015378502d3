"""What may be a quotation: speech behind dashes, in interviews and transcripts, and marked words that are speech."""
