from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from governance.party.tables.groups import PLACE

UNITS = Layout(
    "reporting-units",
    (
        Column("name", _("单位名称")),
        *PLACE,
        Column("from_on", _("报到日期")),
        Column("in_service_count", _("在职党员数")),
        Column("reported", _("已报到")),
    ),
)

POSTS = Layout(
    "service-posts",
    (
        Column("text", _("岗位内容")),
        *PLACE,
        Column("kind_name", _("类别")),
        Column("places", _("名额")),
        Column("claimed", _("已认领")),
        Column("offered_on", _("发布日期")),
        Column("closed_on", _("停止日期")),
    ),
)
