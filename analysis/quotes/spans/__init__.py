"""What is marked as somebody's words: within quotation marks, behind a dash, in a turn of a transcript."""
