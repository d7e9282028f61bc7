from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.dispatch.actions import tell_office
from governance.kernel.wording import office_language
from property.enums.projects import ENDING_LADDER
from property.models import PropertyContract


@transaction.atomic
def remind_of_contracts(day: date) -> None:
    """Tell the community at each step of the ladder that a contract without a successor ends, or has ended.

    Who was told of a step is not told again; a contract that ended longer ago than the ladder is wide is history.
    """
    for contract in _untold(day):
        left = (contract.valid.upper - day).days
        step = min(step for step in ENDING_LADDER if max(left, 0) <= step)
        with office_language():
            words = (
                _("{project}的物业合同还有 {left} 天届满（{end}），还没有续签，请提前商定。")
                if left > 0
                else _("{project}的物业合同已于 {end} 届满，没有续签，请安排物业服务。")
            )
            body = words.format(project=contract, left=left, end=contract.valid.upper)
        tell_office(contract.area, kind=f"property.contract.{step}", key=f"contract:{contract.pk}", body=body)


def _untold(day: date):
    ending = PropertyContract.objects.ending_within(day, ENDING_LADDER[0])
    lapsed = PropertyContract.objects.lapsed_on(day, within=ENDING_LADDER[0])
    rows = [
        *ending.select_related("compound", "company", "area"),
        *lapsed.select_related("compound", "company", "area"),
    ]
    return sorted(rows, key=lambda row: (row.valid.upper, row.pk))
