from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from disputes.actions.receipts import dispute_of
from disputes.enums.rights import Right
from disputes.models import Dispute
from disputes.presenting.centres import centre_of
from governance.kernel.pages import requires
from grids.presenting.codes import address_of, qr_svg


@require_safe
@requires(Right.REGISTER)
def receipt(request: HttpRequest, key: str) -> HttpResponse:
    """The sheet to print: number, code, and how to ask. It names no party and not what the dispute is about."""
    dispute = dispute_of(key)
    if dispute is None or not request.user.may(Right.REGISTER, dispute.area_code):
        raise Http404
    case, matter = dispute.case, dispute.matter
    context = {
        "case": case,
        "centre": matter.reception.centre if matter else centre_of(case.area_code),
        "qr": qr_svg(address_of(request, "public:progress", query={"code": case.public_code})),
        "is_seen": Dispute.objects.for_user(request.user).filter(pk=dispute.pk).exists(),
        "printed_at": timezone.now(),
    }
    return render(request, "disputes/receipt.html", context)
