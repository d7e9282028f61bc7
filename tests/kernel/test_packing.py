"""Texts of the static files go out packed; pages, which hold secrets, do not."""

import gzip

import pytest


@pytest.mark.parametrize("name", ["css/components.css", "js/frame.js", "vendor/bootstrap-icons/sprite.svg"])
def test_texts_go_out_packed_and_unpacked_are_the_same(client, name):
    plain = client.get(f"/static/{name}")
    packed = client.get(f"/static/{name}", headers={"Accept-Encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in plain["Vary"]
    sent = packed.getvalue()
    assert gzip.decompress(sent) == plain.getvalue()
    assert len(sent) == int(packed["Content-Length"])


def test_pictures_and_pages_are_not_packed(client, db):
    icon = client.get("/static/img/icon-512.png", headers={"Accept-Encoding": "gzip"})
    page = client.get("/account/login/", headers={"Accept-Encoding": "gzip"})
    icon.close()
    assert "Content-Encoding" not in icon
    assert "Content-Encoding" not in page
