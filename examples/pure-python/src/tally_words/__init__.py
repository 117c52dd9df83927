"""Counts words."""


def tally(text: str) -> int:
    """The number of words in a text, as separated by white space."""
    return len(text.split())
