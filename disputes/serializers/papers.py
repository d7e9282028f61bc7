from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from disputes.enums.papers import Paper, PaperStatus, Retention
from disputes.models import Committee, PaperTemplate
from disputes.serializers.scoped import ScopedName
from governance.areas.models import Area


class PageSerializer(serializers.Serializer):
    """A signed page; its picture is at `/files/{number}/`."""

    number = serializers.UUIDField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class DossierLineSerializer(serializers.Serializer):
    """A paper of the dossier, in the order they are bound."""

    paper = serializers.ChoiceField(Paper.choices)
    name = serializers.CharField()
    status = serializers.ChoiceField(PaperStatus.choices)
    is_needed = serializers.BooleanField()
    needs_signature = serializers.BooleanField()
    is_on_paper = serializers.BooleanField()
    page_count = serializers.IntegerField(help_text="0 when nothing is in the folder")
    pages = PageSerializer(many=True)


class DossierSerializer(serializers.Serializer):
    """A dispute's dossier: its number once it is filed, every paper of the case's course, and what is lacking."""

    number = serializers.CharField(help_text="of the case")
    volume_number = serializers.CharField(help_text="卷号, empty until filed")
    retention = serializers.ChoiceField(Retention.choices, allow_blank=True)
    filed_on = serializers.DateField(allow_null=True)
    missing = serializers.ListField(child=serializers.CharField())
    papers = DossierLineSerializer(many=True)


class FileDossierInput(serializers.Serializer):
    title = serializers.CharField(max_length=120, allow_blank=True, default="")
    retention = serializers.ChoiceField(Retention.choices, default=Retention.LONG)


class PrintInput(serializers.Serializer):
    reason = serializers.CharField(
        max_length=200, allow_blank=True, default="", help_text="empty: to make this paper"
    )


class SignedPageInput(serializers.Serializer):
    """A picture of a signed page; `client_uuid` makes sending it again harmless."""

    client_uuid = serializers.UUIDField()
    file = serializers.FileField(max_length=200, allow_empty_file=True)


class OriginalInput(serializers.Serializer):
    page_count = serializers.IntegerField(
        min_value=1,
        max_value=500,
        default=1,
        error_messages={
            "min_value": _("页数应在 1 到 500 之间。"),
            "max_value": _("页数应在 1 到 500 之间。"),
        },
    )


class TakeOutInput(serializers.Serializer):
    page = serializers.UUIDField(
        required=False, allow_null=True, help_text="one page; without it the whole paper"
    )


class TemplateSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)
    uploaded_by_name = serializers.CharField(read_only=True)

    class Meta:
        model = PaperTemplate
        fields = [
            "id", "kind", "version", "area_code", "area_name", "file_name", "size", "sha256", "note", "uploaded_at",
            "uploaded_by_name", "withdrawn_at",
        ]  # fmt: skip
        read_only_fields = fields


class TemplateInput(serializers.Serializer):
    """A template as a .docx, for an area by code. It is tried out first: 409 with what is wrong and where."""

    kind = serializers.ChoiceField(Paper.choices)
    area = ScopedName("code", queryset=Area.objects.filter(closed_on=None), help_text="code of the area")
    file = serializers.FileField(max_length=200, allow_empty_file=True)
    note = serializers.CharField(max_length=200, allow_blank=True, default="")


class CommitteeSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = Committee
        fields = [
            "id", "name", "short_word", "area_code", "area_name", "address", "member_count", "women_count",
            "elected_on", "closed_on",
        ]  # fmt: skip
        read_only_fields = fields


class CommitteeInput(serializers.Serializer):
    area = ScopedName("code", queryset=Area.objects.filter(closed_on=None), help_text="code of the area")
    name = serializers.CharField(max_length=80)
    short_word = serializers.CharField(max_length=20)
    address = serializers.CharField(max_length=100, allow_blank=True, default="")
    member_count = serializers.IntegerField(min_value=1, max_value=99)
    women_count = serializers.IntegerField(min_value=0, max_value=99)
    elected_on = serializers.DateField()
