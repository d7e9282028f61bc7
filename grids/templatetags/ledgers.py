"""The ledgers of grid work side by side, on the desk."""

from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from grids.enums.rights import Right

register = template.Library()

LEDGERS = (
    ("grids:grid_list", pgettext_lazy("list", "网格"), Right.VIEW),
    ("grids:building_list", pgettext_lazy("list", "楼院"), Right.VIEW),
    ("grids:compound_list", pgettext_lazy("list", "小区"), Right.VIEW),
    ("grids:household_list", pgettext_lazy("list", "住户"), Right.ROSTER),
    ("grids:worker_list", _("网格员"), Right.VIEW),
    ("grids:duplicate_list", _("疑似重复"), Right.MANAGE),
)


@register.inclusion_tag("components/tabs.html", takes_context=True)
def ledger_tabs(context, here: str) -> dict:
    """Those the person may see; `here` is the name of the present one."""
    user = context["request"].user
    tabs = [
        {"label": label, "url": reverse(name), "active": name == here}
        for name, label, right in LEDGERS
        if user.may(right)
    ]
    return {"tabs": tabs, "label": _("名册")}
