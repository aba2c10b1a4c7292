<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AlertSection</name>
    <message>
        <source>Enter orders · A seen · E export</source>
        <translation>Enter 看订单 · A 已阅 · E 导出</translation>
    </message>
    <message numerus="yes">
        <source>%n not seen yet</source>
        <translation>
            <numerusform>%n 个还没看</numerusform>
        </translation>
    </message>
    <message>
        <source>Products in question</source>
        <translation>可疑商品</translation>
    </message>
    <message>
        <source>more than {count} orders of one product in {days} days</source>
        <translation>同一商品 {days} 天内超过 {count} 单</translation>
    </message>
    <message>
        <source>Orders that speak of them</source>
        <translation>涉及订单</translation>
    </message>
    <message>
        <source>From cases, after-sale reasons and orders that you mark as rated 1 (Ctrl+M on the order): more than {count} of one product in {days} days.</source>
        <translation>根据案例、售后原因和标了 1 星的订单（订单上按 Ctrl+M）：同一商品 {days} 天内超过 {count} 单就会出现。</translation>
    </message>
    <message>
        <source>No product stands out</source>
        <translation>没有可疑商品</translation>
    </message>
    <message>
        <source>Seen. The alert comes back with a further order.</source>
        <translation>已看过，再有新的订单会重新提醒。</translation>
    </message>
    <message>
        <source>{words}, seen</source>
        <translation>{words}（已看过）</translation>
    </message>
</context>
<context>
    <name>AskedSlots</name>
    <message>
        <source>asked as</source>
        <translation>询问时的名称</translation>
    </message>
    <message>
        <source>choices, if any</source>
        <translation>可选项（可不填）</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>询问名称</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>可选项</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>BehindView</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Enter opens, E exports, Esc goes back</source>
        <translation>回车打开，E 导出，Esc 返回</translation>
    </message>
    <message>
        <source>E exports, Esc goes back</source>
        <translation>E 导出，Esc 返回</translation>
    </message>
    <message>
        <source>The first %1 of %2</source>
        <translation>前 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Product or words</source>
        <translation>商品或内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>More</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Export this list  (E)</source>
        <translation>导出这份明细  (E)</translation>
    </message>
    <message>
        <source>Back to the plots  (Esc)</source>
        <translation>返回图表  (Esc)</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>chosen</source>
        <translation>已选款</translation>
    </message>
    <message>
        <source>files handed in</source>
        <translation>已交素材</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已开始定制</translation>
    </message>
    <message>
        <source>in production</source>
        <translation>生产中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已做好</translation>
    </message>
    <message>
        <source>No record at the carrier</source>
        <translation>快递没有记录</translation>
    </message>
    <message>
        <source>Silent since the pick-up</source>
        <translation>揽收后没有更新</translation>
    </message>
    <message>
        <source>Picked up repeatedly</source>
        <translation>重复揽收</translation>
    </message>
    <message>
        <source>Abnormal or slow</source>
        <translation>物流异常或太慢</translation>
    </message>
    <message>
        <source>Pick-up overdue</source>
        <translation>揽收超时</translation>
    </message>
    <message>
        <source>No update on the way</source>
        <translation>运输停滞</translation>
    </message>
    <message>
        <source>Delivery overdue</source>
        <translation>派送超时</translation>
    </message>
    <message>
        <source>No record, looked up {time}</source>
        <translation>{time} 查过，没有记录</translation>
    </message>
    <message>
        <source>{rule}: {reason}</source>
        <translation>{rule}：{reason}</translation>
    </message>
    <message>
        <source>Number also used for another receiver: order {order}</source>
        <translation>同一单号还用在另一收件人的订单：{order}</translation>
    </message>
    <message>
        <source>after-sale windows are over</source>
        <translation>售后期限已过</translation>
    </message>
    <message>
        <source>Platform in, evidence</source>
        <translation>平台介入，举证</translation>
    </message>
    <message>
        <source>Custom-made</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>{count} file(s) of the buyer</source>
        <translation>买家素材 {count} 份</translation>
    </message>
    <message>
        <source>{what} until {time} ({rest})</source>
        <translation>{what}到 {time}（{rest}）</translation>
    </message>
    <message>
        <source>Presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>return</source>
        <translation>无理由退货</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>已过</translation>
    </message>
</context>
<context>
    <name>BoardSection</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This takes a moment with many orders.</source>
        <translation>订单多时要等一小会儿。</translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What buyers say</source>
        <translation>买家反映</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>可能赔付</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>待发要</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>还能卖</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Counted at</source>
        <translation>盘点</translation>
    </message>
</context>
<context>
    <name>BoardsPage</name>
    <message>
        <source>Export the board</source>
        <translation>导出看板</translation>
    </message>
    <message>
        <source>Saved {count} rows to {file}.</source>
        <translation>已把 {count} 行保存到 {file}。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期与将到期</translation>
    </message>
    <message>
        <source>Parcel anomalies</source>
        <translation>物流异常</translation>
    </message>
    <message>
        <source>Product alerts</source>
        <translation>商品预警</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Read anew (F5)</source>
        <translation>重新读取（F5）</translation>
    </message>
    <message>
        <source>Export the board (E)</source>
        <translation>导出看板（E）</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
</context>
<context>
    <name>BodyEdit</name>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>Box</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>for %s</source>
        <translation>看到%s</translation>
    </message>
    <message>
        <source>flow %s</source>
        <translation>走流程：%s</translation>
    </message>
    <message>
        <source>script %s</source>
        <translation>用话术：%s</translation>
    </message>
    <message>
        <source>none of the known topics; Enter says what it was about</source>
        <translation>都不像；按回车选它在问什么</translation>
    </message>
    <message>
        <source>no script yet</source>
        <translation>还没有话术</translation>
    </message>
</context>
<context>
    <name>BoxLessons</name>
    <message>
        <source>Learnt: this is about %s</source>
        <translation>记住了：这是在问“%s”</translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>Found</source>
        <translation>找到的</translation>
    </message>
</context>
<context>
    <name>BoxMenu</name>
    <message>
        <source>Take it    Enter</source>
        <translation>采用    回车</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>This was about …    Ctrl+Enter</source>
        <translation>其实在问…    Ctrl+回车</translation>
    </message>
</context>
<context>
    <name>BoxRoom</name>
    <message>
        <source>This message was about …</source>
        <translation>这条消息其实在问：</translation>
    </message>
    <message>
        <source>Pinned and used last</source>
        <translation>置顶和最近用过的</translation>
    </message>
    <message>
        <source>Still searching the orders …</source>
        <translation>还在查找订单…</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc 返回</translation>
    </message>
    <message>
        <source>Enter takes it   ↑ ↓ choose   Esc back</source>
        <translation>回车 采用&#x3000;↑↓ 选择&#x3000;Esc 返回</translation>
    </message>
    <message>
        <source>Enter takes it   Ctrl+Enter: it was about something else   Esc back</source>
        <translation>回车 采用&#x3000;Ctrl+回车 猜错了，改一下&#x3000;Esc 返回</translation>
    </message>
</context>
<context>
    <name>BoxWays</name>
    <message>
        <source>Which order is it? Number or its tail, for: %s</source>
        <translation>哪一单？输入订单号或后几位，走：%s</translation>
    </message>
    <message>
        <source>%s: now choose the order</source>
        <translation>%s：请选订单</translation>
    </message>
</context>
<context>
    <name>CalculatorView</name>
    <message>
        <source>What the figures come to</source>
        <translation>规则计算</translation>
    </message>
