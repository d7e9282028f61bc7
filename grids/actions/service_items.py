"""The catalogue of what can be run for residents, and the rules that say who may be entitled."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from governance.audit.actions import record
from governance.people.models import User
from grids.enums.rights import ErrandRight
from grids.models import EligibilityRule, ServiceItem, ServiceMaterial


@transaction.atomic
def save_service(item: ServiceItem, *, by: User, materials: list[dict]) -> ServiceItem:
    """Write an item with its papers, new or changed. Errands under way keep the list they began with."""
    _check_right(by)
    is_new = item._state.adding
    item.full_clean()
    item.save()
    item.materials.all().delete()
    rows = [
        ServiceMaterial(item=item, position=position, **material)
        for position, material in enumerate(materials, start=1)
    ]
    ServiceMaterial.objects.bulk_create(rows)
    after = {"amount": item.amount, "is_active": item.is_active, "materials": len(rows)}
    record("grids.add_service" if is_new else "grids.change_service", by=by, subject=item, after=after)
    return item


def switch_rule(rule: EligibilityRule, *, by: User, is_enabled: bool) -> None:
    """Let a rule make hints from the next night on, or no more; hints already made stay."""
    _check_right(by)
    with transaction.atomic():
        rule.is_enabled = is_enabled
        rule.save(update_fields=["is_enabled"])
        record("grids.switch_rule", by=by, subject=rule, after={"is_enabled": is_enabled})


@transaction.atomic
def load_services(rows: list[dict]) -> None:
    """Add the items of a preset that are not there yet; what the office has edited stays."""
    known = set(ServiceItem.objects.values_list("code", flat=True))
    for row in rows:
        content = dict(row)
        materials = content.pop("materials", [])
        if content["code"] not in known:
            item = ServiceItem.objects.create(**content)
            ServiceMaterial.objects.bulk_create(
                ServiceMaterial(item=item, position=position, **material)
                for position, material in enumerate(materials, start=1)
            )


@transaction.atomic
def load_eligibility_rules(rows: list[dict]) -> None:
    """Add the rules of a preset that are not there yet; whether one is switched on is the office's to say."""
    known = set(EligibilityRule.objects.values_list("code", flat=True))
    for row in rows:
        content = dict(row)
        if content["code"] not in known:
            EligibilityRule.objects.create(item_id=content.pop("item"), **content)


def _check_right(by: User) -> None:
    if not by.may(ErrandRight.MANAGE):
        raise PermissionDenied
