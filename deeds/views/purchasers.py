"""What purchasers read and ask without a log-in, by the code on the sales office's wall."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from deeds.actions.purchasers import ask_question, key_of, purchaser_of, verify_purchaser
from deeds.forms.purchasers import AskForm, VerifyForm
from deeds.presenting.housing import find_public, public_page, public_photo
from governance.kernel.errors import Refused
from grids.actions.tries import TooOften, count_try
from grids.enums.public import NoticeForm, TryPurpose
from grids.presenting.notices import notice_of
from grids.views.open_doors import open_to_all


@open_to_all("GET", "HEAD")
def project(request: HttpRequest, code: str) -> HttpResponse:
    """The bulletin, for everybody."""
    return render(request, "public/housing.html", public_page(find_public(code)))


@open_to_all("GET", "HEAD")
def photo(request: HttpRequest, code: str, number) -> HttpResponse:
    """A picture of a bulletin that everybody may read."""
    found = public_photo(find_public(code), number)
    try:
        with found.file.open("rb") as file:
            return HttpResponse(file.read(), content_type="image/jpeg")
    except FileNotFoundError as error:
        raise Http404 from error


@open_to_all("GET", "HEAD", "POST")
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Contract and phone lead to one's own questions; a wrong pair is answered like an unknown contract."""
    found, form = find_public(code), VerifyForm(request.POST or None)
    if form.is_valid():
        try:
            return _own(request, verify_purchaser(found, **form.cleaned_data))
        except TooOften:
            raise
        except Refused as refusal:
            form.add_error("contract", refusal.message)
    page = {"project": found, "form": form, "notice": notice_of(NoticeForm.PURCHASER)}
    return render(request, "public/housing_verify.html", page, status=400 if form.is_bound else 200)


@open_to_all("POST")
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """One question more."""
    count_try(TryPurpose.SUGGEST)
    found = find_public(code)
    purchaser = purchaser_of(found, request.POST.get("key", ""))
    form = AskForm(request.POST, what=f"ask:{found.token}")
    if not form.is_valid():
        return _own(request, purchaser, form=form)
    ask_question(purchaser, text=form.cleaned_data["text"], client_uuid=form.client_uuid)
    return _own(request, purchaser, is_asked=True)


def _own(request: HttpRequest, purchaser, *, form=None, is_asked=False) -> HttpResponse:
    found = purchaser.project
    page = {
        "project": found,
        "questions": purchaser.questions.all(),
        "form": form or AskForm(what=f"ask:{found.token}", initial={"key": key_of(purchaser)}),
        "is_asked": is_asked,
        "same_page": request.path,
    }
    return render(request, "public/housing_own.html", page, status=400 if form else 200)
