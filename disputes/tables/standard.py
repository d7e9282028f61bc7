"""GB/T 31000-2015 T30 in its own order and words."""

from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Outcome
from governance.kernel.tables import Column, Layout

STANDARD_ROWS = Layout(
    "gbt31000_t30",
    (
        Column("title", _("事件名称")),
        Column("occurred_on", _("发生日期")),
        Column("place", _("发生地点")),
        Column("scale", _("事件规模")),
        Column("category_id", _("事件类别")),
        Column("people_count", _("涉及人数")),
        Column("summary", _("事件简述")),
        Column("involved_org", _("涉及单位")),
        Column("id_type", _("主要当事人证件代码")),
        Column("id_no", _("主要当事人证件号码")),
        Column("party_name", _("主要当事人姓名")),
        Column("sex", _("主要当事人性别")),
        Column("ethnicity", _("主要当事人民族")),
        Column("education", _("主要当事人学历")),
        Column("party_kind", _("主要当事人人员类别")),
        Column("party_address", _("主要当事人居住详址")),
        Column("due_on", _("化解时限")),
        Column("method", _("化解方式")),
        Column("resolving_org", _("化解组织")),
        Column("owner", _("化解责任人姓名")),
        Column("owner_phone", _("化解责任人联系方式")),
        Column("success", _("化解是否成功")),
        Column("result", _("化解情况"), dict(Outcome.choices)),
        Column("reviewed_on", _("考评日期")),
        Column("review_note", _("考评意见")),
        Column("lng", _("经度")),
        Column("lat", _("纬度")),
    ),
)
