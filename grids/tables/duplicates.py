from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.duplicates import DuplicateKind, DuplicateReason

DUPLICATES = Layout(
    "duplicates",
    (
        Column("area_code", _("区划代码")),
        Column("kind", _("类别"), dict(DuplicateKind.choices)),
        Column("first_resident__name_masked", _("居民一")),
        Column("second_resident__name_masked", _("居民二")),
        Column("first_household__label", _("住户一")),
        Column("second_household__label", _("住户二")),
        Column("reasons", _("为什么"), dict(DuplicateReason.choices)),
        Column("found_at", _("发现时间")),
    ),
)
MERGES = Layout(
    "merges",
    (
        Column("area_code", _("区划代码")),
        Column("label", _("合并了什么")),
        Column("kind", _("类别"), dict(DuplicateKind.choices)),
        Column("merged_at", _("合并时间")),
        Column("merged_by__name", _("合并人")),
        Column("undone_at", _("撤销时间")),
    ),
)
