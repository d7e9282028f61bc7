from django.db import models
from django.utils.translation import gettext_lazy as _

PER = 10_000  # 万人


class Rate(models.TextChoices):
    """Rates that places define differently. What is counted over whom is an indicator of its own for each way."""

    SUITS = "suits", _("万人成讼率")
    FILINGS = "filings", _("万人起诉率")


# Rate → definition → the indicator that says it, the usual one first. Courts publish 成讼率 over residents (A) or
# over residents and registered floating population (B); the 2022 national opinion counts 起诉率 over both.
DEFINITIONS = {
    Rate.SUITS: {"A": "litigation.suits_per_resident", "B": "litigation.suits_per_present"},
    Rate.FILINGS: {"A": "litigation.filings_per_present", "B": "litigation.filings_per_resident"},
}
