from rest_framework import serializers

from governance.integrity.models import Finding
from governance.integrity.presenting import Line
from governance.kernel.checking import Severity


class IntegrityCheckSerializer(serializers.Serializer):
    """A check and how it stands in the client's areas."""

    code = serializers.CharField()
    title = serializers.CharField()
    explains = serializers.CharField()
    mend = serializers.CharField(help_text="how what it finds is mended")
    severity = serializers.ChoiceField(Severity.choices)
    found = serializers.IntegerField(allow_null=True, help_text="null before the first run")
    change = serializers.IntegerField(allow_null=True, help_text="against the last night before today")
    oldest_at = serializers.DateTimeField(allow_null=True, help_text="since when something has been wrong")
    done_at = serializers.DateTimeField(allow_null=True)
    seconds = serializers.FloatField(allow_null=True)
    error = serializers.CharField(help_text="why the last run failed; empty when it did not")
    is_waiting = serializers.BooleanField()


class FindingSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = Finding
        fields = (
            "id", "code", "label", "area_code", "area_name", "first_seen_at", "last_seen_at", "cleared_at",
        )  # fmt: skip


class AskedSerializer(serializers.Serializer):
    asked = serializers.IntegerField(help_text="how many checks were put in line")


def check_entry(line: Line) -> dict:
    check, run = line.check, line.run
    return {
        "code": check.code,
        "title": str(check.title),
        "explains": str(check.explains),
        "mend": str(check.mend),
        "severity": check.severity,
        "found": line.found,
        "change": line.change,
        "oldest_at": line.since,
        "done_at": run and run.done_at,
        "seconds": run and run.seconds,
        "error": line.error,
        "is_waiting": line.is_waiting,
    }
