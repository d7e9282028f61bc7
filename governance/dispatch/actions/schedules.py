"""When cycles are made: rules that a preset brings and an administrator changes."""

from governance.dispatch.models import CycleRule


def load_cycle_rules(rows: list[dict]) -> None:
    """Add the rules a preset brings; a level that has one keeps it as its administrators set it."""
    for row in rows:
        CycleRule.objects.get_or_create(
            kind=row.pop("kind"), level_id=row.pop("level"), area=None, defaults=row
        )
