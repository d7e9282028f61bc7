"""Invented names and words. Nobody here exists; ID numbers lie in a range that is never given out."""

from random import Random

from governance.kernel.identity import id_check_digit

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤纳"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红建国文慧鑫宇欣怡子轩浩然梓涵思远雨晨志强晓燕海燕佳琪俊辉淑珍凤英春梅国庆振宇立新永福家豪学文少鹏银川宁夏云飞天佑"
ESTATES = "银新苑 康宁家园 丽景花园 凤凰嘉苑 北塔佳苑 湖畔嘉苑 西夏名苑 金波雅居 唐徕花园 森林公园里 阅海湾 满城里 文昌苑 学府嘉园 兴庆府 水木清华园 富宁家园 塞上骄子 贺兰山庄 朔方佳苑 同心苑 春晓里 长河湾 枫林湾 锦绣园 民生花园 万达里 正丰苑 鲁银城 世纪家园 望远新居 玺云台 观湖壹号 教师新村 电力小区 铁路新村 纺织小区 橡胶新村 宝湖天下 金域华庭".split()
COMPANY_HEADS = "中房 恒泰 金凤 凤城 宁鑫 塞上 贺兰 银湖 朔方 永安 佳和 绿地 民生 建安 康居 嘉华 同信 海宝 阅海 唐徕 丽景 长信 瑞安 和顺 天安 惠民 宏泰 正源 安居 明达 盛世 兴城".split()
NOTES = {
    "normal": ["家中一切正常", "老人身体好，已提醒天冷保暖", "电话联系，情况正常", "楼下遇见，聊了几句，没有困难", "燃气用具检查正常", ""],
    "need": ["想办老年卡，不会网上申请", "医保缴费不会操作，请帮忙代办", "暖气不热，请联系供热公司", "残疾证到期，需要换证", "想找一份家门口的工作", "楼道灯坏了，晚上看不见"],
    "hazard": ["楼道堆放杂物", "电动车在楼道充电", "燃气软管老化", "消防通道停车", "井盖松动"],
    "dispute": ["楼上漏水，两家有争执", "为停车位与邻居争吵", "对物业收费有意见", "遛狗引起邻里不快"],
    "absent": ["家中无人，已留联系卡", "家中无人，改日再来"],
    "refused": ["住户表示暂不需要", "住户不方便，约了下周"],
}
DISPUTE_TITLES = {
    "0201": ["楼上漏水损坏天花板", "排水管堵塞互相推诿", "空调外机噪声影响休息"],
    "0203": ["宠物扰邻", "楼道堆物引起争执"],
    "0101": ["夫妻为家务琐事争吵", "离婚后探望孩子的约定"],
    "0102": ["兄弟姐妹赡养老人分担不均"],
    "0402": ["物业费收缴引起争执", "电梯停运要求减免物业费", "公共收益不公开", "停车位收费"],
    "0602": ["退租押金不退", "房屋中介费用", "购房定金退还"],
    "0601": ["健身卡退费", "装修质量", "培训机构退费"],
    "0701": ["拖欠工资", "解除劳动合同补偿"],
    "0503": ["电动车碰撞赔偿", "小区内车辆剐蹭"],
    "0901": ["承包地边界", "土地流转费未付", "确权面积不符"],
    "0804": ["民间借款未还"],
    "1101": ["房屋征收补偿面积"],
    "0599": ["高空坠物损坏车辆"],
    "0902": ["宅基地相邻边界"],
}  # fmt: skip


def person(dice: Random) -> str:
    """A full name of two or three characters."""
    given = dice.choice(GIVEN) + (dice.choice(GIVEN) if dice.random() < 0.75 else "")
    return dice.choice(SURNAMES) + given


def phone(dice: Random) -> str:
    """Eleven digits on 100, which no carrier has."""
    return f"100{dice.randrange(10**8):08d}"


def id_no(dice: Random, born: int) -> str:
    """An ID number with a right check digit in area 999999, which is never given out."""
    first = f"999999{born}{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}{dice.randrange(1000):03d}"
    return first + id_check_digit(first)


_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def uscc(dice: Random, area6: str) -> str:
    """A unified social credit code with a right check character (GB 32100-2015)."""
    body = f"91{area6}MA" + "".join(dice.choice(_USCC) for _ in range(7))
    total = sum(_USCC.index(character) * pow(3, i, 31) for i, character in enumerate(body))
    return body + _USCC[(31 - total % 31) % 31]


def estate(dice: Random, taken: set[str]) -> str:
    """A compound's name not yet taken."""
    while True:
        name = dice.choice(ESTATES) + dice.choice(["", "一期", "二期", "东区", "西区", "南区", "北区", "三期", "四期"])
        if dice.random() < 0.5:
            name = dice.choice(COMPANY_HEADS) + name
        if name not in taken:
            taken.add(name)
            return name


def chinese_number(number: int) -> str:
    """1–99 in Chinese digits: 第十二网格."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones or not tens else "")
