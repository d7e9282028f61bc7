"""What is counted and how: the indicator dictionary, facts exact to the second, the board and its API."""
