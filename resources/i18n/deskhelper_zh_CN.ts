<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>choose with 1-9, or type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop order files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or Excel, as the platform exports them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Order number</source>
        <translation type="unfinished">订单号</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised ship time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished">商品</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount paid (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund (yuan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After-sale state</source>
        <translation type="unfinished">售后状态</translation>
    </message>
    <message>
        <source>Courier</source>
        <translation type="unfinished">快递公司</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation type="unfinished">收货人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buyer&apos;s note</source>
        <translation type="unfinished">买家留言</translation>
    </message>
    <message>
        <source>Shop&apos;s note</source>
        <translation type="unfinished">商家备注</translation>
    </message>
    <message>
        <source>Product ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished">店铺</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do the columns hold?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeskHelper does not know this kind of file. Say above each column what it holds; this is remembered for every file with the same columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed (*):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which column holds the order number? Nothing works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a status, the orders will stand under All orders only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the grouped time there are no countdowns to ship.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity papers and addresses are not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column has no name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
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
        <source>The file has no promised time: grouped time plus the shop&apos;s hours.</source>
        <translation>订单文件没有承诺发货时间：按成团时间加店铺承诺小时数推算。</translation>
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
        <source>With open case</source>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as evidence</source>
        <translation type="unfinished"></translation>
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
    <name>ReplyPanel</name>
    <message>
        <source>Answer the question; the reply stands here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to tell the buyer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an order on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to fill in: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked: facts of the order, promises, forbidden words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying makes a promise: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the reply    Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the reply (Enter, or Ctrl+Enter from anywhere)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
    <name>WizardView</name>
    <message>
        <source>The promise was reckoned from the shop&apos;s hours. Is this right? %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, it is right (Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another flow (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened in an earlier version of the flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it was (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>fill in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
