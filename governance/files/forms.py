from django import forms
from django.utils.translation import gettext_lazy as _

from governance.audit.enums import SHORTEST_REASON
from governance.files.enums import FileFormat, ImportMode, Right
from governance.files.layouts import TableLayout, layouts
from governance.files.lists import ListTable, source_of
from governance.files.rules import importable, may_unmask, offered


class FileForm(forms.Form):
    """A file to be brought in, and what becomes of it when rows are bad."""

    file = forms.FileField(
        label=_("文件"),
        help_text=_(".xlsx 或 .csv，最大 20 MB、20 万行。先检查，不会马上写入"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    mode = forms.ChoiceField(label=_("有错误时"), choices=ImportMode, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("mode", ImportMode.ALL_OR_NONE)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "\x00" in file.name:
            raise forms.ValidationError(_("文件名中含有不能识别的字符，请改名后重新上传。"))
        return file


class ImportForm(FileForm):
    """A file of a register of a whole area."""

    layout = forms.ChoiceField(label=_("名册"))
    area = forms.ChoiceField(label=_("导入到"), help_text=_("这个区划以外的行会被当作错误"))

    field_order = ["layout", "area", "file", "mode"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.code: area for area in user.areas_with(Right.IMPORT)}
        choices = [(layout.key, layout.title) for layout in importable(user) if layout.targets is None]
        self.fields["layout"].choices = choices
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]

    def clean_area(self):
        return self.areas[self.cleaned_data["area"]]

    def clean_layout(self):
        return layouts()[self.cleaned_data["layout"]]


class ExportForm(forms.Form):
    layout = forms.ChoiceField(label=_("导出什么"))
    file_format = forms.ChoiceField(
        label=_("文件格式"), choices=FileFormat, initial=FileFormat.XLSX, widget=forms.RadioSelect
    )
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    is_unmasked = forms.BooleanField(label=_("导出完整姓名和号码（需写明用途，并记入审计）"), required=False)
    reason = forms.CharField(
        label=_("用途"), required=False, max_length=200, help_text=_("导出完整号码时填写，如：换发居住证核对")
    )

    def __init__(self, *args, user, asked=None, **kwargs):
        super().__init__(*args, **kwargs)
        known = offered(user, asked)
        self.fields["layout"].choices = [(found.key, _said(found)) for found in known]
        if isinstance(asked, ListTable) and len(known) == 1:
            self.fields["layout"].widget = forms.HiddenInput()
        if not any(may_unmask(user, found) for found in known):
            del self.fields["is_unmasked"], self.fields["reason"]

    def clean(self):
        data = super().clean()
        if data.get("is_unmasked") and len(data.get("reason", "").strip()) < SHORTEST_REASON:
            self.add_error("reason", _("导出完整号码需要写明用途（至少 {} 个字）。").format(SHORTEST_REASON))
        if data.get("is_unmasked") and data.get("layout") and not source_of(data["layout"]).has_sealed:
            data["is_unmasked"] = False
        return data


def _said(source: TableLayout | ListTable) -> str:
    """What an entry is: a list as one sees it, or a register that can be brought in again."""
    words = _("{}（和列表一样的列）") if isinstance(source, ListTable) else _("{}（改好后可以原样导入）")
    return words.format(source.title)


class TemplateForm(forms.Form):
    area = forms.ChoiceField(label=_("用于"), help_text=_("这个区划和它下面都用这一版"))
    upload = forms.FileField(
        label=_("模板文件"),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=_("用 Word 或 WPS 改好的 .docx，最大 2 MB。先试填一遍，有错不会启用"),
    )
    note = forms.CharField(label=_("改了什么"), max_length=200, required=False)

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = {area.code: area for area in areas}
        self.fields["area"].choices = [(code, area.name) for code, area in self.areas.items()]

    def clean_area(self):
        return self.areas[self.cleaned_data["area"]]

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if "\x00" in upload.name:
            raise forms.ValidationError(_("文件名中含有不能识别的字符，请改名后重新上传。"))
        return upload