</context>
<context>
    <name>CareButton</name>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>How the case stands: %1</source>
        <translation>案例状态：%1</translation>
    </message>
    <message>
        <source>State, owner, deadline and complaint of the case</source>
        <translation>案例的状态、负责人、期限、投诉</translation>
    </message>
    <message>
        <source>As the case tells</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>&amp;Complaint</source>
        <translation>投诉(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Owner…</source>
        <translation>负责人(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Deadline…</source>
        <translation>期限(&amp;D)…</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who sees to this case</source>
        <translation>这个案例由谁负责</translation>
    </message>
</context>
<context>
    <name>CaseArea</name>
    <message>
        <source>No order is open</source>
        <translation>还没有打开订单</translation>
    </message>
    <message>
        <source>Type an order number or its last digits, or choose an order on the left.</source>
        <translation>输入订单号或后几位，或在左边选一个订单。</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Everybody&apos;s cases</source>
        <translation>所有人的案例</translation>
    </message>
    <message>
        <source>All flows</source>
        <translation>全部流程</translation>
    </message>
    <message>
        <source>Complaints only</source>
        <translation>只看投诉</translation>
    </message>
    <message>
        <source>Hand-over to the next shift (Ctrl+H)</source>
        <translation>交接班 (Ctrl+H)</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未完成</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>无人负责</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个案例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) left off</source>
        <translation>
            <numerusform>更早的 %n 个未列出</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for (/)</source>
        <translation>筛选 (/)</translation>
    </message>
    <message>
        <source>Look for cases</source>
        <translation>筛选案例</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>← → turn here; %1 sets the state</source>
        <translation>← → 切换；按 %1 设为此状态</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
</context>
<context>
    <name>CaseBoardModel</name>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Deadline %1 (%2)</source>
        <translation>期限 %1（%2）</translation>
    </message>
    <message>
        <source>%1, set by hand (0 takes it back)</source>
        <translation>%1，手动设定（按 0 恢复自动）</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>建立于 %1</translation>
    </message>
</context>
<context>
    <name>CaseBoardPage</name>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Answer a question of an order, and its case stands here until it is done.</source>
        <translation>在订单里回答问题后，案例会一直列在这里，直到完成。</translation>
    </message>
    <message>
        <source>No open case</source>
        <translation>没有未完成的案例</translation>
    </message>
    <message>
        <source>Esc shows all open cases again.</source>
        <translation>按 Esc 回到全部未完成的案例。</translation>
    </message>
    <message>
        <source>No such case</source>
        <translation>没有符合的案例</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>State: as the case tells</source>
        <translation>状态：按案例自动判断</translation>
    </message>
    <message>
        <source>Marked as a complaint</source>
        <translation>已标为投诉</translation>
    </message>
    <message>
        <source>No complaint any more</source>
        <translation>已取消投诉标记</translation>
    </message>
    <message>
        <source>Deadline: as the case tells</source>
        <translation>期限：按案例自动判断</translation>
    </message>
    <message>
        <source>Deadline set</source>
        <translation>已设定期限</translation>
    </message>
    <message>
        <source>Owner set</source>
        <translation>已设定负责人</translation>
    </message>
    <message>
        <source>Next step set</source>
        <translation>已记下下一步</translation>
    </message>
    <message>
        <source>Enter open · 1–5 state · O owner · N next step · D deadline · C complaint · / filter · U undo</source>
        <translation>Enter 打开 · 1–5 状态 · O 负责人 · N 下一步 · D 期限 · C 投诉 · / 筛选 · U 撤销</translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>CaseRoom</name>
    <message>
        <source>Copied part %s. Enter copies the next one.</source>
        <translation>已复制第 %s 段，再按回车复制下一段。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copied. Promised: %s</source>
        <translation>已复制，记入承诺：%s</translation>
    </message>
    <message>
        <source>Copied: %s</source>
        <translation>已复制：%s</translation>
    </message>
</context>
<context>
    <name>CaseRows</name>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>New</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>等买家</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>等仓库</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>等平台</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Waits for buyer</source>
        <translation>等买家</translation>
    </message>
    <message>
        <source>Waits for warehouse</source>
        <translation>等仓库</translation>
    </message>
    <message>
        <source>Waits for platform</source>
        <translation>等平台</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>已过 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>promised to the buyer</source>
        <translation>答应买家的</translation>
    </message>
    <message>
        <source>the platform&apos;s clock</source>
        <translation>平台时限</translation>
    </message>
    <message>
        <source>evidence, from the platform&apos;s notice</source>
        <translation>举证时限，从平台通知算起</translation>
    </message>
    <message>
        <source>the platform&apos;s limit for an answer</source>
        <translation>平台答复时限</translation>
    </message>
    <message>
        <source>look for the verdict once a day</source>
        <translation>每天看一次结果</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>choose with 1-9, or type</source>
        <translation>按 1-9 选择，或直接输入</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Change  T</source>
        <translation>改时间  T</translation>
    </message>
    <message>
        <source>Set the time  T</source>
        <translation>记录时间  T</translation>
    </message>
    <message>
        <source>The platform has not stepped in, as far as is noted.</source>
        <translation>没有记录平台介入。</translation>
    </message>
    <message>
        <source>The platform stepped in at {time}; how long it waits is not known.</source>
        <translation>平台 {time} 介入，举证时限未知。</translation>
    </message>
    <message>
        <source>Evidence until {time}, {span} left</source>
        <translation>举证截止 {time}，还剩 {span}</translation>
    </message>
    <message>
        <source>Evidence was due {time}, {span} ago</source>
        <translation>举证已在 {time} 截止，过了 {span}</translation>
    </message>
</context>
<context>
    <name>ColumnNames</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>In the file: %s</source>
        <translation>文件里：%s</translation>
    </message>
    <message>
        <source>Mine, “{title}”: {words}</source>
        <translation>我的“{title}”：{words}</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
</context>
<context>
    <name>DeadlineDialog</name>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Until when the case has to be seen to</source>
        <translation>最晚什么时候要处理这个案例</translation>
    </message>
    <message>
        <source>None by hand</source>
        <translation>不手动设定</translation>
    </message>
</context>
<context>
    <name>DelayForm</name>
    <message>
        <source>the same for all</source>
        <translation>所有订单一样</translation>
    </message>
    <message>
        <source>by product</source>
        <translation>按商品分开</translation>
    </message>
    <message>
        <source>by carrier</source>
        <translation>按快递分开</translation>
    </message>
    <message>
        <source>Cause and time</source>
        <translation>原因和时间</translation>
    </message>
</context>
<context>
    <name>DeskLayout</name>
    <message>
        <source>Orders  (Esc)</source>
        <translation>订单  (Esc)</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>还没有打开订单</translation>
    </message>
    <message>
        <source>Type an order number or its last digits, or choose an order on the left.</source>
        <translation>输入订单号或后几位，或在左边选一个订单。</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>Clipboard and window</source>
        <translation>剪贴板与窗口</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Script library</source>
        <translation>话术库</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>流程手册</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop order files here</source>
        <translation>把订单文件拖到这里</translation>
    </message>
    <message>
        <source>CSV or Excel, as the platform exports them</source>
        <translation>平台导出的 CSV 或 Excel 文件</translation>
    </message>
</context>
<context>
    <name>DroppedView</name>
    <message>
        <source>Dropped out</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Dropped out, not told</source>
        <translation>已退出，不再告知</translation>
    </message>
</context>
<context>
    <name>EditorBench</name>
    <message>
        <source>order …%s</source>
        <translation>订单 …%s</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>P prove a pack · Esc back</source>
        <translation>P 核验材料包 · Esc 返回</translation>
    </message>
    <message>
        <source>Ctrl+V paste · A add · Enter open · N note · M move · Del remove · Ctrl+Z undo · L log</source>
        <translation>Ctrl+V 粘贴 · A 添加 · Enter 打开 · N 备注 · M 归类 · Del 移除 · Ctrl+Z 撤销 · L 看经过</translation>
    </message>
    <message>
        <source>{question} {answer} ({reason})</source>
        <translation>{question} {answer}（{reason}）</translation>
    </message>
    <message>
        <source>time not noted</source>
        <translation>没有记下时间</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>打包</translation>
    </message>
    <message>
        <source>Pack for an appeal    Ctrl+S</source>
        <translation>打包申诉材料    Ctrl+S</translation>
    </message>
    <message>
        <source>Back to the case  (Esc)</source>
        <translation>回到案例  (Esc)</translation>
    </message>
    <message>
        <source>Add files  (A)</source>
        <translation>添加文件  (A)</translation>
    </message>
    <message>
        <source>Paste a picture or files  (Ctrl+V)</source>
        <translation>粘贴图片或文件  (Ctrl+V)</translation>
    </message>
    <message>
        <source>Prove a pack  (P)</source>
        <translation>核对材料包  (P)</translation>
    </message>
    <message>
        <source>Statement, originals and a list of proofs in one ZIP  (Ctrl+S)</source>
        <translation>情况说明、原件和校验清单装进一个 ZIP  (Ctrl+S)</translation>
    </message>
    <message>
        <source>Open an order and answer its questions; then Ctrl+J shows what to keep as evidence.</source>
        <translation>先打开一个订单并回答问题，再按 Ctrl+J，就能看到要保留哪些证据。</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的案例</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Stop  Esc</source>
        <translation>停止  Esc</translation>
    </message>
    <message>
        <source>Log of the case</source>
        <translation>案例经过</translation>
    </message>
    <message>
        <source>Other evidence</source>
        <translation>其他证据</translation>
    </message>
    <message>
        <source>The checklist comes with the outcome of the case.</source>
        <translation>回答完问题后，这里列出要保留的证据；现在也可以先添加。</translation>
    </message>
    <message>
        <source>order data</source>
        <translation>订单数据</translation>
    </message>
    <message>
        <source>time of receipt</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>trace of the way back</source>
        <translation>退回轨迹</translation>
    </message>
    <message>
        <source>scans of the trace: {count}</source>
        <translation>物流轨迹 {count} 条</translation>
    </message>
    <message>
        <source>replies copied: {count}</source>
        <translation>复制的回复 {count} 条</translation>
    </message>
    <message>
        <source>made with the pack</source>
        <translation>打包时生成</translation>
    </message>
    <message>
        <source>the files below</source>
        <translation>已添加的文件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{item} (only partly there)</source>
        <translation>{item}（只有一部分）</translation>
    </message>
    <message>
        <source>The desk has: {what}</source>
        <translation>程序已有：{what}</translation>
    </message>
    <message>
        <source>there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>for: {item}</source>
        <translation>原属：{item}</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken off. Ctrl+Z puts them back.</source>
        <translation>
            <numerusform>已移除 %n 个文件，Ctrl+Z 放回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) put back</source>
        <translation>
            <numerusform>已放回 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>What does it show?</source>
        <translation>这个文件说明什么？</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Other evidence</source>
        <translation>其他证据</translation>
    </message>
    <message>
        <source>Which item of the checklist is it for?</source>
        <translation>属于清单里的哪一项？</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>归到</translation>
    </message>
    <message>
        <source>When did the platform give notice? The clock for evidence starts there.</source>
        <translation>平台什么时候通知介入的？举证时限从这时算起。</translation>
    </message>
    <message>
        <source>Platform&apos;s notice</source>
        <translation>平台介入时间</translation>
    </message>
    <message>
        <source>ZIP file</source>
        <translation>ZIP 文件</translation>
    </message>
    <message>
        <source>Prove a pack</source>
        <translation>核对材料包</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), {size}, a statement as PDF, and a list to prove them by</source>
        <translation>
            <numerusform>%n 个文件（{size}）、一份情况说明 PDF 和校验清单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added</source>
        <translation>
            <numerusform>已添加 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there already</source>
        <translation>
            <numerusform>%n 个文件已经有了</numerusform>
        </translation>
    </message>
    <message>
        <source>Packed: {file}, {size}</source>
        <translation>已打包：{file}（{size}）</translation>
    </message>
    <message numerus="yes">
        <source>Whole: %n file(s) as they were packed</source>
        <translation>
            <numerusform>完整：%n 个文件都和打包时一样</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}; not made by this desk</source>
        <translation>{words}；不是在本机打包的</translation>
    </message>
    <message>
        <source>Stopped; nothing was kept</source>
        <translation>已停止，没有留下任何文件</translation>
    </message>
</context>
<context>
    <name>EvidenceWork</name>
    <message>
        <source>Adding…</source>
        <translation>正在添加…</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>正在打包…</translation>
    </message>
    <message>
        <source>Proving…</source>
        <translation>正在核对…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>insights</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Grouped at</source>
        <translation>成团时间</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>支付时间</translation>
    </message>
    <message>
        <source>Promised ship time</source>
        <translation>承诺发货时间</translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Amount paid (yuan)</source>
        <translation>实付金额（元）</translation>
    </message>
    <message>
        <source>Refund (yuan)</source>
        <translation>退款金额（元）</translation>
    </message>
    <message>
        <source>After-sale state</source>
        <translation>售后状态</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>Pieces in stock</source>
        <translation>库存数量</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>预警数量</translation>
    </message>
    <message>
        <source>Counted at</source>
        <translation>盘点时间</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Carrier&apos;s words</source>
        <translation>物流内容</translation>
    </message>
    <message>
        <source>Time of the scan</source>
        <translation>扫描时间</translation>
    </message>
    <message>
        <source>State of the parcel</source>
        <translation>物流状态</translation>
    </message>
    <message>
        <source>Place of the scan</source>
        <translation>扫描网点</translation>
    </message>
    <message>
        <source>Courier and tracking number in one</source>
        <translation>快递公司和运单号在一列</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>收货人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Buyer&apos;s note</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Shop&apos;s note</source>
        <translation>商家备注</translation>
    </message>
    <message>
        <source>Product ID</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Merchant code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>Figure</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Shop&apos;s own</source>
        <translation>店铺自定</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用处</translation>
    </message>
