"""Columns of the files: never what somebody wrote or a telephone."""

from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.events import EventSatisfaction
from grids.enums.public import CodeKind, SuggestionKind, SuggestionSubject
from grids.states.suggestions import SuggestionState
from grids.tables.territory import AREA

PUBLIC_CODES = Layout(
    "public-codes",
    (
        *AREA,
        Column("kind", _("类别"), dict(CodeKind.choices)),
        Column("token", _("码")),
        Column("opened_on", _("启用日期")),
        Column("closed_on", _("停用日期")),
    ),
)
SUGGESTIONS = Layout(
    "suggestions",
    (
        Column("number", _("编号")),
        *AREA,
        Column("kind", _("类别"), dict(SuggestionKind.choices)),
        Column("subject", _("关于"), dict(SuggestionSubject.choices)),
        Column("state", _("状态"), dict(SuggestionState.choices)),
        Column("received_on", _("收到日期")),
        Column("due_on", _("答复期限")),
        Column("answered_on", _("答复日期")),
        Column("reopened_count", _("再次反映次数")),
        Column("satisfaction", _("评价"), dict(EventSatisfaction.choices)),
    ),
)
