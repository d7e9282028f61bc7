from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Grade, Kind, Outcome
from governance.casework.kinds import state_choices
from governance.kernel.tables import Column, Layout


class _States(dict):
    """The words of states, read when a file is written: kinds register after this module is loaded."""

    def get(self, value, default=None):
        return dict(state_choices()).get(value, default)


CASES = Layout(
    "cases",
    (
        Column("number", _("编号")),
        Column("kind", _("类别"), dict(Kind.choices)),
        Column("title", _("名称")),
        Column("area_code", _("区划代码")),
        Column("state", _("状态"), _States()),
        Column("grade", _("督办"), dict(Grade.choices)),
        Column("outcome", _("结果"), dict(Outcome.choices)),
        Column("registered_on", _("登记日期")),
        Column("accepted_on", _("受理日期")),
        Column("due_at", _("限期")),
        Column("late_on", _("办结超期日期")),
        Column("closed_on", _("结案日期")),
    ),
)
