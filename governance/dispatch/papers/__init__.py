"""What is printed of a cycle, as plain values first: pages, interface and files all say the same."""
