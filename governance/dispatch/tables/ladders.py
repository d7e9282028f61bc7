from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Recipient
from governance.kernel.tables import Column, Layout

LADDER_CHANGES = Layout(
    "dispatch-ladder-changes",
    (
        Column("step__kind", _("事项")),
        Column("offset", _("第几个工作日")),
        Column("recipient", _("告知谁"), dict(Recipient.choices)),
        Column("is_active", _("启用")),
        Column("at", _("时间")),
    ),
)
