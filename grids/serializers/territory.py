from rest_framework import serializers

from grids.models import BuildingGroup, Compound, Grid, GridWorker


class GridSerializer(serializers.ModelSerializer):
    name = serializers.CharField()
    kind = serializers.CharField()
    households = serializers.IntegerField()
    is_staffed = serializers.BooleanField()
    worker = serializers.CharField(allow_null=True)

    class Meta:
        model = Grid
        fields = ["id", "area_code", "name", "kind", "households", "is_staffed", "worker", "duty_phone",
                  "oversight_phone"]  # fmt: skip


class GridWorkerSerializer(serializers.ModelSerializer):
    name = serializers.CharField()
    area_name = serializers.CharField()
    from_on = serializers.DateField()

    class Meta:
        model = GridWorker
        fields = ["id", "area_code", "area_name", "name", "from_on"]


class CompoundSerializer(serializers.ModelSerializer):
    area_name = serializers.CharField()

    class Meta:
        model = Compound
        fields = ["id", "area_code", "area_name", "name", "kind", "built_year", "building_count",
                  "household_count", "floor_area"]  # fmt: skip


class BuildingSerializer(serializers.ModelSerializer):
    name = serializers.CharField()
    compound_name = serializers.CharField(allow_null=True)

    class Meta:
        model = BuildingGroup
        fields = ["id", "area_code", "name", "compound", "compound_name", "household_count", "unit_count",
                  "floor_count"]  # fmt: skip
