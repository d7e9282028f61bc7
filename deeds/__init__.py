"""What is still owed to home buyers: title deeds and finished homes."""
