from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.models import Category, CategoryMap, SchemeKind


class MapForm(forms.Form):
    """Where a category counts in a scheme."""

    kind = forms.ModelChoiceField(label=_("统计类别"), queryset=None, required=False)

    def __init__(self, *args, scheme: str, category: Category, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        kind.queryset = SchemeKind.objects.filter(scheme=scheme)
        kind.empty_label = _("随大类") if category.parent_id else _("其他")
        said = CategoryMap.objects.filter(scheme=scheme, category=category).first()
        kind.initial = said and said.kind_id
