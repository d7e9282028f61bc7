import django_filters as filters
from django.utils.translation import gettext_lazy as _

from governance.areas.filters import AreaFilter
from governance.dispatch.models import Webhook
from governance.kernel.filters import StrictFilterSet


class WebhookFilter(StrictFilterSet):
    area = AreaFilter(label=_("区划代码"))
    live = filters.ChoiceFilter(
        choices=[("true", _("是")), ("false", _("否"))], method="with_live", label=_("使用中")
    )

    class Meta:
        model = Webhook
        fields = []

    def with_live(self, rows, name, value):
        return rows.filter(stopped_at__isnull=value == "true")