</context>
<context>
    <name>FigurePanel</name>
    <message>
        <source>The shop&apos;s own value is ignored: %s</source>
        <translation>店铺自定值已忽略：%s</translation>
    </message>
    <message>
        <source>The shop&apos;s own value</source>
        <translation>店铺自定值</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>Set by %s</source>
        <translation>设定：%s</translation>
    </message>
    <message>
        <source>Unsettled: it feeds warnings and countdowns only, and never enters a reply.</source>
        <translation>未定论：只用于提醒和倒计时，绝不写进回复。</translation>
    </message>
    <message>
        <source>%1 has its own: %2 h (Settings, Shops)</source>
        <translation>%1 单独设为 %2 小时（设置 → 店铺）</translation>
    </message>
    <message>
        <source>Keep    Enter</source>
        <translation>保存    回车</translation>
    </message>
    <message>
        <source>Back to the shipped value</source>
        <translation>恢复出厂值</translation>
    </message>
    <message>
        <source>Back to the shipped value (Ctrl+R)</source>
        <translation>恢复出厂值（Ctrl+R）</translation>
    </message>
    <message>
        <source>Shipped value</source>
        <translation>出厂值</translation>
    </message>
    <message>
        <source>The number is from</source>
        <translation>数字来自</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用处</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无。</translation>
    </message>
    <message>
        <source>and %s more</source>
        <translation>另有 %s 处</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>The shop&apos;s own</source>
        <translation>店铺自定</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figures of the platform</source>
        <translation>平台规则</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose the shop of the next files</source>
        <translation>选择后续文件所属的店铺</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>保存未导入的行…</translation>
    </message>
    <message>
        <source>Shop: {shop}</source>
        <translation>店铺：{shop}</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>None yet: you are asked once per kind of table.</source>
        <translation>还没有。每种表格只会问你一次。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
    <message>
        <source>The system could not open the folder.</source>
        <translation>系统没能打开这个文件夹。</translation>
    </message>
    <message>
        <source>Remembered columns</source>
        <translation>记住的列</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Orders, cases, promises and settings. Nothing of it leaves this computer.</source>
        <translation>订单、案例、承诺和设置都在这里，不会离开这台电脑。</translation>
    </message>
    <message>
        <source>What you said about tables of no known platform. Forget one to be asked again.</source>
        <translation>你为其他平台的表格指定过的列。忘记后，下次导入会重新询问。</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message numerus="yes">
        <source>Must not leave yet: %n to put right</source>
        <translation>
            <numerusform>还不能发：有 %n 处要改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Keep track of it</source>
        <translation>登记跟进</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Let it pass…</source>
        <translation>放行…</translation>
    </message>
    <message>
        <source>Write “%s”</source>
        <translation>换成“%s”</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>跟进时间</translation>
    </message>
    <message>
        <source>Why is it harmless? Kept with the copy</source>
        <translation>为什么没问题？会随复制一起记录</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Left open</source>
        <translation>还没填完</translation>
    </message>
    <message>
        <source>Against the order</source>
        <translation>与订单不符</translation>
    </message>
    <message>
        <source>Freight, reviews, reasons</source>
        <translation>运费、好评、不实原因</translation>
    </message>
    <message>
        <source>Off the platform, or rude</source>
        <translation>引到站外或不礼貌</translation>
    </message>
    <message>
        <source>Promise not kept track of</source>
        <translation>承诺没登记</translation>
    </message>
    <message>
        <source>Forbidden wording</source>
        <translation>违规用词</translation>
    </message>
    <message>
        <source>To be confirmed</source>
        <translation>待确认</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Back  (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>已送打印</translation>
    </message>
    <message>
        <source>Note done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Note open again</source>
        <translation>改回未办</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Note taken away</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Save the hand-over</source>
        <translation>保存交接班</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>未完成的事</translation>
    </message>
    <message>
        <source>Save as PDF, to be searched  (Ctrl+S)</source>
        <translation>存为可搜索的 PDF  (Ctrl+S)</translation>
    </message>
    <message>
        <source>Print  (Ctrl+P)</source>
        <translation>打印  (Ctrl+P)</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Enter keep the note · Space done · F2 edit · Del delete · Ctrl+S PDF · Ctrl+P print</source>
        <translation>Enter 存留言 · 空格 已办 · F2 修改 · Del 删除 · Ctrl+S 存 PDF · Ctrl+P 打印</translation>
    </message>
</context>
<context>
    <name>HandOverWriter</name>
    <message>
        <source>Hand-over %1</source>
        <translation>交接班 %1</translation>
    </message>
    <message>
        <source>Handed over by %1</source>
        <translation>交班人 %1</translation>
    </message>
    <message>
        <source>Open cases %1</source>
        <translation>未完成案例 %1</translation>
    </message>
    <message>
        <source>Promises due %1</source>
        <translation>到期承诺 %1</translation>
    </message>
    <message>
        <source>Overdue orders %1</source>
        <translation>逾期订单 %1</translation>
    </message>
    <message>
        <source>Parcels in anomaly %1 (as of %2)</source>
        <translation>物流异常 %1 件（%2 统计）</translation>
    </message>
    <message>
        <source>Last hand-over %1</source>
        <translation>上次交班 %1</translation>
    </message>
    <message>
        <source>Nothing is open: the next shift starts afresh.</source>
        <translation>没有未办的事，下一班可以轻装上阵。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未完成的案例</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>答应的事</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>要做的</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Promises due until %1</source>
        <translation>%1 前到期的承诺</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Overdue orders</source>
        <translation>逾期订单</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>已过 %1</translation>
    </message>
</context>
<context>
    <name>HandbookView</name>
    <message>
        <source>Filter: words, initials, D-id</source>
        <translation>筛选：文字、拼音首字母、D 编号</translation>
    </message>
    <message>
        <source>Filter the handbook</source>
        <translation>筛选手册</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>Close the handbook (F3)</source>
        <translation>关闭手册（F3）</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>流程手册</translation>
    </message>
</context>
<context>
    <name>HeadFields</name>
    <message>
        <source>Category / below it</source>
        <translation>分类 / 下级分类</translation>
    </message>
    <message>
        <source>a few letters</source>
        <translation>几个字母</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>快捷码</translation>
    </message>
    <message>
        <source>For</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Promised to this buyer</source>
        <translation>对该买家的承诺</translation>
    </message>
    <message>
        <source>Told before</source>
        <translation>此前的回复</translation>
    </message>
    <message>
        <source>Let pass by hand</source>
        <translation>人工放行</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>“%1”（%2）</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Imported, with gaps</source>
        <translation>已导入，有缺漏</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>等待确认</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>导入中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopping; the order list will be as before.</source>
        <translation>正在停止，订单列表会保持原样。</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>正在读取前几行…</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows} 行</translation>
    </message>
    <message>
        <source>writing the search index…</source>
        <translation>正在写搜索索引…</translation>
    </message>
    <message>
        <source>{rate} rows/s</source>
        <translation>{rate} 行/秒</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>cells left out</source>
        <translation>略过的单元格</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Copy summary</source>
        <translation>复制摘要</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Importing orders</source>
        <translation>正在导入订单</translation>
    </message>
    <message>
        <source>Importing file {number} of {count}</source>
        <translation>正在导入第 {number} 个文件，共 {count} 个</translation>
    </message>
    <message>
        <source>Import cancelled</source>
        <translation>已取消导入</translation>
    </message>
    <message>
        <source>Nothing was changed; the order list is as before.</source>
        <translation>没有任何改动，订单列表保持原样。</translation>
    </message>
    <message>
        <source>{done} of {count} files were imported; nothing of the others was.</source>
        <translation>共 {count} 个文件，已导入 {done} 个；其余的完全没有导入。</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>没有导入任何订单</translation>
    </message>
    <message>
        <source>The order list is as before.</source>
        <translation>订单列表保持原样。</translation>
    </message>
    <message>
        <source>Import finished, with errors</source>
        <translation>导入完成，部分出错</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“{file}”</source>
        <translation>“{file}”</translation>
    </message>
    <message numerus="yes">
        <source>{files} and %n more</source>
        <translation>
            <numerusform>{files}等，还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out, for only CSV and Excel hold orders: {files}</source>
        <translation>没有导入（只支持 CSV 和 Excel）：{files}</translation>
    </message>
    <message>
        <source>Not taken over: {count}</source>
        <translation>未采用：{count}</translation>
    </message>
    <message>
        <source>and {count} more; all of them are saved with the rejected rows.</source>
        <translation>另有 {count} 条；保存未导入的行时会全部包含。</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Order files</source>
        <translation>订单文件</translation>
    </message>
    <message>
        <source>“{file}” has no rows below its header: there was nothing to import.</source>
        <translation>“{file}”只有表头，下面没有订单，没有可导入的内容。</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>保存未导入的行</translation>
    </message>
    <message>
        <source>Saved {count} rows to {file}.</source>
        <translation>已把 {count} 行保存到 {file}。</translation>
    </message>
    <message>
        <source>The next files will be imported for {shop}.</source>
        <translation>后续文件将导入到店铺“{shop}”。</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>No orders have been imported yet, so nothing can be said.</source>
        <translation>还没有导入过订单，无法统计。</translation>
    </message>
    <message>
        <source>Orders are known from %from_at to %until_at; the period lies outside, so nothing can be said.</source>
        <translation>订单数据只有 %from_at 到 %until_at，所选时间不在其中，无法统计。</translation>
    </message>
    <message>
        <source>No promise to ship fell due in this period.</source>
        <translation>这段时间没有到期的发货承诺。</translation>
    </message>
    <message>
        <source>Every order left in time: %of promises to ship fell due, none passed unmet.</source>
        <translation>全部按时：到期的 %of 单都在承诺时间前发出。</translation>
    </message>
    <message>
        <source>Orders are known only from %from_at on.</source>
        <translation>%from_at 之前没有订单数据。</translation>
    </message>
    <message>
        <source>Orders were last imported %until_at; what fell due later is not counted.</source>
        <translation>最近一次导入是 %until_at，之后到期的没有计入。</translation>
    </message>
    <message>
        <source>%count of them by a promise reckoned from the shop&apos;s own hours.</source>
        <translation>其中 %count 单按店铺时限推算。</translation>
    </message>
    <message>
        <source>Left out: %count cancelled or refunded before shipping; the file does not say when.</source>
        <translation>未计入：%count 单发货前取消或退款，文件里没有时间。</translation>
    </message>
    <message>
        <source>Left out: %count shipped at a time the file does not say.</source>
        <translation>未计入：%count 单已发货，文件里没有发货时间。</translation>
    </message>
    <message>
        <source>No order was shipped in this period, as far as the imports say.</source>
        <translation>导入的数据里，这段时间没有发出的包裹。</translation>
    </message>
    <message>
        <source>%shipped parcels were shipped, but no trace of any is stored. Import or paste traces to see anomalies.</source>
        <translation>发出 %shipped 个包裹，都没有物流轨迹。导入或粘贴轨迹后才能统计异常。</translation>
    </message>
    <message>
        <source>Not counted: %count parcels without a trace.</source>
        <translation>未计入：%count 个包裹没有物流轨迹。</translation>
    </message>
    <message>
        <source>No case has been opened yet.</source>
        <translation>还没有打开过案例。</translation>
    </message>
    <message>
        <source>No case was opened in this period.</source>
        <translation>这段时间没有新开的案例。</translation>
    </message>
    <message>
        <source>%cases cases were opened, none has an outcome yet.</source>
        <translation>新开了 %cases 个案例，都还没有结论。</translation>
    </message>
    <message>
        <source>No reply has been copied yet.</source>
        <translation>还没有复制过回复。</translation>
    </message>
    <message>
        <source>No reply was copied in this period.</source>
        <translation>这段时间没有复制过回复。</translation>
    </message>
    <message>
        <source>Only %cases cases with a copied reply; from %least on the time is shown.</source>
        <translation>只有 %cases 个案例复制过回复，满 %least 个才显示用时。</translation>
    </message>
    <message>
        <source>Fewer than %least cases: too few for a 90th percentile.</source>
        <translation>不足 %least 个案例，不计算 90% 用时。</translation>
    </message>
    <message>
        <source>Not counted: %count cases without a copied reply.</source>
        <translation>未计入：%count 个案例还没有复制过回复。</translation>
    </message>
    <message>
        <source>No reply has promised anything yet.</source>
        <translation>还没有作出过承诺。</translation>
    </message>
    <message>
        <source>No promise fell due in this period.</source>
        <translation>这段时间没有到期的承诺。</translation>
    </message>
    <message>
        <source>No case of a wrong item or an empty parcel was opened in this period.</source>
        <translation>这段时间没有发错货或空包裹的案例。</translation>
    </message>
    <message>
        <source>Every one of the %scripts scripts has been copied at least once.</source>
        <translation>%scripts 条话术都至少复制过一次。</translation>
    </message>
    <message>
        <source>Recorded since %since_at.</source>
        <translation>从 %since_at 起有记录。</translation>
    </message>
    <message>
        <source>Not drawn: %bars shorter bars with %count in all.</source>
        <translation>另有 %bars 项没有画出，合计 %count。</translation>
    </message>
    <message>
        <source>Counts all agents: no one agent&apos;s doing.</source>
        <translation>按全部客服统计，不分客服。</translation>
    </message>
    <message>
        <source>Orders not shipped by their promise, by day</source>
        <translation>过了承诺时间还没发货的订单（按天）</translation>
    </message>
    <message>
        <source>Orders not shipped by their promise, by hour of the promise</source>
        <translation>过了承诺时间还没发货的订单（按到期钟点）</translation>
    </message>
    <message>
        <source>Cases opened, by flow</source>
        <translation>新开的案例（按流程）</translation>
    </message>
    <message>
        <source>Cases opened, by outcome</source>
        <translation>新开的案例（按结论）</translation>
    </message>
    <message>
        <source>Replies copied, by hour of day</source>
        <translation>复制的回复（按钟点）</translation>
    </message>
    <message>
        <source>Time from opening a case to its first copy</source>
        <translation>从打开案例到第一次复制的用时</translation>
    </message>
    <message>
        <source>Promises that fell due, by day</source>
        <translation>到期的承诺（按天）</translation>
    </message>
    <message>
        <source>Promises that fell due, by kind</source>
        <translation>到期的承诺（按类型）</translation>
    </message>
    <message>
        <source>Parcels shipped that stand in an anomaly now, by carrier</source>
        <translation>期间发出、现在异常的包裹（按快递）</translation>
    </message>
    <message>
        <source>Scripts copied most often</source>
        <translation>复制次数多的话术</translation>
    </message>
    <message>
        <source>Library scripts nobody has copied so far, by category</source>
        <translation>至今没人复制过的话术（按分类）</translation>
    </message>
    <message>
        <source>Orders with a wrong item or an empty parcel, by product</source>
        <translation>发错货、空包裹的订单（按商品）</translation>
    </message>
    <message>
        <source>Orders not shipped by their promise, by hour</source>
        <translation>过了承诺时间还没发货的订单（按小时）</translation>
    </message>
    <message>
        <source>Promises that fell due, by hour</source>
        <translation>到期的承诺（按小时）</translation>
    </message>
    <message>
        <source>Orders: %1</source>
        <translation>共 %1 单</translation>
    </message>
    <message>
        <source>Cases: %1</source>
        <translation>共 %1 个案例</translation>
    </message>
    <message>
        <source>Replies: %1</source>
        <translation>共 %1 条回复</translation>
    </message>
    <message>
        <source>Promises: %1</source>
        <translation>共 %1 个承诺</translation>
    </message>
    <message>
        <source>Parcels: %1</source>
        <translation>共 %1 个包裹</translation>
    </message>
    <message>
        <source>Copies: %1</source>
        <translation>共复制 %1 次</translation>
    </message>
    <message>
        <source>Scripts: %1</source>
        <translation>共 %1 条话术</translation>
    </message>
    <message>
        <source>of %1 whose promise fell due</source>
        <translation>（承诺到期的共 %1 单）</translation>
    </message>
    <message>
        <source>of %1 opened</source>
        <translation>（新开的共 %1 个）</translation>
    </message>
    <message>
        <source>of %1 with a trace</source>
        <translation>（有物流轨迹的共 %1 个）</translation>
    </message>
    <message>
        <source>of %1 in the library</source>
        <translation>（话术库共 %1 条）</translation>
    </message>
    <message>
        <source>shipped late</source>
        <translation>逾期后发出</translation>
    </message>
    <message>
        <source>still not shipped</source>
        <translation>仍未发货</translation>
    </message>
    <message>
        <source>with an outcome</source>
        <translation>已有结论</translation>
    </message>
    <message>
        <source>still without an outcome</source>
        <translation>还没有结论</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>还没处理</translation>
    </message>
    <message>
        <source>withdrawn or replaced</source>
        <translation>撤回或被替代</translation>
    </message>
    <message>
        <source>of the flows</source>
        <translation>流程回复</translation>
    </message>
    <message>
        <source>of the library</source>
        <translation>话术库</translation>
    </message>
    <message>
        <source>in an anomaly</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>发错货</translation>
    </message>
    <message>
        <source>empty parcel</source>
        <translation>空包裹</translation>
    </message>
    <message>
        <source>half within %1</source>
        <translation>一半在 %1 以内</translation>
    </message>
    <message>
        <source>90 % within %1</source>
        <translation>90% 在 %1 以内</translation>
    </message>
    <message>
        <source>the period before: %1</source>
        <translation>上一周期 %1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（没有名称）</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>Counted: %1 to %2; the period before: %3 to %4</source>
        <translation>统计 %1 至 %2；上一周期 %3 至 %4</translation>
    </message>
    <message>
        <source>No orders have been imported yet.</source>
        <translation>还没有导入过订单。</translation>
    </message>
    <message>
        <source>Orders known: %1 to %2 (last import)</source>
        <translation>订单数据从 %1 到 %2（最近一次导入）</translation>
    </message>
    <message>
        <source>replies recorded since %1</source>
        <translation>回复从 %1 起有记录</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一周期</translation>
    </message>
    <message>
        <source>shipped %1</source>
        <translation>%1 发货</translation>
    </message>
    <message>
        <source>copied %1</source>
        <translation>%1 复制</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>%1 了结</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Picture of this plot (PNG)</source>
        <translation>这张图的图片（PNG）</translation>
    </message>
    <message>
        <source>Drawing of this plot (SVG)</source>
        <translation>这张图的矢量图（SVG）</translation>
    </message>
    <message>
        <source>Table of this plot (XLSX or CSV)</source>
        <translation>这张图的表格（XLSX 或 CSV）</translation>
    </message>
    <message>
        <source>Tables of all plots (XLSX)</source>
        <translation>全部图的表格（XLSX）</translation>
    </message>
    <message>
        <source>← → bar · ↑ ↓ plot · Enter what is behind · P period · S shop · A agent · E export · Esc back</source>
        <translation>← → 换柱 · ↑ ↓ 换图 · Enter 看明细 · P 换时间 · S 换店铺 · A 换坐席 · E 导出 · Esc 返回</translation>
    </message>
    <message>
        <source>Export the plot at hand  (E)</source>
        <translation>导出当前的图  (E)</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>还没有可以统计的内容</translation>
    </message>
    <message>
        <source>Import an order file with Ctrl+O, or copy a reply: the figures come by themselves.</source>
        <translation>按 Ctrl+O 导入订单文件，或者复制一条回复，这里就有数字了。</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>the box; or just type</source>
        <translation>搜索框；也可以直接打字</translation>
    </message>
    <message>
        <source>what the box found; Ctrl+Enter on a suggestion: it was about something else</source>
        <translation>在搜索结果里选；在建议上按 Ctrl+回车：其实在问别的</translation>
    </message>
    <message>
        <source>open the order, take the marked answer, copy the reply</source>
        <translation>打开订单、采用选中的回答、复制回复</translation>
    </message>
    <message>
        <source>answer the question, choose in a list</source>
        <translation>回答问题、在列表中选择</translation>
    </message>
    <message>
        <source>back to the question before; nothing is deleted</source>
        <translation>回到上一个问题，不会删除任何内容</translation>
    </message>
    <message>
        <source>confirm a derived promise</source>
        <translation>确认推算的承诺时间</translation>
    </message>
    <message>
        <source>copy the reply, from anywhere</source>
        <translation>在任何位置复制回复</translation>
    </message>
    <message>
        <source>another wording</source>
        <translation>换一种说法</translation>
    </message>
    <message>
        <source>edit the reply; Enter copies, Esc ends editing</source>
        <translation>修改回复；回车复制，Esc 结束修改</translation>
    </message>
    <message>
        <source>undo; Ctrl+Y redoes</source>
        <translation>撤销；Ctrl+Y 重做</translation>
    </message>
    <message>
        <source>what the figures come to for this order</source>
        <translation>这一单的规则计算</translation>
    </message>
    <message>
        <source>the platform&apos;s figures, and the shop&apos;s own</source>
        <translation>平台规则与店铺自定值</translation>
    </message>
    <message>
        <source>the library of scripts: look, edit, import, export</source>
        <translation>话术库：查看、编辑、导入、导出</translation>
    </message>
    <message>
        <source>one step back: field, case, list, search</source>
        <translation>退一步：输入框、案例、列表、搜索</translation>
    </message>
    <message>
        <source>choose another flow</source>
        <translation>换一个流程</translation>
    </message>
    <message>
        <source>the handbook of all flows</source>
        <translation>流程手册</translation>
    </message>
    <message>
        <source>the map of the flow; arrows and Enter look ahead, +, - and 0 zoom</source>
        <translation>流程图；方向键和回车预览，+、-、0 缩放</translation>
    </message>
    <message>
        <source>go on in another flow with what is known, up to Alt+9</source>
        <translation>带着已答内容转到其他流程，最多到 Alt+9</translation>
    </message>
    <message>
        <source>next open case; Ctrl+W closes it</source>
        <translation>下一个打开的案例；Ctrl+W 关闭</translation>
    </message>
    <message>
        <source>the carrier&apos;s trace; Ctrl+M: marks of the order</source>
        <translation>物流轨迹；Ctrl+M：订单标记</translation>
    </message>
    <message>
        <source>evidence and log of the case, pack for an appeal; Ctrl+V adds a screenshot</source>
        <translation>案例的证据和经过、打包申诉材料；Ctrl+V 添加截图</translation>
    </message>
    <message>
        <source>every open case: 1 to 5 state, O owner, D deadline, C complaint, N next step, U undo</source>
        <translation>未完成的案例：1–5 状态、O 负责人、D 期限、C 投诉、N 下一步、U 撤销</translation>
    </message>
    <message>
        <source>hand-over to the next shift: notes, print, PDF</source>
        <translation>交接班：留言、打印、PDF</translation>
    </message>
    <message>
        <source>views of the list, up to Ctrl+7</source>
        <translation>列表视图，直到 Ctrl+7</translation>
    </message>
    <message>
        <source>promises: what is due, what is owed; Alt+Z: a reminder again later</source>
        <translation>承诺：什么快到期、欠买家什么；Alt+Z：提醒稍后再来</translation>
    </message>
    <message>
        <source>insights: arrows for bars and plots, Enter behind a bar, P period, S shop, A agent, E export</source>
        <translation>统计：方向键换柱换图，回车看明细，P 时间，S 店铺，A 坐席，E 导出</translation>
    </message>
    <message>
        <source>tell buyers unasked: order received, shipped, delayed; the list to print</source>
        <translation>主动告知：订单已收到、已发货、要晚一点；打单列表</translation>
    </message>
    <message>
        <source>import order files</source>
        <translation>导入订单文件</translation>
    </message>
    <message>
        <source>watch the clipboard, or no longer</source>
        <translation>开始或停止留意剪贴板</translation>
    </message>
    <message>
        <source>boards: overdue, parcels, alerts, stock by 1 to 4; E exports</source>
        <translation>看板：1–4 看逾期、物流异常、商品预警、库存；E 导出</translation>
    </message>
    <message>
        <source>narrow, beside the chat window</source>
        <translation>窄条模式，放在聊天窗口旁</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>Kinds of notices</source>
        <translation>告知类型</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打单列表</translation>
    </message>
    <message>
        <source>What is to be shipped, by batch and promise.</source>
        <translation>待发货订单，按批次和承诺时间排好。</translation>
    </message>
