import pytest
from cryptography.exceptions import InvalidTag

from governance.kernel import sealing


@pytest.mark.parametrize("cipher", ["aes", "sm4"])
def test_a_sealed_value_opens_for_its_own_context_only(settings, cipher):
    settings.FIELD_CIPHER = cipher
    sealed = sealing.seal("640104198501011234", "people.id_no:1")

    assert "640104" not in sealed
    assert sealing.open_seal(sealed, "people.id_no:1") == "640104198501011234"
    with pytest.raises(InvalidTag):
        sealing.open_seal(sealed, "people.id_no:2")


def test_two_seals_of_one_value_differ_and_its_index_does_not(settings):
    assert sealing.seal("138", "a") != sealing.seal("138", "a")
    assert sealing.blind_index("phone", "138") == sealing.blind_index("phone", " 138 ")
    assert sealing.blind_index("phone", "138") != sealing.blind_index("id_no", "138")


def test_old_values_open_after_the_key_and_the_cipher_changed(settings):
    old = sealing.seal("138", "a")
    settings.FIELD_KEYS = {**settings.FIELD_KEYS, "k2": "another-master-key-of-enough-length"}
    settings.FIELD_KEY_ID, settings.FIELD_CIPHER = "k2", "sm4"
    assert sealing.seal("138", "a").startswith("sm4.k2.")
    assert sealing.open_seal(old, "a") == "138"


def test_the_empty_value_stays_empty():
    assert sealing.seal("", "a") == sealing.open_seal("", "a") == sealing.blind_index("phone", "") == ""
