"""What stands within quotation marks, as characters and as words."""
