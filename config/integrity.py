"""Checks that need to know all apps at once."""

import sys
from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.kernel.checking import Check, Found, Severity
from governance.kernel.sealing import BlindIndexField, Sealed
from governance.people.models import Role

RIGHTS_OF = "Right"  # the enums that name rights end so


def known_rights() -> set[str]:
    """Every right some app asks for: the values of the enums of rights that our apps have loaded."""
    own = tuple(app.name for app in apps.get_app_configs() if not app.name.startswith("django"))
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(own)]
    enums = {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, models.TextChoices)
        and thing.__name__.endswith(RIGHTS_OF)
    }
    return {right for enum in enums for right in enum.values}


def _naming_unknown_rights(day: date):
    return Role.objects.exclude(rights__contained_by=sorted(known_rights()))


def _without_index(day: date) -> list[Found]:
    """One for each column: a sealed value that no exact search finds, or an index without a value."""
    found = []
    for model in apps.get_models():
        if not issubclass(model, Sealed) or model._meta.proxy:
            continue
        for name in model.SEALED:
            if _has_index(model, f"{name}_index") and model._base_manager.filter(_apart(name)).exists():
                found.append(Found(f"{model._meta.label}.{name}", f"{model._meta.verbose_name} {name}"))
    return found


def _has_index(model: type[models.Model], name: str) -> bool:
    return any(isinstance(field, BlindIndexField) and field.name == name for field in model._meta.fields)


def _apart(name: str) -> Q:
    sealed, index = Q(**{f"{name}_sealed": ""}), Q(**{f"{name}_index": ""})
    return (sealed & ~index) | (~sealed & index)


CHECKS = (
    Check(
        code="role-unknown-right",
        title=_("角色写了不存在的权限"),
        explains=_("角色的权限是数据。写错一个字，这个权限就不起作用，拿着角色的人办不了事。"),
        mend=_("改正预设里的角色，再运行 load_preset。"),
        severity=Severity.SERIOUS,
        rows=_naming_unknown_rights,
        noun=_("角色"),
        label="name",
        area="",
    ),
    Check(
        code="sealed-no-index",
        title=_("加密的号码没有检索标记，或者标记还在号码已删"),
        explains=_(
            "证件号和电话加密保存，靠检索标记查重。标记缺了查不到；号码删了标记还在，等于没有删干净。一栏列一条。"
        ),
        mend=_("请系统管理员重新加密这一栏。"),
        severity=Severity.SERIOUS,
        rows=_without_index,
        noun=_("数据栏"),
    ),
)
