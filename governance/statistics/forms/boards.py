from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from governance.kernel.days import today
from governance.kernel.inputs import DayInput
from governance.statistics.enums import MOST_TILES, Period
from governance.statistics.models import BoardView
from governance.statistics.presenting.boards import indicator_choices
from governance.statistics.questions import find_area

_FREE = _("时段选“自选起止”时填")


class TilesForm(forms.Form):
    """What a board shows: its tiles are asked for one by one, in their order, and the one in depth."""

    shown = forms.ChoiceField(label=_("细看的指标"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("不选")),
            *((label, list(rows)) for label, rows in indicator_choices(get_language())),
        ]
        self.fields["shown"].choices = choices
        for place in range(1, MOST_TILES + 1):
            label = _("第 {n} 格").format(n=place)
            self.fields[f"tile_{place}"] = forms.ChoiceField(label=label, choices=choices, required=False)

    @property
    def tiles(self) -> list:
        return [self[f"tile_{place}"] for place in range(1, MOST_TILES + 1)]

    def clean(self):
        given = self.cleaned_data
        given["indicators"] = [
            key for place in range(1, MOST_TILES + 1) if (key := given.pop(f"tile_{place}", ""))
        ]
        if not given["indicators"]:
            self.add_error("tile_1", _("请至少选一个指标。"))
        return given


class BoardViewForm(TilesForm):
    """A board of one's own. Gives what `save_view` takes."""

    area = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(label=_("名称"), max_length=20)
    period = forms.ChoiceField(label=_("时段"), choices=Period)
    from_on = forms.DateField(label=_("开始日期"), required=False, widget=DayInput(), help_text=_FREE)
    to_on = forms.DateField(label=_("结束日期"), required=False, widget=DayInput(), help_text=_FREE)
    is_first = forms.BooleanField(label=_("打开看板先看这一个"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    @property
    def others(self) -> list:
        """The fields that are no tiles, the name first."""
        return [self[name] for name in ("name", "shown", "is_first", "period", "from_on", "to_on")]

    def clean_area(self):
        return find_area(self.cleaned_data["area"], self.user, today())


def initial_of(view: BoardView) -> dict:
    """What the form shows of a board that is kept."""
    columns = ("name", "period", "from_on", "to_on", "shown", "is_first")
    return {name: getattr(view, name) for name in columns} | tile_fields(view.indicators)


def tile_fields(indicators: list[str]) -> dict[str, str]:
    return {f"tile_{place}": key for place, key in enumerate(indicators, start=1)}
