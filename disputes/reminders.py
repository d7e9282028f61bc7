"""What disputes bring before the dispatch."""

from django.utils.translation import gettext_lazy as _

from governance.casework.enums import Kind
from governance.dispatch.reminders import late_cases

LATE_DISPUTES = late_cases(Kind.DISPUTE, _("超期纠纷"))
