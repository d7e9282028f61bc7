"""What is counted and how: the indicator dictionary, facts kept exact to the second, the board and its API."""
