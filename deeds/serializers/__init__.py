from rest_framework import serializers

from deeds.models import DeedProject, Home


class DeedProjectSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField(read_only=True)

    class Meta:
        model = DeedProject
        fields = (
            "id", "name", "area_code", "area_name", "developer", "causes", "lead_office",
            "state", "listed_on", "solved_on", "finished_on", "is_new", "raised_to", "raised_on",
        )  # fmt: skip


class HomeSerializer(serializers.ModelSerializer):
    """`days_to_issue` runs from the listing to the deed, in calendar days."""

    project_name = serializers.CharField(read_only=True)
    days_to_issue = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        model = Home
        fields = (
            "id", "project", "project_name", "area_code", "building", "unit", "room", "state",
            "listed_on", "solved_on", "registered_on", "issued_on", "delivered_on", "certificate_masked",
            "unit_no", "is_new", "days_to_issue",
        )  # fmt: skip


class IssueSerializer(serializers.Serializer):
    """The number is kept masked; it may be told later or never."""

    certificate_no = serializers.CharField(max_length=40, required=False, default="", allow_blank=True)
    note = serializers.CharField(max_length=500, required=False, default="", allow_blank=True)
