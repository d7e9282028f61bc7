"""One FilterSet for each listed model, by noun; `lists` holds what they share."""
