"""What an official may send as a template, and what may come of it."""

LARGEST_TEMPLATE = 2 * 1024 * 1024  # bytes as sent
LARGEST_UNPACKED = 16 * 1024 * 1024  # bytes of all parts together
LARGEST_PART = 1024 * 1024  # bytes of one part with text in it
MOST_PARTS = 120
MOST_PLACEHOLDERS = 400
LONGEST_PLACEHOLDER = 4000  # characters between its braces, Word's own tags included
MOST_LINES = 200  # of a list, when a template is tried out
LONGEST_PAPER = 8 * 1024 * 1024  # characters of a filled part
