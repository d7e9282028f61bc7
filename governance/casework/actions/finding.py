"""What a case is found by, beside its own words, and the one question that is not asked in an address."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Trim
from django.utils.translation import gettext as _

from governance.areas.spelling import initials_of
from governance.audit.actions import record
from governance.casework.models import Case
from governance.kernel.copying import update_rows
from governance.kernel.errors import Refused
from governance.kernel.identity import private_number
from governance.kernel.sealing import blind_index
from governance.people.models import User


def add_keywords(case_id: int, words: Iterable[str]) -> None:
    """Let a case be found by more pieces. Called by verbs inside their transaction; said twice it changes nothing."""
    added = " ".join(dict.fromkeys(word for word in words if word))
    if added:
        Case.objects.filter(pk=case_id).exclude(keywords__endswith=added).update(
            keywords=Trim(Concat(F("keywords"), Value(f" {added}")))
        )


def spell_cases() -> int:
    """The initials of cases that came in past `save`; answers how many had none. Done twice it changes nothing."""
    mute = Case.objects.filter(initials="").exclude(title="").values_list("pk", "title", "place")
    spelt = [(pk, initials_of(title, place)) for pk, title, place in mute.iterator(chunk_size=5000)]
    with transaction.atomic():
        update_rows(Case, ["id", "initials"], spelt)
    return len(spelt)


def mark_of(text: str, *, by: User) -> str:
    """The unreadable mark that stands for a telephone or ID number in the address of a list.

    Who asks for a person by number leaves a line in the trail, without the number.
    """
    kind, number = private_number(text)
    if not kind:
        raise Refused("no_number", _("请输入完整的电话或身份证号码。"))
    record("casework.find_number", by=by, after={"kind": kind})
    return blind_index(kind, number)
