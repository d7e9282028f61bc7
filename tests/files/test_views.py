import pytest

from tests.factories.files import make_attachment


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_picture_is_served_to_who_may_see_its_record(client, grid, worker):
    kept = make_attachment(grid)
    client.force_login(worker)

    answer = client.get(f"/files/{kept.number}/")

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content[:2] == b"\xff\xd8"


def test_a_picture_whose_right_is_lacking_is_not_found(client, grid, worker):
    kept = make_attachment(grid, view_right="audit.view")
    client.force_login(worker)

    assert client.get(f"/files/{kept.number}/").status_code == 404


def test_a_picture_whose_file_is_gone_is_not_found(client, grid, worker):
    kept = make_attachment(grid)
    kept.file.delete(save=False)
    kept.save()
    client.force_login(worker)

    assert client.get(f"/files/{kept.number}/").status_code == 404
