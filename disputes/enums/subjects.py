"""What disputes are about, by the words people use for it. A dispute may be about several things.

The list is ours, from what communities hear; words are looked for as parts of the title and the summary.
"""

from django.utils.translation import gettext_lazy as _

SUBJECTS = {
    "lift": _("电梯"),
    "fee": _("物业收费"),
    "parking": _("停车"),
    "heating": _("供热"),
    "leak": _("漏水"),
    "noise": _("噪声"),
    "pet": _("宠物"),
    "clutter": _("堆物占道"),
    "gym": _("健身退费"),
    "training": _("培训退费"),
    "decoration": _("装修"),
    "wages": _("拖欠工资"),
    "dismissal": _("解除劳动关系"),
    "insurance": _("社会保险"),
    "deposit": _("租房押金"),
    "agency": _("房屋买卖、中介"),
    "support": _("赡养"),
    "couple": _("婚姻家庭"),
    "injury": _("碰撞损害"),
    "land": _("土地流转"),
}
WORDS = {
    "lift": "电梯 升降梯 梯子 困梯 轿厢 停梯 换梯",
    "fee": "物业费 物管费 物业服务费 物业收费 收费标准 涨价 提价 账目 业主大会 公共收益",
    "parking": "停车 车位 车库 泊车 地锁 挪车 占位",
    "heating": "暖气 供热 供暖 采暖 地暖 室温 取暖 热力 换热 不热",
    "leak": "漏水 渗水 渗漏 滴水 防水 水管 爆管 天花板 墙皮 漏到 泡坏 往下渗",
    "noise": "噪声 噪音 扰民 吵 音响 外机 练琴 响声 安静 睡不着",
    "pet": "狗 犬 宠物 猫 鸽",
    "clutter": "堆物 杂物 堆放 通道 过道 楼梯间 鞋柜 纸箱 搬走",
    "gym": "健身 会员 私教 教练 年卡 俱乐部",
    "training": "培训 补习 课时 学费 教育 舞蹈 上课 校区 停课 老师",
    "decoration": "装修质量 装饰 瓷砖 墙砖 定制 返工 增项 工长 验收 尾款 全包 空鼓",
    "wages": "工资 欠薪 工钱 劳务费 薪水 讨薪 包工头 班组 工地 欠条 考勤",
    "dismissal": "辞退 劝退 解除劳动 裁员 离职 补偿金 经济补偿 试用期 调岗 降薪 劳动合同",
    "insurance": "社保 保险 五险 工伤 补缴 断缴 补交",
    "deposit": "押金 保证金 退租 退房 房东 租客 租房 合租",
    "agency": "中介 定金 意向金 买房 卖家 佣金 网签 抵押 房价",
    "support": "赡养 老人 母亲 父亲 兄弟 姐妹 兄妹 子女 儿子 护理 轮流",
    "couple": "夫妻 离婚 婆媳 婆婆 彩礼 丈夫 妻子 两口子 探望 抚养",
    "injury": "碰撞 剐蹭 撞 医药费 误工费 骨裂 刮花 摔倒 保险不赔",
    "land": "土地 承包 流转 地租 地界 界石 浇水 合作社 亩 灌溉 机耕",
}
# Of these every compound has its own: the same words about another compound are another matter.
BOUND_TO_PLACE = frozenset({"lift", "fee", "parking", "heating", "leak", "noise", "pet", "clutter"})
