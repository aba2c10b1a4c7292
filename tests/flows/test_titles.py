"""Titles as sellers write them: what is told of them lets every reply leave by itself, and is true."""

import pytest

from deskhelper.core.reply import Draft
from tests.flows.test_order_states import LIBRARY, RECEIVED, drafted, ends, situation

QUOTING = ("D-WRONG-1.1", "D-WRONG-1.4")
"""The outcomes whose replies quote the title."""
THIS = "这款商品"

TITLES = [
    ("2026最新款冬季加厚羽绒服女中长款白鸭绒", "", "2026…冬季加厚羽绒服女中长款白鸭绒"),
    ("【最新款】不锈钢保温杯大容量 316医用级水壶", "", "不锈钢保温杯大容量 316医用级水壶"),
    ("🔥🔥最🔥新🔥款🔥蓝牙耳机无线降噪运动入耳式", "", "🔥🔥 🔥蓝牙耳机无线降噪运动入耳式"),
    ("宝贝计划儿童积木拼装益智玩具3-6岁", "", "宝贝计划儿童积木拼装益智玩具3-6岁"),
    ("宝贝衣服纯棉婴儿连体衣春秋哈衣爬服", "", "衣服纯棉婴儿连体衣春秋哈衣爬服"),
    ("全网第一销量第一 抽纸巾整箱家用面巾纸", "", "抽纸巾整箱家用面巾纸"),
    ("微信收款码打印机小票机蓝牙热敏", "", "收款码打印机小票机蓝牙热敏"),
    ("微信支付收款音响到账语音播报器", "", "收款音响到账语音播报器"),
    ("不是最新款保温杯老款清仓", "", THIS),
    ("非淘宝京东同款纯手工编织毛线鞋", "", THIS),
    ("绝对不掉色纯棉四件套床单被罩", "", "不掉色纯棉四件套床单被罩"),
    ("Top1 Best Quality iPhone 15 手机壳 透明防摔 MagSafe", "", "Best Quality iPhone 15…"),
    ("QQ糖果软糖 橡皮糖 水果味 500g", "", "QQ糖果软糖 橡皮糖 水果味 500g"),
    ("奇瑞QQ冰淇淋专用脚垫全包围", "", "奇瑞…冰淇淋专用脚垫全包围"),
    ("减肥茶", "", THIS),
    ("最新款", "", THIS),
    ("顶级极品万能王牌", "", THIS),
    ("【厂家直销，全网最低价】家用拖把免手洗平板拖", "", "【厂家直销】家用拖把免手洗平板拖"),
    ("👨‍👩‍👧亲子装最美母女装连衣裙夏季2026新款", "", "👨‍👩‍👧亲子装…母女装连衣裙夏季2026新款"),
    ("“第一名”祛斑霜祛痘淡斑面霜 补水保湿", "", "面霜 补水保湿"),
    ("天猫精灵音箱支架壁挂免打孔", "", "精灵音箱支架壁挂免打孔"),
    ("适用京东电视小米电视遥控器通用", "", "适用…电视小米电视遥控器通用"),
    ("加微信abc12345领券 毛巾", "", THIS),
    ("XX大码女装***显瘦连衣裙{包邮}", "", "大码女装…显瘦连衣裙"),
    ("Ｎｏ．１ 儿童书包小学生 男孩 护脊减负", "", "儿童书包小学生 男孩 护脊减负"),
    ("100%正品 百分百好用 洗衣液10斤家庭装", "", "正品 好用 洗衣液10斤家庭装"),
    ("红色喜庆结婚四件套 床上用品", "白色", "喜庆结婚四件套 床上用品"),
    ("T恤2件 男士短袖纯棉圆领", "白色 XL", "T恤2件 男士短袖纯棉圆领"),
    ("婴儿湿巾手口专用80抽带盖好评返现送同款", "", "婴儿湿巾手口专用80抽带盖…同款"),
    ("电话13800138000批发 雨伞全自动折叠", "", "电话…批发 雨伞全自动折叠"),
    ("不含微信功能儿童电话手表 防水定位", "", THIS),
    ("无敌好用的不粘锅炒锅家用", "", "好用的不粘锅炒锅家用"),
    ("永不褪色床单纯棉加厚四件套", "", THIS),
    ("微信不支持儿童手表电话 男孩女孩", "", THIS),
    ("非微信款 收款机扫码枪", "", THIS),
    ("没有副作用无副作用面膜贴补水", "", THIS),
    ("【不是微信】收款盒子扫码器", "", THIS),
    ("Kids watch without WeChat, GPS", "", "Kids watch without WeCh…"),
    ("304不锈钢最新款保温杯大容量", "", "304不锈钢…保温杯大容量"),
    ("特别最美的连衣裙女夏季", "", "特别…连衣裙女夏季"),
    ("不贵，最美拖把家用平板", "", "不贵，拖把家用平板"),
    ("不是 最新款 保温杯 加厚大容量", "", "保温杯 加厚大容量"),
    ("非【京东】自营保温杯 真空", "", THIS),
    ("最好的✨最佳✨礼物 生日送女友水晶球", "", "✨ ✨礼物 生日送女友水晶球"),
    ("vx：abc1234567 批发袜子女纯棉中筒", "", "批发袜子女纯棉中筒"),
    ("扣扣123456789加群 领券拖鞋男室内", "", "领券拖鞋男室内"),
    ("最新款最新款最新款最新款最新款最新款最新款最新款袜子", "", THIS),
    ("（微信）（淘宝）（抖音同款）网红零食大礼包", "", "（同款）网红零食大礼包"),
    ("TODO 测试 商品 N/A null 毛巾浴巾套装", "", "测试 商品 毛巾浴巾套装"),
    ("【】空调遥控器万能通用 格力美的海尔", "", "空调遥控器…通用 格力美的海尔"),
    ("袜子", "", "袜子"),
    ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦家庭装纸巾抽纸", "", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨…"),
    ("“国家级”「王牌」枸杞500g 宁夏特级", "", "枸杞500g 宁夏特级"),
    ("送好评红包2元 手机壳透明", "", "手机壳透明"),
    ("垃圾袋加厚手提式家用黑色", "白色", "垃圾袋加厚手提式家用黑色"),
    ("傻瓜相机儿童数码 复古ccd", "", "傻瓜相机儿童数码 复古ccd"),
    ("废物利用收纳盒 去死皮磨脚石", "", "废物利用收纳盒 去死皮磨脚石"),
    ("减肥期代餐奶昔 0脂肪饱腹", "", "减肥期代餐奶昔 0脂肪饱腹"),
    ("正在打包的打包带 已发货标签贴纸", "", "打包带 已发货标签贴纸"),
    ("已经签收 印章 快递已签收 定制", "", "已经签收 印章 快递已签收 定制"),
    ("明天18点发货 鲜花速递玫瑰", "", "鲜花速递玫瑰"),
    ("SF顺丰发货 大闸蟹礼盒鲜活", "", "SF顺丰发货 大闸蟹礼盒鲜活"),
]  # fmt: skip
"""Title, another spec than the usual one, and what is told. The titles were written before the code."""


def quoting(title: str, spec: str) -> list[Draft]:
    where = situation(**RECEIVED | {"product": title} | ({"spec": spec} if spec else {}))
    walks = [walk for walk in ends(LIBRARY.flows["wrong_item"], where.facts, {}) if walk.outcome in QUOTING]
    return [drafted(LIBRARY.flows["wrong_item"], walk, where, wording) for walk in walks for wording in range(3)]


@pytest.mark.parametrize(("title", "spec", "told"), TITLES)
def test_a_reply_that_quotes_a_title_leaves_by_itself(title: str, spec: str, told: str) -> None:
    drafts = quoting(title, spec)
    assert {draft.outcome for draft in drafts} == set(QUOTING)
    for draft in drafts:
        assert (draft.findings, draft.is_complete) == ([], True)
        assert (told if told == THIS else f"“{told}”") in draft.text
        assert f"“{THIS}" not in draft.text


@pytest.mark.parametrize("spec", ["微信", "最新款", "宝贝"])
def test_a_spec_that_may_not_be_told_is_not_quoted(spec: str) -> None:
    for draft in quoting("加厚保温杯大容量", spec):
        assert (draft.findings, draft.is_complete) == ([], True)
        assert "订单上选的那款" in draft.text
        assert spec not in draft.text
