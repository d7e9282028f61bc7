"""A city of any size for measuring: numbers go into the database, and the rows are made inside it."""
