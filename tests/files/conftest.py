import pytest

from tests.factories.people import make_user


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def community(country):
    """The community this grid lies in."""
    return country["990101001001"]


@pytest.fixture
def secretary(community):
    """Secretary of the community: brings ledgers in."""
    return make_user("community_secretary", community)
