from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.kernel.days import today
from governance.kernel.pages import ListPage, requires
from governance.kernel.scope import demand
from grids.actions.campaigns import end_campaign, open_campaign
from grids.enums.rights import Right
from grids.filters.campaigns import CampaignFilter
from grids.forms.campaigns import CampaignForm
from grids.forms.roster import ReasonForm
from grids.models import Campaign
from grids.presenting.campaigns import progress_of
from grids.tables.campaigns import CAMPAIGNS
from grids.views.frames import frame_of


class CampaignList(ListPage):
    required_right = Right.VIEW
    filterset_class = CampaignFilter
    order = ("-from_on", "-id")
    template_name = "grids/campaign_list.html"
    rows_template = "grids/_campaign_rows.html"
    layout = CAMPAIGNS

    def rows_for(self, user):
        return Campaign.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        own = {"may_manage": request.user.may(Right.MANAGE), "today": today()}
        return super().context(request, filtered, page) | own | {"frame_template": frame_of(request.user)}


@requires(Right.MANAGE)
def campaign_open(request: HttpRequest) -> HttpResponse:
    """Set a campaign for an area of one's own."""
    own = request.user.seats[0].area_code
    form = CampaignForm(request.POST or None, user=request.user, initial={"area": own})
    if form.is_valid():
        try:
            campaign = open_campaign(form.cleaned_data.pop("area"), by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("已发起“{}”，今日页会建议还没去的住户。").format(campaign))
            return redirect("grids:campaign_detail", campaign.pk)
    context = {"form": form, "frame_template": frame_of(request.user)}
    return render(request, "grids/campaign_open.html", context, status=400 if form.is_bound else 200)


@requires(Right.VIEW)
@require_safe
def campaign_detail(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = get_object_or_404(Campaign.objects.for_user(request.user).select_related("area"), pk=pk)
    whole, parts = progress_of(campaign)
    may_end = request.user.may(Right.MANAGE, campaign.area_code) and campaign.is_running_on(today())
    context = {"campaign": campaign, "whole": whole, "parts": parts, "may_end": may_end, "today": today()}
    return render(request, "grids/campaign_detail.html", context | {"frame_template": frame_of(request.user)})


@require_POST
@requires(Right.MANAGE)
def campaign_end(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = get_object_or_404(Campaign.objects.for_user(request.user), pk=pk)
    demand(request.user, Right.MANAGE, campaign.area_code)
    form = ReasonForm(request.POST)
    end_campaign(campaign, by=request.user, reason=form.cleaned_data["reason"] if form.is_valid() else "")
    messages.success(request, _("“{}”今天结束，明天起不再建议。").format(campaign))
    return redirect("grids:campaign_detail", pk)
