"""The weekly dispatch and the monthly supervision: cycles that exist once, and what is late in them."""
