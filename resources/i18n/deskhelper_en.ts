<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>AlertSection</name>
    <message numerus="yes">
        <source>%n not seen yet</source>
        <translation>
            <numerusform>%n not seen yet</numerusform>
            <numerusform>%n not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s) left off</source>
        <translation>
            <numerusform>%n older one left off</numerusform>
            <numerusform>%n older ones left off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message numerus="yes">
        <source>%n file(s) taken off. Ctrl+Z puts them back.</source>
        <translation>
            <numerusform>%n file taken off. Ctrl+Z puts it back.</numerusform>
            <numerusform>%n files taken off. Ctrl+Z puts them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) put back</source>
        <translation>
            <numerusform>%n file put back</numerusform>
            <numerusform>%n files put back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), {size}, a statement as PDF, and a list to prove them by</source>
        <translation>
            <numerusform>%n file, {size}, a statement as PDF, and a list to prove them by</numerusform>
            <numerusform>%n files, {size}, a statement as PDF, and a list to prove them by</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added</source>
        <translation>
            <numerusform>%n file added</numerusform>
            <numerusform>%n files added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there already</source>
        <translation>
            <numerusform>%n file there already</numerusform>
            <numerusform>%n files there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whole: %n file(s) as they were packed</source>
        <translation>
            <numerusform>Whole: %n file as it was packed</numerusform>
            <numerusform>Whole: %n files as they were packed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message numerus="yes">
        <source>Must not leave yet: %n to put right</source>
        <translation>
            <numerusform>Must not leave yet: %n to put right</numerusform>
            <numerusform>Must not leave yet: %n to put right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverWriter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>{files} and %n more</source>
        <translation>
            <numerusform>{files} and %n more</numerusform>
            <numerusform>{files} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateSection</name>
    <message numerus="yes">
        <source>Orders turn up here %n hour(s) before they must ship.</source>
        <translation>
            <numerusform>Orders turn up here %n hour before they must ship.</numerusform>
            <numerusform>Orders turn up here %n hours before they must ship.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) in all</source>
        <translation>
            <numerusform>%n hour in all</numerusform>
            <numerusform>%n hours in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At stake within %n hour(s): {count}</source>
        <translation>
            <numerusform>At stake within %n hour: {count}</numerusform>
            <numerusform>At stake within %n hours: {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>T tell %n ticked · Space tick · Ctrl+A all or none</source>
        <translation>
            <numerusform>T tell %n ticked · Space tick · Ctrl+A all or none</numerusform>
            <numerusform>T tell %n ticked · Space tick · Ctrl+A all or none</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryEdits</name>
    <message numerus="yes">
        <source>Undoing %n edit(s)…</source>
        <translation>
            <numerusform>Undoing %n edit…</numerusform>
            <numerusform>Undoing %n edits…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redoing %n edit(s)…</source>
        <translation>
            <numerusform>Redoing %n edit…</numerusform>
            <numerusform>Redoing %n edits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryList</name>
    <message numerus="yes">
        <source>%n script(s)</source>
        <translation>
            <numerusform>%n script</numerusform>
            <numerusform>%n scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MakeView</name>
    <message numerus="yes">
        <source>Under way, %n order(s) left to tell</source>
        <translation>
            <numerusform>Under way, %n order left to tell</numerusform>
            <numerusform>Under way, %n orders left to tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) to tell</source>
        <translation>
            <numerusform>%n order to tell</numerusform>
            <numerusform>%n orders to tell</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message numerus="yes">
        <source>%n order(s) dropped out since.</source>
        <translation>
            <numerusform>%n order dropped out since.</numerusform>
            <numerusform>%n orders dropped out since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message numerus="yes">
        <source>%n pc(s)</source>
        <translation>
            <numerusform>%n pc</numerusform>
            <numerusform>%n pcs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderListView</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParcelSection</name>
    <message numerus="yes">
        <source>%n with a trace</source>
        <translation>
            <numerusform>%n with a trace</numerusform>
            <numerusform>%n with a trace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n slow without a trace</source>
        <translation>
            <numerusform>and %n slow without a trace</numerusform>
            <numerusform>and %n slow without a trace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhraseFlow</name>
    <message numerus="yes">
        <source>Written: %n script(s) to {file}</source>
        <translation>
            <numerusform>Written: %n script to {file}</numerusform>
            <numerusform>Written: %n scripts to {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhraseImportDialog</name>
    <message numerus="yes">
        <source>The import is undone, but for %n script(s) edited since.</source>
        <translation>
            <numerusform>The import is undone, but for %n script edited since.</numerusform>
            <numerusform>The import is undone, but for %n scripts edited since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintView</name>
    <message numerus="yes">
        <source>%n order(s) to ship</source>
        <translation>
            <numerusform>%n order to ship</numerusform>
            <numerusform>%n orders to ship</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the promise</source>
        <translation>
            <numerusform>%n past the promise</numerusform>
            <numerusform>%n past the promise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back, after-sale is open</source>
        <translation>
            <numerusform>%n held back, after-sale is open</numerusform>
            <numerusform>%n held back, after-sale is open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisePage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>Add %n new order(s)    A</source>
        <translation>
            <numerusform>Add %n new order    A</numerusform>
            <numerusform>Add %n new orders    A</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n buyer(s) told.</source>
        <translation>
            <numerusform>%n buyer told.</numerusform>
            <numerusform>%n buyers told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>Later, in %n minute(s)</source>
        <translation>
            <numerusform>Later, in %n minute</numerusform>
            <numerusform>Later, in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) to see to; first: </source>
        <translation>
            <numerusform>%n promise to see to: </numerusform>
            <numerusform>%n promises to see to; first: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n promise(s) due within an hour</source>
        <translation>
            <numerusform>%n promise due within an hour</numerusform>
            <numerusform>%n promises due within an hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceDialog</name>
    <message numerus="yes">
        <source>Known so far: %n scan(s).</source>
        <translation>
            <numerusform>Known so far: %n scan.</numerusform>
            <numerusform>Known so far: %n scans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) understood.</source>
        <translation>
            <numerusform>%n scan understood.</numerusform>
            <numerusform>%n scans understood.</numerusform>
        </translation>
    </message>
</context>
</TS>
