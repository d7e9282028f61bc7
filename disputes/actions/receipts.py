"""一案一码: the receipt that goes home with whoever registered a dispute."""

from django.core import signing

from disputes.enums.centres import RECEIPT_LIVES
from disputes.models import Dispute

SALT = "disputes.receipt"


def receipt_key(dispute: Dispute) -> str:
    """What opens the receipt for some hours, also to somebody who may not see a restricted dispute any more."""
    return signing.dumps(dispute.pk, salt=SALT)


def dispute_of(key: str) -> Dispute | None:
    """The dispute of a key; None for one that is false or too old. The caller checks the right where it lies."""
    try:
        pk = signing.loads(key, salt=SALT, max_age=RECEIPT_LIVES)
    except signing.BadSignature:
        return None
    return Dispute.objects.select_related("case__area", "matter__reception__centre").filter(pk=pk).first()
