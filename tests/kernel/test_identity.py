import pytest

from governance.kernel.identity import is_id_no
from governance.kernel.masking import mask_address, mask_id_no, mask_name, mask_phone


@pytest.mark.parametrize(
    ("number", "good"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("440524188001010014", True),
        ("110105194912310021", False),
        ("11010519490231002X", False),
        ("1101051949123100２X", False),
        ("", False),
    ],
)
def test_is_id_no(number, good):
    assert is_id_no(number) is good


def test_masks_show_no_more_than_they_should():
    assert [mask_name(name) for name in ("张三", "欧阳修", "司马相如", "张")] == [
        "张*",
        "欧*修",
        "司**如",
        "张",
    ]
    assert mask_phone("13812341234") == "138****1234"
    assert mask_phone("12345") == "***45"
    assert mask_id_no("11010519491231002X") == "110***********002X"
    assert mask_address("银新苑小区3号楼2单元", 5) == "银新苑小区***"
