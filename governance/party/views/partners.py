from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from governance.audit.enums import Right as AuditRight
from governance.audit.views import answer_reveal
from governance.kernel.pages import requires
from governance.party import actions
from governance.party.enums import Right
from governance.party.forms import PartnerEndForm, RenewForm, SignPartnerForm
from governance.party.models import Partner, PartnerAgreement
from governance.party.presenting.partners import partner_page
from governance.party.views.verbs import build, to_build


def page_of(partner: Partner) -> str:
    return reverse("party:partner_detail", args=[partner.pk])


@requires(Right.VIEW)
@require_safe
def partner_detail(request, pk: int):
    partner = get_object_or_404(Partner.objects.for_user(request.user).select_related("area"), pk=pk)
    return render(request, "party/partner_detail.html", partner_page(partner, request.user))


@requires(Right.BUILD)
def partner_sign(request):
    return build(
        request,
        SignPartnerForm(request.POST or None, request.FILES or None, user=request.user),
        lambda **content: actions.sign_partner(by=request.user, **content),
        title=_("登记共建单位"),
        about=_("共建单位"),
        back_url=reverse("party:partner_list"),
        then=page_of,
    )


@requires(Right.BUILD)
def partner_renew(request, pk: int):
    partner = to_build(request, Partner, pk)
    return build(
        request,
        RenewForm(request.POST or None, request.FILES or None),
        lambda **content: actions.renew_agreement(partner, by=request.user, **content),
        title=_("续签协议"),
        about=partner,
        back_url=page_of(partner),
    )


@requires(Right.BUILD)
def partner_end(request, pk: int):
    partner = to_build(request, Partner, pk)
    return build(
        request,
        PartnerEndForm(request.POST or None),
        lambda **content: actions.end_partner(partner, by=request.user, **content),
        title=_("解约"),
        about=partner,
        back_url=page_of(partner),
    )


@never_cache
@require_POST
@requires(AuditRight.REVEAL)
def agreement_reveal(request, pk: int, link: int, name: str):
    """The contact person of an agreement, or the phone."""
    partner = get_object_or_404(Partner.objects.for_user(request.user), pk=pk)
    agreement = get_object_or_404(
        PartnerAgreement.objects.select_related("partner"), partner=partner, pk=link
    )
    return answer_reveal(request, agreement, name, back_url=page_of(partner))