</context>
<context>
    <name>LateSection</name>
    <message>
        <source>Most overdue first</source>
        <translation>逾期最久在前</translation>
    </message>
    <message>
        <source>Most at stake first</source>
        <translation>赔付最多在前</translation>
    </message>
    <message numerus="yes">
        <source>Orders turn up here %n hour(s) before they must ship.</source>
        <translation>
            <numerusform>离承诺发货时间不到 %n 小时的订单会出现在这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing overdue, nothing due soon</source>
        <translation>没有逾期，也没有快到期的</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) in all</source>
        <translation>
            <numerusform>共 %n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Compensation by the platform</source>
        <translation>平台赔付</translation>
    </message>
    <message numerus="yes">
        <source>At stake within %n hour(s): {count}</source>
        <translation>
            <numerusform>%n 小时内到期 {count} 单，可能赔付</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} next, the first in {time}</source>
        <translation>还有 {count} 单，最早 {time}后</translation>
    </message>
    <message>
        <source>Fined by the platform</source>
        <translation>已进入平台罚款</translation>
    </message>
    <message numerus="yes">
        <source>T tell %n ticked · Space tick · Ctrl+A all or none</source>
        <translation>
            <numerusform>T 告知已选 %n 单 · 空格 选择 · Ctrl+A 全选/全不选</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter late case · U buyer urges · O order · Space tick · T tell · S sort · E export</source>
        <translation>Enter 逾期流程 · U 买家来催 · O 看订单 · 空格 选择 · T 去告知 · S 排序 · E 导出</translation>
    </message>
</context>
<context>
    <name>LibraryBar</name>
    <message>
        <source>Undo the last change of the library (Ctrl+Z)</source>
        <translation>撤销对话术库的上一次改动（Ctrl+Z）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>话术库</translation>
    </message>
</context>
<context>
    <name>LibraryEdits</name>
    <message>
        <source>Saved: %s</source>
        <translation>已保存：%s</translation>
    </message>
    <message>
        <source>Switched off for this shop: %s</source>
        <translation>本店已停用：%s</translation>
    </message>
    <message>
        <source>Removed: %s</source>
        <translation>已删除：%s</translation>
    </message>
    <message>
        <source>The shipped script is back: %s</source>
        <translation>已恢复自带话术：%s</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n edit(s)…</source>
        <translation>
            <numerusform>正在撤销 %n 条话术的改动…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n edit(s)…</source>
        <translation>
            <numerusform>正在恢复 %n 条话术的改动…</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>已重做</translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n 条话术</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found here</source>
        <translation>这里没有找到</translation>
    </message>
    <message>
        <source>Esc looks in all scripts.</source>
        <translation>按 Esc 看全部话术。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer words, the code, or pinyin initials.</source>
        <translation>试试少打几个字、快捷码或拼音首字母。</translation>
    </message>
    <message>
        <source>No script here</source>
        <translation>这里没有话术</translation>
    </message>
    <message>
        <source>Ctrl+N begins one, Ctrl+I imports a library.</source>
        <translation>Ctrl+N 新建，Ctrl+I 导入。</translation>
    </message>
    <message>
        <source>Filter: code, words, initials</source>
        <translation>筛选：快捷码、文字、拼音首字母</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Places of the library</source>
        <translation>话术分类</translation>
    </message>
</context>
<context>
    <name>LibraryPages</name>
    <message>
        <source>List  (Esc)</source>
        <translation>列表  (Esc)</translation>
    </message>
</context>
<context>
    <name>MakeView</name>
    <message>
        <source>How far to look</source>
        <translation>时间范围</translation>
    </message>
    <message numerus="yes">
        <source>Under way, %n order(s) left to tell</source>
        <translation>
            <numerusform>进行中，还有 %n 单没告知</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on telling    Enter</source>
        <translation>继续告知    Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to tell</source>
        <translation>
            <numerusform>要告知 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is to be told.</source>
        <translation>没有要告知的订单。</translation>
    </message>
    <message>
        <source>Import the order file of today, or look further back.</source>
        <translation>导入今天的订单文件，或者把时间范围放宽。</translation>
    </message>
    <message>
        <source>Left out: %s</source>
        <translation>未列入 %s 单</translation>
    </message>
    <message>
        <source>Start telling    Enter</source>
        <translation>开始告知    Enter</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
