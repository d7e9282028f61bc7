from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import Channel, Disposal
from governance.kernel.tables import Column, Layout

RECEPTIONS = Layout(
    "receptions",
    (
        Column("id", _("编号")),
        Column("centre_name", _("中心")),
        Column("area_code", _("区划代码")),
        Column("received_on", _("接待日期")),
        Column("channel", _("方式"), dict(Channel.choices)),
        Column("visitor_masked", _("来访人")),
        Column("people_count", _("人数")),
    ),
)


MATTERS = Layout(
    "matters",
    (
        Column("id", _("编号")),
        Column("title", _("事项")),
        Column("centre_name", _("中心")),
        Column("area_code", _("区划代码")),
        Column("received_on", _("接待日期")),
        Column("disposal", _("处理方式"), dict(Disposal.choices)),
        Column("handed_to", _("转往单位")),
        Column("external_number", _("对方编号")),
        Column("result_on", _("结果日期")),
    ),
)
