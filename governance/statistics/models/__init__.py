from governance.statistics.models.facts import KEY_LENGTH, Fact, LeafFact, MonthFact, Outbox, Snapshot

__all__ = ["KEY_LENGTH", "Fact", "LeafFact", "MonthFact", "Outbox", "Snapshot"]
