"""A report without an account, and its receipt."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance.kernel.errors import Refused
from grids.actions.progress import RECEIPT_SALT, report_of
from grids.actions.resident_reports import Told, report_as_resident, separate_report
from grids.actions.tries import count_try
from grids.enums.public import NoticeForm, TryPurpose
from grids.forms.public import ReportForm
from grids.presenting.codes import address_of, qr_svg
from grids.presenting.notices import notice_of
from grids.presenting.places import Place
from grids.views.open_doors import open_to_all


@open_to_all("GET", "HEAD", "POST")
def report(request: HttpRequest, place: Place) -> HttpResponse:
    """Few questions; the place is known from the code."""
    if not place.is_open:
        raise Refused("place_closed", _("这里已经不收上报了，请打电话，或扫现在住处的码。"))
    if request.method == "POST":
        count_try(TryPurpose.REPORT)
    form = ReportForm(request.POST or None, request.FILES or None, what=f"report:{place.token}")
    if form.is_valid():
        made = report_as_resident(place.code, Told(**form.content), client_uuid=form.client_uuid)
        return redirect("public:receipt", signing.dumps(made.pk, salt=RECEIPT_SALT))
    context = {"form": form, "place": place, "notice": notice_of(NoticeForm.REPORT)}
    return render(request, "public/report.html", context, status=400 if form.is_bound else 200)


@open_to_all("GET", "HEAD")
def receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Number and code to keep. The address dies after some hours: it is no way to follow a matter."""
    found = report_of(key)
    if found is None:
        raise Http404
    way = address_of(request, "public:progress", query={"code": found.public_code})
    context = {"report": found, "key": key, "qr": qr_svg(way), "has_phone": found.has_phone}
    return render(request, "public/receipt.html", context)


@open_to_all("POST")
def separate(request: HttpRequest, key: str) -> HttpResponse:
    """It was another thing than the one it was put together with."""
    count_try(TryPurpose.REPORT)
    found = report_of(key)
    if found is None:
        raise Http404
    separate_report(found)
    return redirect("public:receipt", key)
