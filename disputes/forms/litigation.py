from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.litigation import DEFINITIONS, Rate
from disputes.enums.rights import Right
from disputes.models import LitigationFigure
from disputes.models.litigation import COUNTED
from governance.areas.models import Area
from governance.casework.forms import day_field
from governance.kernel.days import month_start, today
from governance.statistics import registry


def own_areas(user, levels: tuple[str, ...]):
    """The areas of some levels whose figures the user looks after."""
    return (
        Area.objects.open()
        .filter(level__in=levels)
        .order_by("code")
        .reached_by(user.reaches(Right.LITIGATION), user)
    )


class CorrectionForm(forms.ModelForm):
    reason = forms.CharField(label=_("更正原因"), max_length=200)

    class Meta:
        model = LitigationFigure
        fields = [*COUNTED, "source"]


class FiguresForm(forms.ModelForm):
    area = forms.ModelChoiceField(label=_("县区"), queryset=None)
    month = day_field(_("月份"), help_text=_("选当月任意一天"))

    class Meta:
        model = LitigationFigure
        fields = ["area", "month", *COUNTED, "source"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = own_areas(user, ("county",))

    def clean_month(self):
        return month_start(self.cleaned_data["month"])


def definition_choices() -> list:
    """`rate:definition` with the formula, so that one chooses what will be printed."""
    known = registry.indicators()
    return [
        (
            Rate(rate).label,
            [(f"{rate}:{letter}", f"{letter}　{known[key].formula}") for letter, key in ways.items()],
        )
        for rate, ways in DEFINITIONS.items()
    ]


class DefinitionForm(forms.Form):
    area = forms.ModelChoiceField(label=_("适用区划"), queryset=None)
    way = forms.ChoiceField(label=_("指标和口径"), choices=definition_choices)
    from_day = day_field(_("自何日起"), initial=lambda: month_start(today()))
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("文件名称和文号"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = own_areas(user, ("city", "county"))

    @property
    def chosen(self) -> dict:
        given = dict(self.cleaned_data)
        rate, definition = given.pop("way").split(":")
        return given | {"rate": rate, "definition": definition}
