"""Addresses outside put into an area, past the verb, and what they were told."""

from governance.areas.models import Area
from governance.dispatch.models import HookDelivery, Webhook
from tests.factories.people import make_user


def webhook(area: Area) -> Webhook:
    url = f"https://example.gov.cn/{Webhook.objects.count()}"
    hook = Webhook(area=area, name="数据局", url=url, events=["brief.issued"], created_by=make_user())
    hook.place_in(area)
    hook.seal_value("secret", "whs_secret")
    hook.save()
    return hook


def hook_step(area: Area) -> dict:
    return {"pk": webhook(area).pk, "step": "test"}


def given_up(area: Area) -> HookDelivery:
    hook = webhook(area)
    return HookDelivery.objects.create(
        webhook=hook, event="test", state="given_up", area=area, area_code=area.code
    )


def event(area: Area) -> dict:
    return {"event": given_up(area).pk}
