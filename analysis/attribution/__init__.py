"""What quotations and sources are both found by: words of saying, noun phrases that name who says it, news outlets."""