</context>
<context>
    <name>MapRoom</name>
    <message>
        <source>Saved: %s</source>
        <translation>已保存：%s</translation>
    </message>
    <message>
        <source>The question is behind the map: Esc, then the number.</source>
        <translation>问题在流程图后面：先按 Esc，再按数字。</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Save the map</source>
        <translation>保存流程图</translation>
    </message>
    <message>
        <source>From every outcome on to: %s</source>
        <translation>任何结果都可以转到：%s</translation>
    </message>
    <message>
        <source>In the handbook</source>
        <translation>在手册里查看</translation>
    </message>
    <message>
        <source>Map of the flow</source>
        <translation>流程图</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Show the whole map (0)</source>
        <translation>显示全图（0）</translation>
    </message>
    <message>
        <source>Close the map (F4)</source>
        <translation>关闭流程图（F4）</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>存为 SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>存为 PNG…</translation>
    </message>
    <message>
        <source>A look ahead; no answer changes</source>
        <translation>预览，不改动任何回答</translation>
    </message>
    <message>
        <source>Close the look ahead (Esc)</source>
        <translation>关闭预览（Esc）</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This table holds</source>
        <translation>这张表格是</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Parcel traces</source>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Columns of {file}</source>
        <translation>{file} 的列</translation>
    </message>
    <message>
        <source>What do the columns hold?</source>
        <translation>每一列是什么？</translation>
    </message>
    <message>
        <source>DeskHelper does not know this kind of file. Say above each column what it holds; this is remembered for every file with the same columns.</source>
        <translation>还不认识这种文件。请在每一列上方选择它的内容；列相同的文件以后都会照此导入。</translation>
    </message>
    <message>
        <source>Needed (*):</source>
        <translation>必选（*）：</translation>
    </message>
    <message>
        <source>Which column holds the order number? Nothing works without it.</source>
        <translation>订单号在哪一列？没有它无法导入。</translation>
    </message>
    <message>
        <source>Without a status, the orders will stand under All orders only.</source>
        <translation>没有订单状态，订单只会出现在“全部订单”里。</translation>
    </message>
    <message>
        <source>Without the grouped time there are no countdowns to ship.</source>
        <translation>没有成团时间，就没有发货倒计时。</translation>
    </message>
    <message>
        <source>Which column holds the tracking number? A parcel is found by it.</source>
        <translation>哪一列是运单号？包裹靠它对上订单。</translation>
    </message>
    <message>
        <source>Which column holds what the carrier says? Nothing works without it.</source>
        <translation>哪一列是物流内容？没有它无法导入。</translation>
    </message>
    <message>
        <source>Which column holds the pieces in stock? Nothing works without it.</source>
        <translation>哪一列是库存数量？没有它无法导入。</translation>
    </message>
    <message>
        <source>Without the merchant&apos;s code, goods are found by product ID or title and variant.</source>
        <translation>没有商家编码，就按商品 ID 或商品名称加规格来对。</translation>
    </message>
    <message>
        <source>Without a title, goods that no order has cannot be told apart.</source>
        <translation>没有商品名称，订单里没有的商品就认不出来。</translation>
    </message>
    <message>
        <source>Without a time, only cells that hold a whole trace with its times are read.</source>
        <translation>没有时间列，只读取一格里写全了时间的完整轨迹。</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>(no name)</source>
        <translation>（无列名）</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>从不读取</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Identity papers and addresses are not imported.</source>
        <translation>证件和地址不会导入。</translation>
    </message>
    <message>
        <source>The column has no name of its own.</source>
        <translation>这一列没有列名。</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>MarksMenu</name>
    <message>
        <source>Custom-made</source>
        <translation>定制商品</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>定制进度</translation>
    </message>
    <message>
        <source>Reached at…</source>
        <translation>到达时间…</translation>
    </message>
    <message>
        <source>None reached</source>
        <translation>还没有进度</translation>
    </message>
    <message>
        <source>File of the buyer…</source>
        <translation>买家交来素材…</translation>
    </message>
    <message>
        <source>Take off: {name}</source>
        <translation>移除：{name}</translation>
    </message>
    <message>
        <source>The platform has stepped in now</source>
        <translation>平台刚刚介入</translation>
    </message>
    <message>
        <source>The platform stepped in at…</source>
        <translation>平台介入时间…</translation>
    </message>
    <message>
        <source>The platform has not stepped in</source>
        <translation>平台没有介入</translation>
    </message>
    <message>
        <source>Rated 1 by the buyer</source>
        <translation>买家打了 1 星</translation>
    </message>
    <message>
        <source>Leave both marks to the product rules</source>
        <translation>两个标记都按商品规则</translation>
    </message>
    <message>
        <source>{mark} (product rule)</source>
        <translation>{mark}（商品规则）</translation>
    </message>
    <message>
        <source>When was this stage reached: {stage}?</source>
        <translation>什么时候到的这一步：{stage}？</translation>
    </message>
    <message>
        <source>File of the buyer</source>
        <translation>买家素材</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Ships until</source>
        <translation>最晚什么时候发货</translation>
    </message>
    <message>
        <source>When did the platform give notice? The clock for evidence starts there.</source>
        <translation>平台什么时候发的通知？举证时间从那时算起。</translation>
    </message>
    <message>
        <source>Platform&apos;s notice</source>
        <translation>平台通知</translation>
    </message>
    <message>
        <source>Presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>Presale ends: days after grouping…</source>
        <translation>预售：成团后几天发货…</translation>
    </message>
    <message>
        <source>Presale ends: fixed date…</source>
        <translation>预售：固定发货日期…</translation>
    </message>
    <message>
        <source>Ships so many days after grouping</source>
        <translation>成团后几天内发货</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Read again on</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>words between commas</source>
        <translation>用逗号隔开</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>within </source>
        <translation>期限 </translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source>for agents, never sent</source>
        <translation>给客服看，不会发出</translation>
    </message>
    <message>
        <source>Due after</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Answers to</source>
        <translation>对应话题</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes for the next shift</source>
        <translation>给下一班的留言</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>A note for the next shift; Enter keeps it</source>
        <translation>给下一班留言，回车保存</translation>
    </message>
    <message>
        <source>A note for the next shift</source>
        <translation>给下一班的留言</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Order received</source>
        <translation>订单已收到</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>要晚一点发</translation>
    </message>
    <message>
        <source>Presale ends soon</source>
        <translation>预售快到期</translation>
    </message>
    <message>
        <source>Newly grouped orders: received, please check the address, expected out by the next batch.</source>
        <translation>刚成团的订单：已收到，请核对收货信息，预计随下一批寄出。</translation>
    </message>
    <message>
        <source>Printed or shipped orders: when, from where, by which courier, and the number.</source>
        <translation>已打单或已发货的订单：什么时候、从哪里、哪家快递、运单号。</translation>
    </message>
    <message>
        <source>Orders past the time their buyers were told: apology, true reason, new time.</source>
        <translation>超过了说好时间的订单：致歉、真实原因、新的时间。</translation>
    </message>
    <message>
        <source>Presales that end soon and can ship in time. What cannot ship belongs to Delayed.</source>
        <translation>快到期、能按时发的预售订单。赶不上的，到期后用“要晚一点发”。</translation>
    </message>
    <message>
        <source>ends within {hours} h</source>
        <translation>{hours} 小时内到期</translation>
    </message>
    <message>
        <source>grouped in the last {hours} h</source>
        <translation>最近 {hours} 小时成团</translation>
    </message>
    <message>
        <source>shipped in the last {hours} h</source>
        <translation>最近 {hours} 小时发货</translation>
    </message>
    <message>
        <source>told already</source>
        <translation>已经告知过</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>after-sale is open</source>
        <translation>售后处理中</translation>
    </message>
    <message>
        <source>status not known</source>
        <translation>状态不明</translation>
    </message>
    <message>
        <source>has left by now</source>
        <translation>已经发出</translation>
    </message>
    <message>
        <source>has no tracking number</source>
        <translation>没有运单号</translation>
    </message>
    <message>
        <source>received by now</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>the promised time has passed: tell of the delay</source>
        <translation>承诺时间已过，改为告知延迟</translation>
    </message>
    <message>
        <source>no promised time is known</source>
        <translation>不知道承诺时间</translation>
    </message>
    <message>
        <source>the time that was told still holds</source>
        <translation>说好的时间还没到</translation>
    </message>
    <message>
        <source>the new time is past a promise that still holds</source>
        <translation>新时间晚于还没过的承诺</translation>
    </message>
    <message>
        <source>no presale any more</source>
        <translation>不再是预售</translation>
    </message>
    <message>
        <source>its flow ends elsewhere by now</source>
        <translation>流程结果已经变了</translation>
    </message>
    <message>
        <source>no longer stored</source>
        <translation>订单已不在列表里</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Enter tell · S later · ← back · → on · Ctrl+Z take back · O order · Esc stop</source>
        <translation>Enter 告知 · S 跳过 · ← 上一单 · → 下一单 · Ctrl+Z 撤回 · O 看订单 · Esc 停下</translation>
    </message>
    <message>
        <source>X save · P print · D PDF · Esc back</source>
        <translation>X 存表格 · P 打印 · D 存 PDF · Esc 返回</translation>
    </message>
    <message>
        <source>1–5 open · ↑ ↓ choose · Enter start · Esc back</source>
        <translation>1–5 打开 · ↑ ↓ 选择 · Enter 开始 · Esc 返回</translation>
    </message>
    <message>
        <source>goes on: %s told</source>
        <translation>进行中，已告知 %s</translation>
    </message>
    <message>
        <source>Making the queue…</source>
        <translation>正在建队列…</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) dropped out since.</source>
        <translation>
            <numerusform>有 %n 单情况变了，已退出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied, told: %s</source>
        <translation>已复制并记为已告知：%s</translation>
    </message>
    <message>
        <source>%s dropped out: </source>
        <translation>%s 已退出：</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>主动告知</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>shipped %s</source>
        <translation>出厂 %s</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>The file has no promised time: the presale&apos;s end, or grouped time plus the shop&apos;s hours.</source>
        <translation>文件里没有承诺发货时间：按预售结束时间，或成团时间加店铺的发货时限推算。</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Copy tracking number</source>
        <translation>复制运单号</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后</translation>
    </message>
    <message>
        <source>Buyer&apos;s note</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Shop&apos;s note</source>
        <translation>商家备注</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最新物流</translation>
    </message>
    <message>
        <source>Parcel anomaly</source>
        <translation>物流异常</translation>
    </message>
    <message>
        <source>The same tracking number</source>
        <translation>同一运单号</translation>
    </message>
    <message>
        <source>After-sale windows</source>
        <translation>售后期限</translation>
    </message>
    <message>
        <source>The platform has stepped in</source>
        <translation>平台已介入</translation>
    </message>
    <message>
        <source>Custom-made</source>
        <translation>定制</translation>
    </message>
    <message>
        <source>Presale</source>
        <translation>预售</translation>
    </message>
    <message>
        <source>Carrier&apos;s trace…</source>
        <translation>物流轨迹…</translation>
    </message>
    <message>
        <source>Marks: custom-made, presale, platform</source>
        <translation>标记：定制、预售、平台介入</translation>
    </message>
    <message>
        <source>Evidence, log and appeal  (Ctrl+J)</source>
        <translation>证据、经过和申诉  (Ctrl+J)</translation>
    </message>
    <message>
        <source>Note for colleagues</source>
        <translation>给同事的备注</translation>
    </message>
    <message numerus="yes">
        <source>%n pc(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund {price}</source>
        <translation>退款 {price}</translation>
    </message>
</context>
<context>
    <name>OrderDelegate</name>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
</context>
<context>
    <name>OrderListModel</name>
    <message>
        <source>Ship by {time} (derived)</source>
        <translation>承诺 {time} 前发货（推算）</translation>
    </message>
    <message>
        <source>Ship by {time}</source>
        <translation>承诺 {time} 前发货</translation>
    </message>
</context>
<context>
    <name>OrderListView</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop an order file from the shop&apos;s back end here, or choose one with Ctrl+O.</source>
        <translation>把商家后台导出的订单文件拖到这里，或按 Ctrl+O 选择。</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Import order file…</source>
        <translation>导入订单文件…</translation>
    </message>
    <message>
        <source>Orders turn up here by themselves as their state or the time changes.</source>
        <translation>订单状态或时间一变，符合的订单会自动出现在这里。</translation>
    </message>
    <message>
        <source>Nothing here now</source>
        <translation>这里暂时没有订单</translation>
    </message>
    <message>
        <source>Try fewer characters, or only the last four digits of the order number.</source>
        <translation>少输几个字，或只输订单号的最后四位。</translation>
    </message>
    <message>
        <source>No order matches</source>
        <translation>没有找到订单</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message>
        <source>Still searching …</source>
        <translation>还在查找…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Unpaid</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>已发货</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>After-sale</source>
        <translation>售后中</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>退款中</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Unknown after-sale</source>
        <translation>售后未知</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>逾期 {time}</translation>
    </message>
    <message>
        <source>{time} left to ship</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>已逾期 {time}</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>全部订单</translation>
    </message>
    <message>
        <source>Order time</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>After-sale state</source>
        <translation>售后状态</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation>快递公司</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>To do on the platform</source>
        <translation>后台要做的</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation>留存证据</translation>
    </message>
    <message>
        <source>Evidence and appeal    Ctrl+J</source>
        <translation>证据与申诉    Ctrl+J</translation>
    </message>
    <message>
        <source>until %1, %2 left</source>
        <translation>到 %1，还剩 %2</translation>
    </message>
    <message>
        <source>was %1, %2 ago</source>
        <translation>%1 已过，超出 %2</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Pack for an appeal</source>
        <translation>打包申诉材料</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>商家说明</translation>
    </message>
    <message>
        <source>Your own words for the platform, if any; plain text</source>
        <translation>想对平台说明的话（可不填）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>换个位置</translation>
    </message>
    <message>
        <source>Make the pack    Ctrl+S</source>
        <translation>打包    Ctrl+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>ZIP file</source>
        <translation>ZIP 文件</translation>
    </message>
    <message>
        <source>The checklist is complete.</source>
        <translation>清单已齐。</translation>
    </message>
    <message>
        <source>· and {count} more</source>
        <translation>· 还有 {count} 项</translation>
    </message>
    <message>
        <source>Not there yet ({count}); it can be packed all the same:</source>
        <translation>还缺 {count} 项，也可以先打包：</translation>
    </message>
</context>
<context>
    <name>PageWriter</name>
    <message>
        <source>Open the map (F4)</source>
        <translation>打开流程图（F4）</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>From every outcome</source>
        <translation>任何结果都可以转到</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Answered by the order</source>
        <translation>订单自动回答</translation>
    </message>
    <message>
        <source>To do on the platform</source>
        <translation>后台要做的</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Clocks against the shop</source>
        <translation>店铺的时限</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation>留存证据</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Goes on in</source>
        <translation>可以转到</translation>
    </message>
    <message>
        <source>In the handbook</source>
        <translation>在手册里查看</translation>
    </message>
    <message>
        <source>Added: %s</source>
        <translation>加上这句的条件：%s</translation>
    </message>
    <message>
        <source>Instead: %s</source>
        <translation>换成这几句的条件：%s</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>due: </source>
        <translation>到期：</translation>
    </message>
    <message>
        <source>The shop&apos;s fault</source>
        <translation>店铺的责任</translation>
    </message>
    <message>
        <source>The carrier&apos;s fault</source>
        <translation>快递的责任</translation>
    </message>
    <message>
        <source>The buyer&apos;s fault</source>
        <translation>买家的责任</translation>
    </message>
    <message>
        <source>Whose fault is not clear yet</source>
        <translation>责任还不清楚</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Anomalies</source>
        <translation>物流异常</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>主动告知</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>ParcelSection</name>
    <message>
        <source>Enter case · O order · ← → group · G rule or courier · M category&apos;s mean · E export</source>
        <translation>Enter 处理 · O 看订单 · ← → 换组 · G 按规则/快递 · M 类目均值 · E 导出</translation>
    </message>
    <message>
        <source>Anomaly limit</source>
        <translation>异常率上限</translation>
    </message>
    <message>
        <source>The mean anomaly rate of your category in percent, as the platform told you (blank: not known)</source>
        <translation>平台告诉你的类目平均异常率，百分数（留空表示不知道）</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>{courier} {count} of {all}</source>
        <translation>{courier} {count}/{all}</translation>
    </message>
    <message>
        <source>no anomaly any more</source>
        <translation>已不再异常</translation>
    </message>
    <message numerus="yes">
        <source>%n with a trace</source>
        <translation>
            <numerusform>其中 %n 单有轨迹</numerusform>
        </translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>运输中</translation>
    </message>
    <message numerus="yes">
        <source>and %n slow without a trace</source>
        <translation>
            <numerusform>另有 %n 单没查轨迹、迟迟不到</numerusform>
        </translation>
    </message>
    <message>
        <source>In anomaly</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Anomaly rate</source>
        <translation>异常率</translation>
    </message>
    <message>
        <source>of the parcels with a trace</source>
        <translation>按有轨迹的包裹算</translation>
    </message>
    <message>
        <source>mean {percent}% by the shop</source>
        <translation>均值 {percent}%（店铺填写）</translation>
    </message>
    <message>
        <source>Limit (second-level restriction)</source>
        <translation>上限（超过则二级限制）</translation>
    </message>
    <message>
        <source>The limit is not shown: press M once the platform has told your category&apos;s mean.</source>
        <translation>不知道类目均值，上限没法显示；平台告诉你以后按 M 填上。</translation>
    </message>
    <message>
        <source>Import an order file with Ctrl+O: parcels that were sent are watched from then on.</source>
        <translation>按 Ctrl+O 导入订单文件，已发货的包裹会自动盯着。</translation>
    </message>
    <message>
        <source>No parcel on the way</source>
        <translation>没有运输中的包裹</translation>
    </message>
    <message>
        <source>Paste a trace on an order (Ctrl+T), or import a file of traces with Ctrl+O.</source>
        <translation>在订单上按 Ctrl+T 粘贴轨迹，或按 Ctrl+O 导入轨迹文件。</translation>
    </message>
    <message>
        <source>No trace is known yet</source>
        <translation>还没有物流轨迹</translation>
    </message>
    <message>
        <source>Parcels turn up here as soon as a rule fires.</source>
        <translation>一触发异常规则，包裹就会出现在这里。</translation>
    </message>
    <message>
        <source>No parcel in anomaly</source>
        <translation>没有异常包裹</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>All shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>全部客服</translation>
    </message>
    <message>
        <source>%1  (P for the next)</source>
        <translation>%1  (P 换下一个)</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>%1  (%2 for the next)</source>
        <translation>%1（按 %2 换下一个）</translation>
    </message>
</context>
<context>
    <name>PhraseExportDialog</name>
    <message>
        <source>Export scripts</source>
        <translation>导出话术</translation>
    </message>
    <message>
        <source>the shop&apos;s own ({count})</source>
        <translation>本店自己的（{count} 条）</translation>
    </message>
    <message>
        <source>what the list shows ({count})</source>
        <translation>列表里的（{count} 条）</translation>
    </message>
    <message>
        <source>all scripts ({count})</source>
        <translation>全部话术（{count} 条）</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>DeskHelper, everything kept (YAML)</source>
        <translation>DeskHelper，保留全部内容（YAML）</translation>
    </message>
    <message>
        <source>Table, everything kept (CSV)</source>
        <translation>表格，保留全部内容（CSV）</translation>
    </message>
    <message>
        <source>Table, everything kept (Excel)</source>
        <translation>表格，保留全部内容（Excel）</translation>
    </message>
    <message>
        <source>Qianniu quick phrases (CSV)</source>
        <translation>千牛快捷短语（CSV）</translation>
    </message>
    <message>
        <source>Shop workbench (Excel)</source>
        <translation>商家工作台（Excel）</translation>
    </message>
</context>
<context>
    <name>PhraseFlow</name>
    <message>
        <source>Import scripts</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>Libraries of phrases</source>
        <translation>话术文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message>
        <source>Export scripts</source>
        <translation>导出话术</translation>
    </message>
    <message>
        <source>scripts</source>
        <translation>话术</translation>
    </message>
    <message numerus="yes">
        <source>Written: %n script(s) to {file}</source>
        <translation>
            <numerusform>已写入 %n 条话术：{file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with the library…</source>
        <translation>正在与话术库比对…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>The import was done before it could be stopped; Ctrl+Z takes it back.</source>
        <translation>没来得及停下，已经导入；按 Ctrl+Z 可撤回。</translation>
    </message>
</context>
<context>
    <name>PhraseImportDialog</name>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>words added</source>
        <translation>新增敏感词</translation>
    </message>
    <message>
        <source>left as they were</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>没有导入</translation>
    </message>
    <message>
        <source>Imported: %s</source>
        <translation>已导入：%s</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The import is undone: the library is as it was.</source>
        <translation>已撤销导入，话术库恢复原样。</translation>
    </message>
    <message numerus="yes">
        <source>The import is undone, but for %n script(s) edited since.</source>
        <translation>
            <numerusform>已撤销导入；之后改过的 %n 条没有动。</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With remarks %s</source>
        <translation>有提醒 %s</translation>
    </message>
    <message>
        <source>Outgoing check: %s rows to go. They can be imported before.</source>
        <translation>外发检查还剩 %s 行，不用等，现在就可以导入</translation>
    </message>
    <message>
        <source>Outgoing check: every row was looked at</source>
        <translation>外发检查已全部完成</translation>
    </message>
    <message>
        <source>Import %s    Ctrl+Enter</source>
        <translation>导入 %s 条    Ctrl+Enter</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>看哪些行</translation>
    </message>
    <message>
        <source>as in the file</source>
        <translation>按文件里的分类</translation>
    </message>
    <message>
        <source>For</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Put below</source>
        <translation>放到分类</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import scripts</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>All that are there already:</source>
        <translation>已有的全部按：</translation>
    </message>
</context>
<context>
    <name>PhraseMappingDialog</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Which column is what?</source>
        <translation>各列分别是什么？</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%s is a table that nobody here has seen yet. Choose the column of each.</source>
        <translation>第一次见到 %s 这样的表格，请选择各列的内容。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>快捷码</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>文件内重复</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>敏感词</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>mine stays</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>theirs is taken</source>
        <translation>用文件的</translation>
    </message>
    <message>
        <source>both are kept</source>
        <translation>两条都留</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>这张图片打不开。</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>Drag or paste pictures here</source>
        <translation>把图片拖到这里，或在这里粘贴</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Missing: %s</source>
        <translation>图片不见了：%s</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drag pictures here, or paste them with Ctrl+V; Delete takes one away</source>
        <translation>把图片拖到这里，或按 Ctrl+V 粘贴；按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>PlaceModel</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>All scripts</source>
        <translation>全部话术</translation>
    </message>
    <message>
        <source>Most used</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>没用过</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>← → from bar to bar, ↑ ↓ from plot to plot, Enter for what is behind a bar</source>
        <translation>← → 换柱，↑ ↓ 换图，回车看明细</translation>
    </message>
    <message>
        <source>the period before</source>
        <translation>上一周期</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>A · official, or many sources agree</source>
        <translation>A · 官方或多方一致</translation>
    </message>
    <message>
        <source>B · one dated source</source>
        <translation>B · 单一来源，有日期</translation>
    </message>
    <message>
        <source>C · unsettled, never told to a buyer</source>
        <translation>C · 未定论，不告诉买家</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>原始资料</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>日期不详</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Seed documents</source>
        <translation>原始资料</translation>
    </message>
    <message>
        <source>Before the change</source>
        <translation>调整前</translation>
    </message>
    <message>
        <source>Another source</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>Use the seed&apos;s value</source>
        <translation>用原始资料的值</translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation>用这个值</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Blanks of replies</source>
        <translation>回复填空</translation>
    </message>
    <message>
        <source>Facts of orders</source>
        <translation>订单事实</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>界面</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>Type to filter · Enter edits · Ctrl+R back to the shipped value · Esc one step back</source>
        <translation>直接打字筛选 · 回车修改 · Ctrl+R 恢复出厂值 · Esc 退一步</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>清除这些</translation>
    </message>
    <message>
        <source>Figures of the platform</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>Filter: name, value, source, flow</source>
        <translation>筛选：名称、数值、来源、流程</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview with %s</source>
        <translation>预览：%s</translation>
    </message>
    <message>
        <source>Preview without an order</source>
        <translation>预览：没有订单</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>Asked before the copy: %s</source>
        <translation>复制前要填：%s</translation>
    </message>
    <message>
        <source>Copying makes a promise: %s</source>
        <translation>复制后记入承诺：%s</translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the file</source>
        <translation>文件里的行</translation>
    </message>
</context>
<context>
    <name>PrintList</name>
    <message>
        <source>later</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Orders to ship</source>
        <translation>待发货打单列表</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>Next batches: {times}</source>
        <translation>接下来的批次：{times}</translation>
    </message>
    <message>
        <source>The first {count} orders stand here; the workbook has all.</source>
        <translation>这里只列前 {count} 单，表格里有全部。</translation>
    </message>
    <message>
        <source>Held back, after-sale is open: {count}</source>
        <translation>售后处理中，暂缓发货：{count} 单</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Past the promise</source>
        <translation>已过承诺</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Spec</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Buyer&apos;s note</source>
        <translation>买家留言</translation>
    </message>
</context>
<context>
    <name>PrintView</name>
    <message>
        <source>Save as XLSX    X</source>
        <translation>存为 XLSX    X</translation>
    </message>
    <message>
        <source>Print    P</source>
        <translation>打印    P</translation>
    </message>
    <message>
        <source>PDF    D</source>
        <translation>PDF    D</translation>
    </message>
    <message>
        <source>No order waits for shipping. Import the order file of today to have the list.</source>
        <translation>没有待发货的订单。导入今天的订单文件，这里就有清单。</translation>
    </message>
    <message>
        <source>Nothing to ship</source>
        <translation>没有要发的货</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to ship</source>
        <translation>
            <numerusform>待发货 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the promise</source>
        <translation>
            <numerusform>已过承诺 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back, after-sale is open</source>
        <translation>
            <numerusform>售后处理中暂缓 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Next batches: %s</source>
        <translation>接下来的批次：%s</translation>
    </message>
    <message>
        <source>Set the batches of the day in the settings (shops) to divide the list.</source>
        <translation>在设置的“店铺”里填好每天的批次时间，清单就按批次分开。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Saved: %s</source>
        <translation>已保存：%s</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>单数</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已过承诺</translation>
    </message>
    <message>
        <source>Print list</source>
        <translation>打单列表</translation>
    </message>
</context>
<context>
    <name>PromiseBar</name>
    <message>
        <source>One kind only  (F)</source>
        <translation>只看一种 (F)</translation>
    </message>
    <message>
        <source>One agent only  (A)</source>
        <translation>只看一位客服 (A)</translation>
    </message>
    <message>
        <source>Owed: %1 (%2)</source>
        <translation>待付 %1（%2 笔）</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未署名</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Kept, broken and void, of the last 30 days  (C)</source>
        <translation>最近 30 天已兑现、没做到和作罢的 (C)</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>券和补偿</translation>
    </message>
    <message>
        <source>All agents</source>
        <translation>全部客服</translation>
    </message>
    <message>
        <source>Coupons and compensations promised and not given yet</source>
        <translation>答应了还没给的优惠券和补偿</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
</context>
<context>
    <name>PromiseDelegate</name>
    <message>
        <source>silent until %s</source>
        <translation>%s 前不提醒</translation>
    </message>
    <message>
        <source>apologised</source>
        <translation>已致歉</translation>
    </message>
    <message>
        <source>no order</source>
        <translation>无订单</translation>
    </message>
</context>
<context>
    <name>PromisePage</name>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>G is for coupons and compensations; K marks this one as kept.</source>
        <translation>G 只用于优惠券和补偿；这条按 K 记为已兑现。</translation>
    </message>
    <message>
        <source>Void: %s</source>
        <translation>已作罢：%s</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow, 9 o&apos;clock</source>
        <translation>明天 9 点</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>选个时间…</translation>
    </message>
    <message>
        <source>Remind again</source>
        <translation>推迟提醒</translation>
    </message>
    <message>
        <source>No reminder of this promise before:</source>
        <translation>在这之前不再提醒这条承诺：</translation>
    </message>
    <message>
        <source>Silent until %s</source>
        <translation>%s 前不再提醒</translation>
    </message>
    <message>
        <source>Undone: %s</source>
        <translation>已撤销：%s</translation>
    </message>
    <message>
        <source>Seen: %s</source>
        <translation>已看过：%s</translation>
    </message>
    <message>
        <source>Given: %s</source>
        <translation>已给：%s</translation>
    </message>
    <message>
        <source>Kept: %s</source>
        <translation>已兑现：%s</translation>
    </message>
    <message>
        <source>C open or closed · F kind · A agent · Esc back</source>
        <translation>C 未兑现/已结束 · F 类型 · A 客服 · Esc 返回</translation>
    </message>
    <message>
        <source>Enter open the case · C open or closed · F kind · A agent · Esc back</source>
        <translation>Enter 看案例 · C 未兑现/已结束 · F 类型 · A 客服 · Esc 返回</translation>
    </message>
    <message>
        <source>Enter reply · K kept · G given · S later · W void · U undo · C closed · F kind · A agent</source>
        <translation>Enter 回复 · K 已兑现 · G 已给 · S 稍后 · W 作罢 · U 撤销 · C 已结束 · F 类型 · A 客服</translation>
    </message>
    <message>
        <source>Nothing promised is open</source>
        <translation>没有未兑现的承诺</translation>
    </message>
    <message>
        <source>What a copied reply promises turns up here by itself, with its due time.</source>
        <translation>复制出去的回复里答应了什么、几点到期，会自动出现在这里。</translation>
    </message>
    <message>
        <source>Promises kept, broken or void in the last 30 days stand here.</source>
        <translation>最近 30 天已兑现、没做到和作罢的承诺会列在这里。</translation>
    </message>
    <message>
        <source>Nothing closed yet</source>
        <translation>还没有结束的承诺</translation>
    </message>
    <message>
        <source>Esc shows all promises again.</source>
        <translation>按 Esc 看全部承诺。</translation>
    </message>
    <message>
        <source>No such promise is open</source>
        <translation>没有这样的未兑现承诺</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>Tick once it is kept</source>
        <translation>兑现后打勾</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>查物流</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>补发</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>补偿</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Within the hour</source>
        <translation>一小时内</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今天结束</translation>
    </message>
    <message>
        <source>Closed before</source>
        <translation>更早结束</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已给</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>没做到</translation>
    </message>
    <message>
        <source>void</source>
        <translation>已作罢</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>the order was shipped</source>
        <translation>订单已发货</translation>
    </message>
    <message>
        <source>the order was refunded</source>
        <translation>订单已退款</translation>
    </message>
    <message>
        <source>the carrier&apos;s trace</source>
        <translation>物流有更新</translation>
    </message>
    <message>
        <source>the parcel came back</source>
        <translation>包裹已退回</translation>
    </message>
    <message>
        <source>a later reply</source>
        <translation>后来的回复</translation>
    </message>
    <message>
        <source>the order was cancelled</source>
        <translation>订单已取消</translation>
    </message>
    <message>
        <source>a later reply took its place</source>
        <translation>已被后来的答复代替</translation>
    </message>
    <message>
        <source>done %s late</source>
        <translation>晚了 %s</translation>
    </message>
    <message>
        <source>%s over</source>
        <translation>已过 %s</translation>
    </message>
    <message>
        <source>%s left</source>
        <translation>还剩 %s</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>Add %n new order(s)    A</source>
        <translation>
            <numerusform>加入新来的 %n 单    A</numerusform>
        </translation>
    </message>
    <message>
        <source>Buyer: %s</source>
        <translation>买家：%s</translation>
    </message>
    <message>
        <source>Filled once for the whole queue: %s</source>
        <translation>填一次，整个队列都用：%s</translation>
    </message>
    <message>
        <source>Told at %s. Ctrl+Z takes it back.</source>
        <translation>%s 已告知，Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>Tell again    Shift+Enter</source>
        <translation>再发一次    Shift+Enter</translation>
    </message>
    <message>
        <source>Left for later before.</source>
        <translation>之前跳过的。</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>第 {at} / {all} 单</translation>
    </message>
    <message>
        <source>told %s</source>
        <translation>已告知 %s</translation>
    </message>
    <message>
        <source>left %s</source>
        <translation>剩 %s</translation>
    </message>
    <message>
        <source>skipped %s</source>
        <translation>跳过 %s</translation>
    </message>
    <message>
        <source>dropped out %s</source>
        <translation>退出 %s</translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) told.</source>
        <translation>
            <numerusform>已告知 %n 位买家。</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>这个队列完成了</translation>
    </message>
    <message>
        <source>Close the queue    Enter</source>
        <translation>结束队列    Enter</translation>
    </message>
    <message>
        <source>Copied part %s. Enter copies the next one.</source>
        <translation>已复制第 %s 段，回车复制下一段。</translation>
    </message>
    <message>
        <source>Told already. Shift+Enter tells it again; Right goes on.</source>
        <translation>已经告知过。Shift+Enter 再发一次，→ 继续。</translation>
    </message>
    <message>
        <source>Nobody was told before this one.</source>
        <translation>前面没有已告知的订单。</translation>
    </message>
    <message>
        <source>Taken back: not told, its promise is gone.</source>
        <translation>已撤销：记为未告知，承诺也取消。</translation>
    </message>
    <message>
        <source>Copied: %s</source>
        <translation>已复制：%s</translation>
    </message>
    <message>
        <source>Later    S</source>
        <translation>跳过    S</translation>
    </message>
    <message>
        <source>Open the order (O)</source>
        <translation>打开订单 (O)</translation>
    </message>
</context>
<context>
    <name>Receiver</name>
    <message>
        <source>Receiver</source>
        <translation>收货人</translation>
    </message>
    <message>
        <source>Hide receiver</source>
        <translation>隐藏收货人</translation>
    </message>
    <message>
        <source>Show receiver</source>
        <translation>显示收货人</translation>
    </message>
</context>
<context>
    <name>RejectionModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>RejectionView</name>
    <message>
        <source>Rejected rows</source>
        <translation>未导入的行</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>Later, in %n minute(s)</source>
        <translation>
            <numerusform>稍后 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Look  (Ctrl+9)</source>
        <translation>去看 (Ctrl+9)</translation>
    </message>
    <message>
        <source>%s over</source>
        <translation>已过 %s</translation>
    </message>
    <message>
        <source>%s left</source>
        <translation>还剩 %s</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to see to; first: </source>
        <translation>
            <numerusform>%n 条承诺该办了，最急的：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemindersPage</name>
    <message>
        <source>Reminders of promises</source>
        <translation>承诺提醒</translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Edit the reply</source>
        <translation>修改回复</translation>
    </message>
    <message>
        <source>Enter copies, Shift+Enter starts a line, Esc ends editing</source>
        <translation>回车复制，Shift+回车换行，Esc 结束修改</translation>
    </message>
</context>
<context>
    <name>ReplyFrame</name>
    <message>
        <source>Another wording</source>
        <translation>换一种说法</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>修改文字</translation>
    </message>
    <message>
        <source>Copying makes a promise: %s</source>
        <translation>复制后记入承诺：%s</translation>
    </message>
    <message>
        <source>Still to fill in: %s</source>
        <translation>还要填：%s</translation>
    </message>
</context>
<context>
    <name>ReplyPanel</name>
    <message>
        <source>Answer the question; the reply stands here at once.</source>
        <translation>回答问题后，回复会立即出现在这里。</translation>
    </message>
    <message>
        <source>There is nothing to tell the buyer here.</source>
        <translation>这里不需要回复买家。</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Wording %s</source>
        <translation>说法 %s</translation>
    </message>
    <message>
        <source>Choose an order on the left.</source>
        <translation>在左边选一个订单。</translation>
    </message>
    <message>
        <source>Copy part %s    Enter</source>
        <translation>复制第 %s 段    Enter</translation>
    </message>
    <message>
        <source>Checked: facts of the order, promises, forbidden words</source>
        <translation>已核对：订单事实、承诺、违规词</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Copy the reply    Enter</source>
        <translation>复制回复    Enter</translation>
    </message>
    <message>
        <source>Back to the script&apos;s words</source>
        <translation>用回话术原文</translation>
    </message>
    <message>
        <source>Greeting and sign-off</source>
        <translation>带问候和结尾</translation>
    </message>
    <message>
        <source>Copy the reply (Enter, or Ctrl+Enter from anywhere)</source>
        <translation>复制回复（Enter，或在任何位置按 Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>ScriptDialog</name>
    <message>
        <source>The wording was removed</source>
        <translation>已删除这种说法</translation>
    </message>
    <message>
        <source>Enter uses · F2 edits · Ctrl+N new · Ctrl+S saves · Del removes · Ctrl+Z undoes · Esc steps back</source>
        <translation>回车使用 · F2 编辑 · Ctrl+N 新建 · Ctrl+S 保存 · Del 删除 · Ctrl+Z 撤销 · Esc 返回</translation>
    </message>
    <message>
        <source>Script library</source>
        <translation>话术库</translation>
    </message>
</context>
<context>
    <name>ScriptEditor</name>
    <message>
        <source>Shipped with the desk: it can be read and used as it is.</source>
        <translation>软件自带的话术，可以直接使用，不能直接修改。</translation>
    </message>
    <message>
        <source>Change for this shop</source>
        <translation>改成本店的</translation>
    </message>
    <message>
        <source>Stands in the place of a shipped script.</source>
        <translation>代替了一条自带话术。</translation>
    </message>
    <message>
        <source>Back to the shipped one</source>
        <translation>恢复自带的</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>Save    Ctrl+S</source>
        <translation>保存    Ctrl+S</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
</context>
<context>
    <name>ScriptModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>快捷码</translation>
    </message>
    <message>
        <source>First words</source>
        <translation>正文开头</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>ScriptReply</name>
    <message>
        <source>Copy picture %s    Enter</source>
        <translation>复制第 %s 张图    Enter</translation>
    </message>
    <message>
        <source>Copy part %s    Enter</source>
        <translation>复制第 %s 段    Enter</translation>
    </message>
    <message>
        <source>Checked: facts of the order, promises, forbidden words</source>
        <translation>已检查：订单事实、承诺、违禁词</translation>
    </message>
    <message>
        <source>Checked: promises, forbidden words; no order in hand</source>
        <translation>已检查：承诺、违禁词；没有打开的订单</translation>
    </message>
    <message>
        <source>Back to the reply of the case (Esc)</source>
        <translation>回到案例的回复 (Esc)</translation>
    </message>
    <message>
        <source>Copy the script    Enter</source>
        <translation>复制话术    回车</translation>
    </message>
</context>
<context>
    <name>ScriptRoom</name>
    <message>
        <source>Copied: %s</source>
        <translation>已复制：%s</translation>
    </message>
    <message>
        <source>Copied. Promised: %s</source>
        <translation>已复制，已记下承诺：%s</translation>
    </message>
</context>
<context>
    <name>ScriptTable</name>
    <message>
        <source>Scripts</source>
        <translation>话术</translation>
    </message>
</context>
<context>
    <name>Scripts</name>
    <message>
        <source>Shipped</source>
        <translation>自带</translation>
    </message>
    <message>
        <source>Whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>仅自己</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Look for the parcel</source>
        <translation>查件</translation>
    </message>
    <message>
        <source>Stop the parcel</source>
        <translation>拦截</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>补发</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>补偿</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Find orders, flows and scripts, or paste what a buyer wrote (Ctrl+K, or just type)</source>
        <translation>找订单、流程、话术，或粘贴买家的话（Ctrl+K，或直接打字）</translation>
    </message>
    <message>
        <source>Order no. or its tail, product, script, initials; or a buyer&apos;s message</source>
        <translation>订单号后几位、商品、话术、拼音首字母，或粘贴买家的话</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>platform</source>
        <translation>按平台</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Write times such as 15:00.</source>
        <translation>请写成 15:00 这样的时间。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>Braces are not allowed.</source>
        <translation>不能使用大括号。</translation>
    </message>
    <message>
        <source>Write {least} to {most} characters.</source>
        <translation>请填写 {least} 到 {most} 个字。</translation>
    </message>
    <message>
        <source>Write {most} characters at most.</source>
        <translation>最多填写 {most} 个字。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>下次启动后生效。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Shown at once, kept with OK.</source>
        <translation>立即显示，按“确定”后保存。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Kept with each copied reply; never sent to the buyer.</source>
        <translation>随每条复制的回复保存，不会发给买家。</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>An order is due soon when less than this is left to ship.</source>
        <translation>距发货期限少于这个时间，订单就算即将超时。</translation>
    </message>
    <message>
        <source>Product alert from more than</source>
        <translation>商品预警：超过</translation>
    </message>
    <message>
        <source>So many orders of one product with the same complaint; see Boards, product alerts.</source>
        <translation>同一商品被同样投诉的订单超过这个数就提醒，见看板的商品预警。</translation>
    </message>
    <message>
        <source>Product alerts look back</source>
        <translation>商品预警：只看最近</translation>
    </message>
    <message>
        <source>Older complaints do not count: goods change.</source>
        <translation>更早的投诉不算，商品可能已经改好。</translation>
    </message>
    <message>
        <source>Keep evidence</source>
        <translation>证据保存期限</translation>
    </message>
    <message>
        <source>So long after the last case of an order is done; then files, names and notes are deleted, and its log says so. 0: for ever.</source>
        <translation>订单的案例全部处理完后再保存这么久，到期删除文件、文件名和备注，案例经过里留记录。0 表示一直保存。</translation>
    </message>
    <message>
        <source>Watch the clipboard (F10)</source>
        <translation>留意剪贴板（F10）</translation>
    </message>
    <message>
        <source>An order number or a buyer&apos;s message that you copy fills the box. Nothing else is looked at or kept.</source>
        <translation>复制订单号或买家消息后，自动填进搜索框；其他内容一律不看、不留。</translation>
    </message>
    <message>
        <source>Keep copies out of clipboard histories</source>
        <translation>复制的内容不进剪贴板历史</translation>
    </message>
    <message>
        <source>Marks them as private for Windows, macOS and KDE; you can paste as before.</source>
        <translation>按 Windows、macOS、KDE 的规定标为私密，粘贴不受影响。</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>多久后清空剪贴板</translation>
    </message>
    <message>
        <source>Only if it still holds our copy; on quitting too. 0: never.</source>
        <translation>只清空本程序复制的内容，退出时也清空；填 0 不清空。</translation>
    </message>
    <message>
        <source>Dock above other windows</source>
        <translation>窄窗始终在最前</translation>
    </message>
    <message>
        <source>The narrow window (F9) stays in sight beside the chat window.</source>
        <translation>窄窗（F9）不会被聊天窗口挡住。</translation>
    </message>
    <message>
        <source>Closing the window keeps it in the tray</source>
        <translation>关闭窗口时留在托盘</translation>
    </message>
    <message>
        <source>Quit from the tray icon&apos;s menu. Without a tray, closing quits.</source>
        <translation>从托盘图标的菜单退出；系统没有托盘时，关闭就是退出。</translation>
    </message>
    <message>
        <source>Show or hide the desk</source>
        <translation>显示或隐藏工作台</translation>
    </message>
    <message>
        <source>Remind before</source>
        <translation>提前提醒</translation>
    </message>
    <message>
        <source>And again when it is due. 0: only then.</source>
        <translation>到期时再提醒一次；0 表示只在到期时提醒。</translation>
    </message>
    <message>
        <source>Reminders in the system&apos;s tray too</source>
        <translation>系统托盘也弹提醒</translation>
    </message>
    <message>
        <source>A short message; the desk shows the reminder until you have seen it.</source>
        <translation>托盘弹一句话；工作台上的提醒会留到您看过为止。</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>No reminders from then on, such as 22:00; may run over midnight.</source>
        <translation>从这时起不提醒，例如 22:00，可以跨过午夜。</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>What came up meanwhile is told then; what falls due within, before it begins.</source>
        <translation>期间的提醒到这时再说；期间到期的，开始前就提醒。</translation>
    </message>
    <message>
        <source>Friendly particles (啦 呢 哈 呀 哟)</source>
        <translation>语气词（啦 呢 哈 呀 哟）</translation>
    </message>
    <message>
        <source>At the ends of sentences; never by figures and times, sparingly in apologies. Everyone has their own.</source>
        <translation>加在句尾；不挨着数字和时间，道歉时少用。每位客服各用各的。</translation>
    </message>
    <message>
        <source>Greeting first</source>
        <translation>开头问候</translation>
    </message>
    <message>
        <source>Code or title of a script: goes before the day&apos;s first reply to an order.</source>
        <translation>填话术的编码或标题，加在当天给这一单的第一条回复前面。</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Code or title of a script: ends every reply. Left empty, nothing does.</source>
        <translation>填话术的编码或标题，加在每条回复后面；不填就不加。</translation>
    </message>
    <message>
        <source>Long replies in parts of</source>
        <translation>长回复分段</translation>
    </message>
    <message>
        <source>Each Enter copies the next part, cut at a sentence. 0: never.</source>
        <translation>每按一次回车复制一段，按句子断开。填 0 不分段。</translation>
    </message>
    <message>
        <source>Promised ship time</source>
        <translation>承诺发货时间</translation>
    </message>
    <message>
        <source>From grouping to shipping; counts where the export has no promised ship time. Left empty, the platform&apos;s figure counts.</source>
        <translation>从成团到发货；导出文件没有承诺发货时间时按此计算。留空则按平台规则。</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>What replies offer for a late parcel.</source>
        <translation>包裹延误时回复里给出的补偿。</translation>
    </message>
    <message>
        <source>Refund within</source>
        <translation>退款时限</translation>
    </message>
    <message>
        <source>How soon replies promise to handle a refund.</source>
        <translation>回复里承诺多久处理退款。</translation>
    </message>
    <message>
        <source>Refund after a return</source>
        <translation>退货后退款</translation>
    </message>
    <message>
        <source>How soon after the goods are picked up or back replies promise the refund.</source>
        <translation>取件或退回后，回复里答应多久退款。</translation>
    </message>
    <message>
        <source>Resend within</source>
        <translation>补发时限</translation>
    </message>
    <message>
        <source>How soon replies promise to send again what was wrong or missing.</source>
        <translation>发错、少发时，回复里答应多久补寄。</translation>
    </message>
    <message>
        <source>Answer when late</source>
        <translation>延误答复时限</translation>
    </message>
    <message>
        <source>How soon replies promise to come back about a late parcel.</source>
        <translation>回复里承诺多久答复延误的包裹。</translation>
    </message>
    <message>
        <source>Days on the way</source>
        <translation>运输天数</translation>
    </message>
    <message>
        <source>The usual time from parcel to buyer.</source>
        <translation>包裹通常几天送达买家。</translation>
    </message>
    <message>
        <source>Ships from</source>
        <translation>发货地</translation>
    </message>
    <message>
        <source>The place that replies name, such as a city.</source>
        <translation>回复里提到的地点，比如城市。</translation>
    </message>
    <message>
        <source>Reasons for delay</source>
        <translation>延误原因</translation>
    </message>
    <message>
        <source>One per line, as replies will say them. They are offered first.</source>
        <translation>每行一条，回复里会照原样写；优先提供选择。</translation>
    </message>
    <message>
        <source>Batches of the day</source>
        <translation>每天的批次</translation>
    </message>
    <message>
        <source>When the warehouse hands a batch over, one time per line, such as 15:00.</source>
        <translation>仓库每批交快递的时间，每行一个，如 15:00。</translation>
    </message>
    <message>
        <source>Orders per batch</source>
        <translation>每批单数</translation>
    </message>
    <message>
        <source>What one batch can take; left empty, any number.</source>
        <translation>一批能出多少单；留空为不限。</translation>
    </message>
    <message>
        <source>Custom-made goods</source>
        <translation>定制商品</translation>
    </message>
    <message>
        <source>One product per line: words of its title, spec or SKU that must all be there.</source>
        <translation>每行一种商品：标题、规格或 SKU 里的词，要全部出现才算。</translation>
    </message>
    <message>
        <source>Presale goods</source>
        <translation>预售商品</translation>
    </message>
    <message>
        <source>One product per line, then the days after grouping, such as: wool blanket 15 days.</source>
        <translation>每行一种商品，后面写成团后几天，如：羊毛毯 15天。</translation>
    </message>
    <message>
        <source>Offer a refund in delay notices</source>
        <translation>延误告知中提示可退款</translation>
    </message>
    <message>
        <source>Pointing at refunds can itself raise refunds.</source>
        <translation>主动提退款可能会增加退款。</translation>
    </message>
    <message>
        <source>Works in every program; the tray icon does the same.</source>
        <translation>在任何程序里都有效；点托盘图标也一样。</translation>
    </message>
    <message>
        <source>Windows only: here the tray icon shows and hides the desk.</source>
        <translation>只有 Windows 支持；这里请点托盘图标显示或隐藏工作台。</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不用快捷键</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按话术原文</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>少量</translation>
    </message>
    <message>
        <source>A lot</source>
        <translation>多一些</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>字</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>单</translation>
    </message>
    <message>
        <source>Enter {least} to {most} {unit}.</source>
        <translation>请输入 {least} 到 {most} {unit}。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Outgoing check</source>
        <translation>外发检查</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作台</translation>
    </message>
</context>
<context>
    <name>ShopDialog</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Files that do not name their shop will be imported for this one from now on.</source>
        <translation>今后没有写明店铺的文件都会导入到这家店铺。</translation>
    </message>
    <message>
        <source>Which shop are the next orders from?</source>
        <translation>后续订单属于哪家店铺？</translation>
    </message>
    <message>
        <source>The file does not name its shop. The name is remembered and used for the next files; it also decides which shop&apos;s terms the promises follow.</source>
        <translation>文件里没有店铺名称。这里填写的名称会记住并用于后续文件，也决定承诺按哪家店铺的规则计算。</translation>
    </message>
    <message>
        <source>Which shop are these orders from?</source>
        <translation>这些订单属于哪家店铺？</translation>
    </message>
</context>
<context>
    <name>ShopsPage</name>
    <message>
        <source>This shop has its own terms</source>
        <translation>这家店铺使用自己的约定</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>所有店铺</translation>
    </message>
    <message>
        <source>For every shop without terms of its own.</source>
        <translation>没有单独设置的店铺都按这里。</translation>
    </message>
    <message>
        <source>Else those of all shops hold.</source>
        <translation>不勾选时按“所有店铺”的约定。</translation>
    </message>
    <message>
        <source>Shops</source>
        <translation>店铺</translation>
    </message>
</context>
<context>
    <name>SlotOffers</name>
    <message>
        <source>Slots</source>
        <translation>填空项</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sorted by {key}, {direction}</source>
        <translation>按{key}{direction}排列</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Answer again: %s</source>
        <translation>重新回答：%s</translation>
    </message>
</context>
<context>
    <name>StockForm</name>
    <message>
        <source>Count goods</source>
        <translation>登记库存</translation>
    </message>
    <message>
        <source>by the pace alone</source>
        <translation>只按销量预警</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Merchant code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Product ID</source>
        <translation>商品 ID</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>预警数量</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>StockSection</name>
    <message>
        <source>Enter count · W warn at · N add goods · Del remove · I import · E export</source>
        <translation>Enter 改数量 · W 预警线 · N 加商品 · Del 删除 · I 导入 · E 导出</translation>
    </message>
    <message>
        <source>Import a stock list (XLSX or CSV), or press N to count goods by hand.</source>
        <translation>导入库存表（XLSX 或 CSV），或按 N 手工登记。</translation>
    </message>
    <message>
        <source>No stock counted yet</source>
        <translation>还没有库存</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>导入库存表…</translation>
    </message>
    <message>
        <source>Removed {product}. Z puts it back.</source>
        <translation>已删除 {product}，按 Z 放回。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>已盘点</translation>
    </message>
    <message>
        <source>Not enough for waiting orders</source>
        <translation>不够发</translation>
    </message>
    <message>
        <source>Running low</source>
        <translation>快没了</translation>
    </message>
    <message>
        <source>{count} pieces needed</source>
        <translation>待发要 {count} 件</translation>
    </message>
    <message>
        <source>Waiting goods not counted</source>
        <translation>待发但没盘点</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Grouped</source>
        <translation>成团</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺发货</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>揽收</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n promise(s) due within an hour</source>
        <translation>
            <numerusform>%n 个承诺一小时内到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the dock</source>
        <translation>退出窄条模式</translation>
    </message>
    <message>
        <source>Narrow, beside the chat window</source>
        <translation>窄条模式，放在聊天窗口旁</translation>
    </message>
    <message>
        <source>Import order files</source>
        <translation>导入订单文件</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Figures of the platform</source>
        <translation>平台规则</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What was promised  (Ctrl+9)</source>
        <translation>查看承诺 (Ctrl+9)</translation>
    </message>
    <message>
        <source>Views of the list</source>
        <translation>切换视图</translation>
    </message>
    <message>
        <source>Handbook (F3)</source>
        <translation>流程手册（F3）</translation>
    </message>
    <message>
        <source>Script library (F7)</source>
        <translation>话术库（F7）</translation>
    </message>
</context>
<context>
    <name>TraceDialog</name>
    <message>
        <source>Picked up</source>
        <translation>已揽收</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>派送中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The carrier has no record</source>
        <translation>快递查不到记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Carrier&apos;s trace</source>
        <translation>物流轨迹</translation>
    </message>
    <message>
        <source>Paste the carrier&apos;s lines here, newest first or last.</source>
        <translation>把物流详情粘贴到这里，新的在前在后都可以。</translation>
    </message>
    <message numerus="yes">
        <source>Known so far: %n scan(s).</source>
        <translation>
            <numerusform>已有 %n 条物流记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>The carrier knows nothing of this parcel.</source>
        <translation>快递没有这个包裹的记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) understood.</source>
        <translation>
            <numerusform>认出 %n 条物流记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>To be fetched</source>
        <translation>待取件</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show or hide the desk</source>
        <translation>显示或隐藏工作台</translation>
    </message>
    <message>
        <source>Watch the clipboard</source>
        <translation>留意剪贴板</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>watching the clipboard</source>
        <translation>正在留意剪贴板</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>“%s” was changed and is not saved.</source>
        <translation>“%s”改过了，还没有保存。</translation>
    </message>
    <message>
        <source>The new script is not saved.</source>
        <translation>新话术还没有保存。</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>and %s more</source>
        <translation>还有 %s 条</translation>
    </message>
    <message>
        <source>Checked: nothing against it</source>
        <translation>已检查，没有问题</translation>
    </message>
