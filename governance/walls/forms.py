from datetime import timedelta

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.areas.forms import AreaField
from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from governance.statistics.questions import own_area_code
from governance.walls.choices import areas_for, by_block, indicator_choices, usual_mapped, usual_tiles
from governance.walls.enums import DAYS, MOST_DAYS, MOST_MAPPED, MOST_TILES


class IndicatorSelects(forms.SelectMultiple):
    """A few indicators in an order of one's own, asked for one by one."""

    template_name = "walls/_indicator_selects.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        chosen = [str(key) for key in value or () if key]
        context["widget"] |= {
            "places": [*chosen, *[""] * MOST_MAPPED][: max(MOST_MAPPED, len(chosen))],
            "indicators": by_block(),
            "attrs": {"id": attrs.get("id", ""), "aria_describedby": attrs.get("aria-describedby", "")},
        }
        return context


class IndicatorsField(forms.MultipleChoiceField):
    """Indicators of the board, so many at most."""

    def __init__(self, *, most: int, widget=forms.CheckboxSelectMultiple, **options):
        super().__init__(choices=indicator_choices, widget=widget, **options)
        self.most = most

    def clean(self, value):
        keys = super().clean(list(dict.fromkeys(key for key in value or () if key)))
        if len(keys) > self.most:
            raise forms.ValidationError(
                _("选了 {n} 项指标，最多 {most} 项，请减少。").format(n=len(keys), most=self.most)
            )
        return keys


class WallForm(forms.Form):
    name = forms.CharField(label=_("大屏名称"), max_length=60, help_text=_("如三楼会议室"))
    area = AreaField(label=_("显示哪里"), help_text=_("社区或以上的区划，填写代码或全称"))
    expires_on = forms.DateField(
        label=_("有效期至"),
        widget=DayInput(),
        help_text=format_lazy(_("到这一天结束为止，最长 {} 天；随时可以停用"), MOST_DAYS),
    )
    mapped = IndicatorsField(
        label=_("地图指标"),
        most=MOST_MAPPED,
        widget=IndicatorSelects,
        help_text=format_lazy(_("最多 {} 项，轮流显示"), MOST_MAPPED),
    )
    tiles = IndicatorsField(
        label=_("两侧指标"), most=MOST_TILES, help_text=format_lazy(_("最多 {} 项，每侧 6 项"), MOST_TILES)
    )

    def __init__(self, data=None, *, by, area: str = ""):
        usual = {
            "area": area or own_area_code(by),
            "expires_on": today() + timedelta(days=DAYS),
            "mapped": usual_mapped(),
            "tiles": usual_tiles(),
        }
        super().__init__(data, initial=usual)
        self.fields["area"].areas = areas_for(by)
