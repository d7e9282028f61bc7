"""Who reads figures, and where: every role of the preset that may."""

from governance.statistics.definitions import Group

ALL, NONE = frozenset(Group), frozenset()
# The role, its place, and the groups of figures that are this role's own work.
READERS = [
    ("city_official", "9901", ALL),
    ("county_official", "990101", ALL),
    ("centre_supervisor", "990101", ALL),
    ("party_officer", "990101", frozenset({Group.PARTY, Group.PROPERTY})),
    ("property_officer", "990101", frozenset({Group.PARTY, Group.PROPERTY})),
    ("deeds_officer", "9901", frozenset({Group.DEEDS, Group.HOUSING})),
    ("street_dispatcher", "990101001", ALL),
    ("street_deputy", "990101001", ALL),
    ("community_secretary", "990101001001", ALL),
    ("system_admin", "9901", NONE),
    ("api_client", "9901", NONE),
]
NAMES = [role for role, _code, _own in READERS]
