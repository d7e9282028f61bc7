"""What a city says of the indicators: its departments, its valid ranges, the definition it publishes by."""

from collections import Counter
from math import isfinite

from django.db import transaction
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused
from governance.kernel.wording import listed, plain
from governance.statistics import registry
from governance.statistics.models import IndicatorSetting
from governance.statistics.models.dictionary import OWNER_LENGTH

_SAID = ("indicator", "owner", "valid", "on_board", "published")


@transaction.atomic
def load_indicator_settings(rows: list[dict]) -> None:
    """All a city says of its indicators, in place of what it said before; what it leaves out stays as defined."""
    _refuse_typos(rows)
    settings = [_setting(row) for row in rows]
    _refuse_two_published(settings)
    IndicatorSetting.objects.all().delete()
    IndicatorSetting.objects.bulk_create(settings)


def _refuse_typos(rows: list[dict]) -> None:
    if unknown := sorted({name for row in rows for name in row} - set(_SAID)):
        words = _("指标设定里有不认识的项：{unknown}。可用的有：{known}。")
        raise Refused("unknown_item", words.format(unknown=listed(unknown), known=listed(_SAID)))
    keys = [str(row.get("indicator", "")) for row in rows]
    if unknown := sorted(set(keys) - registry.indicators().keys()):
        raise Refused(
            "no_such_indicator", _("没有这些指标：{}，请对照指标目录修改。").format(listed(unknown))
        )
    if twice := [key for key, times in Counter(keys).items() if times > 1]:
        raise Refused("said_twice", _("这些指标写了两次：{}，请合并成一条。").format(listed(twice)))


def _setting(row: dict) -> IndicatorSetting:
    key = row["indicator"]
    lowest, highest = _range(key, row["valid"]) if "valid" in row else (None, None)
    return IndicatorSetting(
        indicator=key,
        owner=_owner(key, row.get("owner", "")),
        has_range="valid" in row,
        lowest=lowest,
        highest=highest,
        on_board=_yes_or_no(key, "on_board", row.get("on_board")),
        published_as=_published_as(key) if _yes_or_no(key, "published", row.get("published")) else "",
    )


def _owner(key: str, said) -> str:
    if not isinstance(said, str) or len(plain(said)) > OWNER_LENGTH:
        words = _("{key} 的责任部门要写成文字，最多 {n} 个字。")
        raise Refused("bad_owner", words.format(key=key, n=OWNER_LENGTH))
    return plain(said)


def _range(key: str, said) -> tuple[float | None, float | None]:
    sides = said if isinstance(said, list) and len(said) == 2 else ["", ""]
    low, high = sides
    if not all(_is_bound(side) for side in sides) or (None not in sides and low > high):
        words = _("{key} 的有效范围要写成 [最小值, 最大值]，不限的一边写 null，最小值不大于最大值。")
        raise Refused("bad_range", words.format(key=key))
    return low, high


def _is_bound(side) -> bool:
    is_number = isinstance(side, int | float) and not isinstance(side, bool)
    return side is None or (is_number and isfinite(side))


def _yes_or_no(key: str, name: str, said) -> bool | None:
    if said is not None and not isinstance(said, bool):
        raise Refused("bad_answer", _("{key} 的 {name} 只能写 true 或 false。").format(key=key, name=name))
    return said


def _published_as(key: str) -> str:
    if group := registry.alternatives_of(key):
        return group.key
    raise Refused(
        "no_alternatives", _("{key} 只有一种口径，不用写 published，请删去这一项。").format(key=key)
    )


def _refuse_two_published(settings: list[IndicatorSetting]) -> None:
    groups = Counter(row.published_as for row in settings if row.published_as)
    if twice := [key for key, times in groups.items() if times > 1]:
        named = [row.indicator for row in settings if row.published_as in twice]
        words = _("同一个指标只能按一种口径公布，请在 {} 里只留一个 published。")
        raise Refused("published_twice", words.format(listed(named)))
