from django import forms
from django.utils.translation import gettext_lazy as _

from governance.people.models import User
from grids.enums.team import BUILDING_ROLES, TeamRole


class SeatForm(forms.Form):
    """Who takes which seat of the team; a person is named by account."""

    role = forms.ChoiceField(label=_("岗位"), choices=TeamRole)
    building = forms.ChoiceField(label=_("楼院"), required=False, help_text=_("楼栋长、单元长填写"))
    account = forms.CharField(label=_("账号"), max_length=40)
    is_cover = forms.BooleanField(label=_("代管（岗位空缺期间顶岗，不算配备）"), required=False)

    def __init__(self, *args, buildings, **kwargs):
        super().__init__(*args, **kwargs)
        self.buildings = {group.area.code: group.area for group in buildings}
        self.fields["building"].choices = [("", "—"), *((c, area.name) for c, area in self.buildings.items())]

    def clean_account(self):
        user = User.objects.filter(username=self.cleaned_data["account"].strip(), is_active=True).first()
        if user is None:
            raise forms.ValidationError(_("没有这个账号，请核对后重新填写。"))
        return user

    def clean(self):
        data = super().clean()
        data["building"] = self.buildings.get(data.get("building"))
        if data.get("role") in BUILDING_ROLES and data["building"] is None:
            self.add_error("building", _("楼栋长、单元长要选本网格内的楼院。"))
        return data
