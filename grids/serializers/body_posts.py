from rest_framework import serializers

from grids.enums.body_posts import Body
from grids.forms.errands import PHONE
from grids.models import BodyPost, Compound


class BodyPostSerializer(serializers.ModelSerializer):
    """`crosses`: the holder sits in another body as well. `to_on` is the first day without the post.

    `kept_in` names the register that enters and ends it.
    """

    area_name = serializers.CharField(read_only=True)
    compound_name = serializers.CharField(read_only=True, allow_null=True)
    from_on = serializers.DateField(read_only=True)
    to_on = serializers.DateField(read_only=True, allow_null=True)
    crosses = serializers.BooleanField(read_only=True)

    class Meta:
        model = BodyPost
        fields = [
            "id", "area_code", "area_name", "body", "compound", "compound_name", "title", "name_masked",
            "phone_masked", "from_on", "to_on", "crosses", "kept_in",
        ]  # fmt: skip


class BodyPostInput(serializers.Serializer):
    """`area` is the code of the community; `compound` an id in it, for the bodies of a compound."""

    area = serializers.CharField(max_length=18)
    body = serializers.ChoiceField(Body.choices)
    compound = serializers.PrimaryKeyRelatedField(queryset=Compound.objects.none(), required=False)
    title = serializers.CharField(max_length=40)
    name = serializers.CharField(max_length=40)
    phone = serializers.CharField(max_length=20, validators=[PHONE])
    on = serializers.DateField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if code := self.context.get("code"):
            self.fields["compound"].queryset = Compound.objects.within(code)


class BodyPostEndInput(serializers.Serializer):
    on = serializers.DateField()
    reason = serializers.CharField(max_length=200)
