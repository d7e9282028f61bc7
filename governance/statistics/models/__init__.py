from governance.statistics.models.boards import BoardView, RoleBoard
from governance.statistics.models.facts import KEY_LENGTH, Fact, LeafFact, MonthFact, Outbox, Snapshot

__all__ = [
    "KEY_LENGTH",
    "BoardView",
    "Fact",
    "LeafFact",
    "MonthFact",
    "Outbox",
    "RoleBoard",
    "Snapshot",
]
