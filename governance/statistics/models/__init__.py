from governance.statistics.models.boards import BoardView, RoleBoard
from governance.statistics.models.dictionary import IndicatorSetting, IndicatorVersion
from governance.statistics.models.facts import (
    KEY_LENGTH,
    CaughtUp,
    Fact,
    LeafFact,
    MonthFact,
    Outbox,
    Snapshot,
)
from governance.statistics.models.stocks import StockFact, StockState, Touched

__all__ = [
    "KEY_LENGTH",
    "BoardView",
    "CaughtUp",
    "Fact",
    "IndicatorSetting",
    "IndicatorVersion",
    "LeafFact",
    "MonthFact",
    "Outbox",
    "RoleBoard",
    "Snapshot",
    "StockFact",
    "StockState",
    "Touched",
]
