"""What can be said of disputes and parties without asking the database, by noun."""
