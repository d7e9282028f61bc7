from django.utils.translation import gettext_lazy as _

from governance.kernel.tables import Column, Layout
from grids.enums.body_posts import Body

_CROSSES = {True: _("是"), False: _("否")}
BODY_POSTS = Layout(
    "body-posts",
    (
        Column("area_code", _("区划代码")),
        Column("area_name", _("区划")),
        Column("compound_name", _("小区")),
        Column("body", _("任职的组织"), dict(Body.choices)),
        Column("title", _("职务")),
        Column("name_masked", _("姓名")),
        Column("phone_masked", _("电话")),
        Column("from_on", _("任职日期")),
        Column("crosses", _("交叉任职"), _CROSSES),
    ),
)
