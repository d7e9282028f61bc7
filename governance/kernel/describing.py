"""What the description of the API says of answers, where the framework's guess is not what they are."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models.constants import LOOKUP_SEP
from drf_spectacular.openapi import AutoSchema
from rest_framework import mixins, serializers


class PlainSchema(AutoSchema):
    def _is_list_view(self, serializer=None) -> bool:
        """Only rows of a model are a list by its name; another answer says so itself, with `many`."""
        rows = getattr(self.view, "pagination_class", None) or isinstance(self.view, mixins.ListModelMixin)
        if serializer is None or rows:
            return super()._is_list_view(serializer)
        return isinstance(serializer, serializers.ListSerializer)

    def _map_serializer_field(self, field, direction, bypass_extensions=False):
        """A choice that is read may be blank where the column may: the framework forgets that of read-only fields."""
        if field.read_only and isinstance(field, serializers.ChoiceField) and _may_be_blank(field):
            field.allow_blank = True
        return super()._map_serializer_field(field, direction, bypass_extensions)


def _may_be_blank(field) -> bool:
    model = getattr(getattr(field.parent, "Meta", None), "model", None)
    column = None
    for name in (field.source or field.field_name).replace(".", LOOKUP_SEP).split(LOOKUP_SEP):
        try:
            column = model and model._meta.get_field(name)
        except FieldDoesNotExist:
            return False
        model = getattr(column, "related_model", None)
    return bool(getattr(column, "blank", False))
