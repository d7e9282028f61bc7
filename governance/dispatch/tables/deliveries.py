from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Channel, DeliveryState
from governance.kernel.tables import Column, Layout

DELIVERIES = Layout(
    "deliveries",
    (
        Column("created_at", _("生成时间")),
        Column("person_name", _("收件人")),
        Column("kind__name", _("种类")),
        Column("channel", _("发送方式"), dict(Channel.choices)),
        Column("address_masked", _("接收地址")),
        Column("state", _("状态"), dict(DeliveryState.choices)),
        Column("tries", _("试过次数")),
        Column("sent_at", _("发出时间")),
        Column("error", _("没有发出的原因")),
    ),
)
