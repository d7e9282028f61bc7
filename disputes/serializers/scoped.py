from rest_framework import serializers


class InScope:
    """A row named in a body: one outside the client's area is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().for_user(self.context["request"].user)


class ScopedName(InScope, serializers.SlugRelatedField):
    pass


class ScopedKey(InScope, serializers.PrimaryKeyRelatedField):
    pass


class OwnDraft(serializers.PrimaryKeyRelatedField):
    """A draft named in a body: somebody else's is answered like one that does not exist."""

    def get_queryset(self):
        return super().get_queryset().of(self.context["request"].user)
