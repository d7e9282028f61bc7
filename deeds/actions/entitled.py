from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.models import EntitledPerson, Home
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.identity import is_id_no
from governance.kernel.scope import demand


@transaction.atomic
def add_entitled(home: Home, *, by, name: str, phone: str = "", id_no: str = "") -> EntitledPerson:
    """Enter a person entitled to a home; what is sealed is never shown again without a reason."""
    demand(by, Right.ISSUE, home.area_code)
    given = {"name": name.strip(), "phone": phone.strip(), "id_no": id_no.strip().upper()}
    if given["id_no"] and not is_id_no(given["id_no"]):
        raise ValidationError(_("身份证号不对：应为 18 位，最后一位可以是 X，请核对。"))
    person = EntitledPerson(home=home)
    for field, value in given.items():
        person.seal_value(field, value)
    person.full_clean()
    person.save()
    record("deeds.entitled.add", by=by, subject=person, after={"home": home.pk})
    return person


@transaction.atomic
def remove_entitled(person: EntitledPerson, *, by, reason: str) -> None:
    """Take somebody off a home who is no longer entitled to it; what they signed stays."""
    demand(by, Right.ISSUE, person.area_code)
    if not reason.strip():
        raise Refused("reason_required", _("移除权利人需要写明理由，请补充后再提交。"))
    held = EntitledPerson.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if held.left_on:
        raise Refused("already_left", _("这位权利人已经移除，请刷新页面查看。"))
    held.left_on = today()
    held.save(update_fields=["left_on"])
    record("deeds.entitled.remove", by=by, subject=held, after={"home": held.home_id}, reason=reason)