</context>
<context>
    <name>ViewRail</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
</context>
<context>
    <name>WatchPill</name>
    <message>
        <source>Watching copies</source>
        <translation>留意剪贴板中</translation>
    </message>
    <message>
        <source>Stop watching the clipboard</source>
        <translation>不再留意剪贴板</translation>
    </message>
    <message>
        <source>Watch the clipboard</source>
        <translation>留意剪贴板</translation>
    </message>
</context>
<context>
    <name>WaysOn</name>
    <message>
        <source>Go on with</source>
        <translation>转到其他流程</translation>
    </message>
</context>
<context>
    <name>WizardView</name>
    <message>
        <source>The promise was reckoned from the shop&apos;s hours. Is this right? %s</source>
        <translation>承诺时间按店铺小时数推算，对吗？%s</translation>
    </message>
    <message>
        <source>Yes, it is right (Y)</source>
        <translation>对，没错（Y）</translation>
    </message>
    <message>
        <source>Choose another flow (F2)</source>
        <translation>换一个流程（F2）</translation>
    </message>
    <message>
        <source>opened in an earlier version of the flow</source>
        <translation>按旧版流程打开</translation>
    </message>
    <message>
        <source>Map of the flow (F4)</source>
        <translation>流程图（F4）</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>返回（Alt+←）</translation>
    </message>
    <message>
        <source>Leave it as it was (Esc)</source>
        <translation>保持原样（Esc）</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做（Ctrl+Y）</translation>
    </message>
