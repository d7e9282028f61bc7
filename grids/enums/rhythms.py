from enum import IntEnum

LONGEST_RHYTHM = 730  # days; a group seen less often than every two years needs no rhythm

LEAD = 2  # days before a rhythm runs out that a household is first proposed

PROMISE_KEPT_FROM = 2  # days before the promised day from which a contact counts as the return

WAITING_DAYS = 90  # how long a visit's hazard or dispute is shown as not taken up

LEVELS_OF_CHOICE = ("city", "county", "township", "community")  # a grid follows its community


class Tier(IntEnum):
    """Why a household is proposed, the most pressing first."""

    PROMISE = 0
    RHYTHM = 1
    CAMPAIGN = 2
    EVERYONE = 3
    LONGEST = 4
