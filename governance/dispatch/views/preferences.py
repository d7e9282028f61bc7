from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.dispatch import actions
from governance.dispatch.enums import Channel, Right
from governance.dispatch.forms.preferences import AddressForm, NoticeSettingsForm
from governance.dispatch.models import NoticeHours
from governance.dispatch.presenting.deliveries import addresses_of
from governance.dispatch.senders import channels_on
from governance.dispatch.views.verbs import run
from governance.kernel.pages import requires


@requires(Right.VIEW)
def notice_settings(request):
    """What I am told outside the portal, by which ways and when."""
    form = NoticeSettingsForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        actions.choose_notices(by=request.user, hours=form.hours, choices=form.choices)
        messages.success(request, _("通知设置已保存，从下一条提醒起生效。"))
        return redirect("dispatch:notice_settings")
    context = {
        "form": form,
        "addresses": addresses_of(request.user),
        "has_ways": bool(channels_on()),
        "city": NoticeHours.of_city(),
    }
    return render(request, "dispatch/notice_settings.html", context, status=400 if form.errors else 200)


@requires(Right.VIEW)
def address_change(request, channel: str):
    if channel not in Channel:
        raise Http404
    form = AddressForm(request.POST or None, channel=channel)

    def change():
        actions.set_address(channel, form.cleaned_data["address"], by=request.user)

    title = _("填写{}").format(form.fields["address"].label)
    return run(
        request, form, change, about=_("接收地址"), title=title, back_url=reverse("dispatch:notice_settings")
    )