</context>
<context>
    <name>WordingsEditor</name>
    <message>
        <source>Another wording</source>
        <translation>再加一种说法</translation>
    </message>
    <message>
        <source>Remove this wording</source>
        <translation>删除这种说法</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Ctrl+PgUp and Ctrl+PgDown turn, Alt+Shift with the arrows moves</source>
        <translation>Ctrl+PgUp、Ctrl+PgDown 切换，Alt+Shift+左右键调整顺序</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>fill in</source>
        <translation>待填</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Harmless: %s</source>
        <translation>不算违规：%s</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>off the platform, or rude</source>
        <translation>站外或不礼貌</translation>
    </message>
    <message>
        <source>Outgoing check</source>
        <translation>外发检查</translation>
    </message>
    <message>
        <source>Your own forbidden words</source>
        <translation>自己加的违规词</translation>
    </message>
    <message>
        <source>Harmless phrases, one per line: what is found inside them passes</source>
        <translation>不算违规的说法，每行一个：里面的词不再提示</translation>
    </message>
    <message>
        <source>Shipped words; take the tick off to let one pass</source>
        <translation>自带词表，去掉勾就不再检查</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>safer wording, if any</source>
        <translation>可以换成的说法（可不填）</translation>
    </message>
    <message>
        <source>Safer wording</source>
        <translation>可以换成的说法</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>find a word</source>
        <translation>查找词语</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词语</translation>
    </message>
    <message>
        <source>Harmless phrases</source>
        <translation>不算违规的说法</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>自己加的词</translation>
    </message>
    <message>
        <source>Shipped words</source>
        <translation>自带词表</translation>
    </message>
</context>
<context>
    <name>WordsRow</name>
    <message>
        <source>as shipped</source>
        <translation>按出厂值</translation>
    </message>
</context>
</TS>
