import pytest
from django.core.cache import cache


@pytest.fixture
def no_server(settings, tmp_path):
    settings.CACHES = {
        "default": {
            "BACKEND": "governance.kernel.caching.ForgivingRedisCache",
            "LOCATION": f"unix://{tmp_path}/nobody.sock",
        }
    }


def test_without_a_server_nothing_is_there_and_nothing_breaks(no_server):
    cache.set("a", 1)
    assert cache.get("a", "gone") == "gone"
    assert "a" not in cache
    assert cache.delete("a") is False


@pytest.mark.django_db
def test_a_page_is_served_without_a_cache(no_server, client, worker):
    client.force_login(worker)
    assert client.get("/account/").status_code == 200
