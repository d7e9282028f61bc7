"""Check constraints of a row, asked of the database before it is written: all in one statement."""

from django.core.exceptions import FieldError, ValidationError
from django.db import models, router
from django.db.models import CheckConstraint, Q


class CheckedAtOnce(models.Model):
    """A row whose checks are validated together; by itself Django asks for each, with a savepoint around it.

    Only when something is wrong they are asked one by one, to say what.
    """

    class Meta:
        abstract = True

    def get_constraints(self):
        """All but the checks."""
        return [
            (model, [row for row in rows if not isinstance(row, CheckConstraint)])
            for model, rows in super().get_constraints()
        ]

    def validate_constraints(self, exclude=None):
        using, errors = router.db_for_write(type(self), instance=self), {}
        for model, rows in super().get_constraints():
            checks = [row for row in rows if isinstance(row, CheckConstraint)]
            if not self._all_hold(model, checks, exclude, using):
                errors = self._errors_of(model, checks, exclude, using, errors)
        if errors:
            raise ValidationError(errors)
        super().validate_constraints(exclude=exclude)

    def _all_hold(self, model, checks: list[CheckConstraint], exclude, using: str) -> bool:
        """False also when a check asks for a field that is excluded: then each is asked by itself."""
        together = Q()
        for check in checks:
            together &= Q(check.condition)
        against = self._get_field_expression_map(meta=model._meta, exclude=exclude)
        try:
            return not together or together.check(against, using=using)
        except FieldError:
            return False

    def _errors_of(self, model, checks: list[CheckConstraint], exclude, using: str, errors: dict) -> dict:
        for check in checks:
            try:
                check.validate(model, self, exclude=exclude, using=using)
            except ValidationError as error:
                errors = error.update_error_dict(errors)
        return errors
