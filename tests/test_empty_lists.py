"""A list without rows says so, on the whole page as in the fragment."""

import pytest
from django.urls import reverse

from tests.factories.people import hold, make_user

LISTS = [
    ("system_admin", "dispatch:delivery_list"),
    ("property_officer", "property:meeting_list"),
    ("property_officer", "property:company_list"),
    ("deeds_officer", "deeds:housing_list"),
    ("deeds_officer", "deeds:question_list"),
    ("deeds_officer", "deeds:desk_list"),
    ("property_officer", "property:project_list"),
    ("property_officer", "property:complaint_list"),
    ("property_officer", "property:fee_list"),
    ("property_officer", "property:committee_list"),
    ("property_officer", "property:round_list"),
    ("property_officer", "property:assessment_list"),
    ("property_officer", "property:sheet_list"),
    ("property_officer", "property:mandate_list"),
    ("property_officer", "property:rectification_list"),
    ("property_officer", "property:card_list"),
    ("party_officer", "grids:body_post_list"),
    ("party_officer", "party:org_list"),
    ("party_officer", "party:partner_list"),
    ("party_officer", "party:league_list"),
    ("party_officer", "party:activity_list"),
    ("party_officer", "party:need_list"),
    ("party_officer", "party:resource_list"),
    ("party_officer", "party:project_list"),
    ("party_officer", "party:wish_list"),
    ("party_officer", "party:unit_list"),
    ("party_officer", "party:post_list"),
    ("street_dispatcher", "dispatch:brief_list"),
    ("street_dispatcher", "grids:event_list"),
    ("community_secretary", "grids:adviser_list"),
    ("city_official", "integrity:finding_list"),
    ("system_admin", "operations:slow_list"),
    ("county_official", "walls:wall_list"),
    ("community_secretary", "grids:compound_list"),
    ("county_official", "dispatch:correction_list"),
]


@pytest.mark.parametrize("boosted", [{}, {"HTTP_HX_REQUEST": "true"}], ids=["page", "fragment"])
@pytest.mark.parametrize(("role", "name"), LISTS)
def test_an_empty_list_says_so(client, country, role, name, boosted):
    user = make_user()
    hold(user, role, country["990101"])
    client.force_login(user)

    assert 'class="empty' in client.get(reverse(name), **boosted).content.decode()
