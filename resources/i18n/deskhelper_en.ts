<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
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
    <name>ReplyPanel</name>
    <message numerus="yes">
        <source>Must not leave yet: %n to put right</source>
        <translation>
            <numerusform>Must not leave yet: %n to put right</numerusform>
            <numerusform>Must not leave yet: %n to put right</numerusform>
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
