"""The only place that knows all apps: settings, addresses, the API router, the schedule, the servers."""

import gc

# A start makes half a million objects that stay, a request thousands that go by their counts alone: looking for cycles
# after every 700, as is the custom, costs a fifth of a start and finds nothing.
gc.set_threshold(10_000, 10, 10)
