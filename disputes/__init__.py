"""What goes wrong between people: reception, parties, mediation, agreements."""
