"""What the machinery itself is about."""

from tests.permissions import makers_operations as made
from tests.permissions.makers import by_pk
from tests.permissions.rows import page

VIEW = "operations.view"

OPERATIONS = {
    "operations:slow_list": page("慢语句", VIEW),
    "slow-statement-list": page("接口：慢语句", VIEW),
    "slow-statement-detail": page("接口：一条慢语句", VIEW, by_pk(made.slow), shared=True),
}
