from rest_framework import serializers

from governance.files.enums import FileFormat, ImportMode
from governance.files.models import ImportFault, TableExport, TableImport


class ImportSerializer(serializers.ModelSerializer):
    class Meta:
        model = TableImport
        fields = ["number", "layout", "target", "area_code", "mode", "state", "file_name", "size", "sha256", "total",
                  "bad", "new", "changed", "same", "left", "sentence", "created_at", "applied_at"]  # fmt: skip


class FaultSerializer(serializers.ModelSerializer):
    class Meta:
        model = ImportFault
        fields = ["row_number", "column", "words"]


class ImportIn(serializers.Serializer):
    """A ledger as a file: `layout` by key, the `area` it is for by code; `target` for one that is part of a thing."""

    layout = serializers.CharField(max_length=40)
    area = serializers.CharField(max_length=18)
    target = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)
    mode = serializers.ChoiceField(ImportMode.choices, default=ImportMode.ALL_OR_NONE)
    file = serializers.FileField()


class UndoIn(serializers.Serializer):
    reason = serializers.CharField(max_length=200)


class ExportSerializer(serializers.ModelSerializer):
    class Meta:
        model = TableExport
        fields = ["number", "layout", "file_format", "query", "is_unmasked", "state", "total", "position", "withheld",
                  "sentence", "created_at", "expires_at"]  # fmt: skip


class ExportIn(serializers.Serializer):
    """A list as a file: `layout` is the path of the list (`/api/v1/events/`) or a register's key, `query` the list's
    own query string. Whole numbers of a register take a right and a `reason`."""

    layout = serializers.CharField(max_length=60)
    query = serializers.CharField(max_length=1000, required=False, default="", allow_blank=True)
    file_format = serializers.ChoiceField(FileFormat.choices, default=FileFormat.XLSX)
    is_unmasked = serializers.BooleanField(default=False)
    reason = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)
