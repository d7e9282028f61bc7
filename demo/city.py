"""What the generator knows of the city while it makes it: the rows later parts hang on, by id and code."""

from dataclasses import dataclass, field
from datetime import date

CITY = "6401"
XINGQING, XIXIA, JINFENG = "640104", "640105", "640106"
YINXINYUAN = "640106005003"  # 银新苑南区社区: the red stewards
SHANGHAI_WEST = "640106005"  # 上海西路街道: where the demo log-ins of street and community sit
FENGHUANG = "640104001"  # 凤凰北街街道
BEIMIAO = "640122103203"  # 北庙村
HELANSHAN_WEST = "640105006"  # 贺兰山西路街道


@dataclass
class Building:
    """A building group of a grid."""

    area_id: int
    code: str
    households: int
    number: int
    name: str = ""


@dataclass
class Plot:
    """A grid while the city is made: its area, its building groups, who works it."""

    code: str
    name: str
    is_urban: bool
    is_new: bool = False
    area_id: int = 0
    worker_id: int | None = None
    compound: int | None = None
    buildings: list[Building] = field(default_factory=list)

    @property
    def community(self) -> str:
        return self.code[:12]


@dataclass
class City:
    """Everything made so far."""

    today: date
    areas: dict[str, int] = field(default_factory=dict)  # code → id of areas above the grid
    names: dict[str, str] = field(default_factory=dict)
    plots: list[Plot] = field(default_factory=list)
    households: list[tuple[int, int]] = field(default_factory=list)  # household id, index of its plot
    posts: dict[tuple[str, str], int] = field(default_factory=dict)  # (role, area code) → post id
    people: dict[tuple[str, str], int] = field(default_factory=dict)  # (role, area code) → user id
    compounds: list[int] = field(default_factory=list)

    def communities(self, prefix: str = CITY) -> list[str]:
        return [code for code in self.areas if len(code) == 12 and code.startswith(prefix)]

    def plots_in(self, prefix: str) -> list[Plot]:
        return [plot for plot in self.plots if plot.code.startswith(prefix)]
