"""Migrations that lay all tables of an app at once, for a database that has none of them."""

from django.db.migrations import Migration
from django.db.migrations.state import ProjectState


class Squashed(Migration):
    """Every operation sees the app as the last one leaves it, so that its models are rendered once.

    Django renders whatever a new model is related to anew after each operation, which for a hundred tables takes
    longer than to make them. The schema editor adds foreign keys at the end, so they may go round in a circle. For
    operations that make something: a step over rows, or a change of what the same migration made, does not belong here.
    """

    def apply(self, project_state, schema_editor, collect_sql=False):
        last = self._last_state(project_state)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, last, last)
        return last

    def unapply(self, project_state, schema_editor, collect_sql=False):
        last = self._last_state(project_state)
        for operation in reversed(self.operations):
            operation.database_backwards(self.app_label, schema_editor, last, last)
        return project_state

    def _last_state(self, before: ProjectState) -> ProjectState:
        """A state of its own, into which nothing has been rendered yet."""
        return self.mutate_state(ProjectState(dict(before.models), before.real_apps), preserve=False)
