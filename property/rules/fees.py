from datetime import date

from django.utils.translation import gettext as _

from governance.kernel.days import next_month_start, today
from property.models import PropertyContract


def wrong_quarter(contract: PropertyContract, quarter_on: date) -> str:
    """What is wrong with a quarter for a contract; empty when nothing is."""
    after = next_month_start(next_month_start(next_month_start(quarter_on)))
    first, end = contract.valid.lower, contract.valid.upper
    if quarter_on > today():
        return _("这个季度还没有开始，到时候再登记。")
    if after <= first or (end is not None and end <= quarter_on):
        return _("这个季度不在合同期内，请核对季度，或登记到当时的合同上。")
    return ""
