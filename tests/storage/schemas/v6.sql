CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE "shops" (
   "id" INTEGER PRIMARY KEY,
   "platform" TEXT NOT NULL,
   "name" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_shops_platform_name"
    ON "shops" ("platform", "name");
CREATE TABLE "couriers" (
   "id" INTEGER PRIMARY KEY,
   "text" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_couriers_text"
    ON "couriers" ("text");
CREATE TABLE "wordings" (
   "id" INTEGER PRIMARY KEY,
   "text" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_wordings_text"
    ON "wordings" ("text");
CREATE TABLE "products" (
   "id" INTEGER PRIMARY KEY,
   "title" TEXT NOT NULL,
   "spec" TEXT NOT NULL,
   "product_id" TEXT NOT NULL,
   "sku_code" TEXT NOT NULL
);
CREATE UNIQUE INDEX "idx_products_title_spec_product_id_sku_code"
    ON "products" ("title", "spec", "product_id", "sku_code");
CREATE TABLE "product_recency" (
   "product" INTEGER PRIMARY KEY,
   "last_order" INTEGER NOT NULL
);
CREATE TABLE "orders" (
   "id" INTEGER PRIMARY KEY,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "tracking_no" TEXT NOT NULL,
   "receiver" TEXT NOT NULL,
   "phone" TEXT NOT NULL,
   "buyer_note" TEXT NOT NULL,
   "shop_note" TEXT NOT NULL,
   "shop" INTEGER NOT NULL,
   "status_text" INTEGER NOT NULL,
   "after_sale_text" INTEGER NOT NULL,
   "product" INTEGER NOT NULL,
   "courier" INTEGER NOT NULL,
   "province" INTEGER NOT NULL,
   "status" INTEGER NOT NULL,
   "after_sale" INTEGER NOT NULL,
   "quantity" INTEGER NOT NULL,
   "paid_at_is_derived" INTEGER NOT NULL,
   "open_cases" INTEGER NOT NULL,
   "paid_at" INTEGER,
   "grouped_at" INTEGER,
   "promised_ship_by" INTEGER,
   "shipped_at" INTEGER,
   "received_at" INTEGER,
   "ship_by" INTEGER,
   "seen_at" INTEGER,
   "paid_fen" INTEGER,
   "refund_fen" INTEGER,
   "number_tail" INTEGER,
   "tracking_tail" INTEGER,
   "phone_tail" INTEGER
);
CREATE TABLE "order_notes" (
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "text" TEXT NOT NULL,
   "changed_at" INTEGER NOT NULL,
   PRIMARY KEY ("order_no", "platform")
);
CREATE TABLE "after_sales" (
   "platform" TEXT,
   "after_sale_no" TEXT,
   "order_no" TEXT NOT NULL,
   "after_sale" INTEGER NOT NULL,
   "after_sale_text" TEXT,
   "kind" TEXT,
   "refund_fen" INTEGER,
   "applied_at" INTEGER,
   "agreed_at" INTEGER,
   "return_tracking_no" TEXT,
   "seen_at" INTEGER, "reason" TEXT NOT NULL DEFAULT '',
   PRIMARY KEY ("after_sale_no", "platform")
);
CREATE INDEX "idx_after_sales_order_no_platform"
    ON "after_sales" ("order_no", "platform");
CREATE TABLE "counters" (
   "name" TEXT PRIMARY KEY,
   "value" INTEGER NOT NULL
);
CREATE UNIQUE INDEX orders_number ON orders (order_no, platform);
CREATE INDEX orders_number_tail ON orders (number_tail);
CREATE INDEX orders_tracking ON orders (tracking_no COLLATE NOCASE) WHERE tracking_no <> '';
CREATE INDEX orders_tracking_tail ON orders (tracking_tail) WHERE tracking_tail IS NOT NULL;
CREATE INDEX orders_phone_tail ON orders (phone_tail) WHERE phone_tail IS NOT NULL;
CREATE INDEX orders_product ON orders (product);
CREATE INDEX orders_amount ON orders (paid_fen);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_after_sale ON orders (after_sale);
CREATE INDEX orders_courier ON orders (courier);
CREATE INDEX orders_deadline ON orders (ship_by);
CREATE INDEX orders_moving_number ON orders (status, order_no) WHERE status IN (1, 2);
CREATE INDEX orders_moving_product ON orders (status, product) WHERE status IN (1, 2);
CREATE INDEX orders_moving_amount ON orders (status, paid_fen) WHERE status IN (1, 2);
CREATE INDEX orders_moving_after_sale ON orders (status, after_sale) WHERE status IN (1, 2);
CREATE INDEX orders_moving_courier ON orders (status, courier) WHERE status IN (1, 2);
CREATE INDEX orders_disputed ON orders (after_sale, status, order_no, product, paid_fen, courier, ship_by)
    WHERE after_sale IN (1, 2);
CREATE INDEX orders_with_case ON orders (open_cases) WHERE open_cases > 0;
CREATE VIRTUAL TABLE product_search USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii tokenchars ''!"#$%&''''()*+,-./:;<=>?@[\]^_`{|}~''');
CREATE VIRTUAL TABLE receiver_search USING fts5(grams, content='', detail=none, columnsize=0, tokenize='ascii tokenchars ''!"#$%&''''()*+,-./:;<=>?@[\]^_`{|}~''');
CREATE TABLE "cases" (
   "id" TEXT PRIMARY KEY,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "flow" TEXT NOT NULL,
   "flow_version" INTEGER NOT NULL,
   "opened_at" INTEGER NOT NULL,
   "changed_at" INTEGER NOT NULL,
   "state" TEXT NOT NULL,
   "undo" TEXT NOT NULL,
   "redo" TEXT NOT NULL,
   "outcome" TEXT,
   "asked" TEXT NOT NULL,
   "tab" INTEGER,
   "closed_at" INTEGER
, "question" TEXT, "due_at" INTEGER);
CREATE TABLE "copies" (
   "id" INTEGER PRIMARY KEY,
   "case_id" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "flow" TEXT NOT NULL,
   "outcome" TEXT NOT NULL,
   "script" TEXT NOT NULL,
   "wording" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   "copied_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL
);
CREATE TABLE "promises" (
   "id" INTEGER PRIMARY KEY,
   "copy_id" INTEGER NOT NULL,
   "case_id" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "text" TEXT NOT NULL,
   "follow_up_zh" TEXT NOT NULL,
   "follow_up_en" TEXT NOT NULL,
   "fen" INTEGER,
   "due_at" INTEGER NOT NULL,
   "made_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "closed_at" INTEGER,
   "is_kept" INTEGER
, "reminded_at" INTEGER, "snoozed_until" INTEGER, "remind_at" INTEGER, "answered_by" INTEGER, "fulfilled_at" INTEGER, "closed_by" TEXT, "waits" INTEGER NOT NULL DEFAULT 0);
CREATE TABLE "imports" (
   "id" INTEGER PRIMARY KEY,
   "sha256" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "shop" TEXT NOT NULL,
   "imported_at" INTEGER NOT NULL
);
CREATE INDEX "idx_imports_sha256"
    ON "imports" ("sha256");
CREATE INDEX cases_order ON cases (order_no, platform);
CREATE INDEX cases_tab ON cases (tab) WHERE tab IS NOT NULL;
CREATE INDEX copies_order ON copies (order_no, platform, copied_at);
CREATE INDEX promises_order ON promises (order_no, platform);
CREATE TABLE "traces" (
   "parcel" TEXT PRIMARY KEY,
   "courier" TEXT NOT NULL,
   "looked_at" INTEGER NOT NULL,
   "events" TEXT NOT NULL,
   "last_at" INTEGER,
   "last_scan" TEXT
);
CREATE TABLE "order_marks" (
   "order_no" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "marks" TEXT NOT NULL,
   "changed_at" INTEGER NOT NULL,
   PRIMARY KEY ("order_no", "platform")
);
CREATE TABLE "library_scripts" (
   "id" TEXT PRIMARY KEY,
   "scope" TEXT NOT NULL,
   "agent" TEXT NOT NULL,
   "replaces" TEXT NOT NULL,
   "path" TEXT NOT NULL,
   "code" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "wordings" TEXT NOT NULL,
   "more" TEXT NOT NULL,
   "changed_at" INTEGER NOT NULL
);
CREATE TABLE "script_uses" (
   "id" INTEGER PRIMARY KEY,
   "script_id" TEXT NOT NULL,
   "used_at" INTEGER NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "wording" INTEGER NOT NULL,
   "agent" TEXT NOT NULL
);
CREATE TABLE "script_pins" (
   "agent" TEXT NOT NULL,
   "script_id" TEXT NOT NULL,
   "pinned_at" INTEGER NOT NULL,
   PRIMARY KEY ("agent", "script_id")
);
CREATE TABLE "overruled" (
   "id" INTEGER PRIMARY KEY,
   "copy_id" INTEGER NOT NULL,
   "rule" TEXT NOT NULL,
   "words" TEXT NOT NULL,
   "reason" TEXT NOT NULL
);
CREATE INDEX script_uses_script ON script_uses (script_id, used_at);
CREATE INDEX script_uses_order ON script_uses (order_no, platform, script_id);
CREATE INDEX overruled_copy ON overruled (copy_id);
CREATE TABLE "queues" (
   "id" INTEGER PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "terms" TEXT NOT NULL,
   "made_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "closed_at" INTEGER
);
CREATE TABLE "queued" (
   "id" INTEGER PRIMARY KEY,
   "queue_id" INTEGER NOT NULL,
   "place" INTEGER NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "event" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "reason" TEXT NOT NULL,
   "at" INTEGER
);
CREATE TABLE "told" (
   "id" INTEGER PRIMARY KEY,
   "event" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "told_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "copy_id" INTEGER
);
CREATE TABLE "case_cares" (
   "case_id" TEXT PRIMARY KEY,
   "stage" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "deadline_at" INTEGER,
   "is_complaint" INTEGER,
   "complaint_at" INTEGER,
   "next_step" TEXT NOT NULL,
   "changed_at" INTEGER NOT NULL
);
CREATE TABLE "evidence" (
   "id" INTEGER PRIMARY KEY,
   "case_id" TEXT NOT NULL,
   "item" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "sha256" TEXT NOT NULL,
   "size" INTEGER NOT NULL,
   "note" TEXT NOT NULL,
   "added_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "removed_at" INTEGER
);
CREATE TABLE "snapshots" (
   "id" INTEGER PRIMARY KEY,
   "case_id" TEXT NOT NULL,
   "taken_at" INTEGER NOT NULL,
   "occasion" TEXT NOT NULL,
   "content" TEXT NOT NULL
);
CREATE TABLE "answers_given" (
   "id" INTEGER PRIMARY KEY,
   "case_id" TEXT NOT NULL,
   "question" TEXT NOT NULL,
   "option" TEXT NOT NULL,
   "asked" TEXT NOT NULL,
   "answer" TEXT NOT NULL,
   "at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL
);
CREATE TABLE "packs" (
   "id" INTEGER PRIMARY KEY,
   "case_id" TEXT NOT NULL,
   "made_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "digest" TEXT NOT NULL
);
CREATE TABLE "stock" (
   "id" INTEGER PRIMARY KEY,
   "shop" TEXT NOT NULL,
   "product_id" TEXT NOT NULL,
   "sku_code" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "spec" TEXT NOT NULL,
   "quantity" INTEGER NOT NULL,
   "warn_at" INTEGER,
   "counted_at" INTEGER NOT NULL,
   "shipped" INTEGER NOT NULL,
   "needed" INTEGER NOT NULL,
   "sold" INTEGER
);
CREATE UNIQUE INDEX "idx_stock_shop_product_id_sku_code_title_spec"
    ON "stock" ("shop", "product_id", "sku_code", "title", "spec");
CREATE TABLE "stock_goods" (
   "product" INTEGER NOT NULL,
   "shop" TEXT NOT NULL,
   "stock" INTEGER NOT NULL,
   PRIMARY KEY ("product", "shop")
);
CREATE TABLE "seen_reports" (
   "id" INTEGER PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "product" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "order_no" TEXT NOT NULL,
   "seen_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL
);
CREATE TABLE "shift_notes" (
   "id" INTEGER PRIMARY KEY,
   "text" TEXT NOT NULL,
   "made_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL,
   "done_at" INTEGER
);
CREATE TABLE "hand_overs" (
   "id" INTEGER PRIMARY KEY,
   "handed_at" INTEGER NOT NULL,
   "agent" TEXT NOT NULL
);
CREATE UNIQUE INDEX told_event ON told (event, order_no, platform);
CREATE INDEX told_at ON told (told_at);
CREATE UNIQUE INDEX queued_place ON queued (queue_id, place);
CREATE INDEX queued_state ON queued (queue_id, state, at);
CREATE INDEX queued_order ON queued (order_no, platform);
CREATE INDEX evidence_case ON evidence (case_id);
CREATE INDEX snapshots_case ON snapshots (case_id);
CREATE INDEX answers_given_case ON answers_given (case_id);
CREATE INDEX packs_case ON packs (case_id);
CREATE INDEX promises_case ON promises (case_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX copies_at ON copies (copied_at);
CREATE INDEX copies_case ON copies (case_id);
CREATE INDEX cases_opened ON cases (opened_at);
CREATE INDEX shift_notes_open ON shift_notes (made_at) WHERE done_at IS NULL;
CREATE INDEX cases_closed ON cases (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_open ON cases (changed_at) WHERE closed_at IS NULL;
CREATE INDEX promises_made ON promises (made_at);
CREATE INDEX promises_open ON promises (due_at, kind, agent, fen) WHERE closed_at IS NULL;
CREATE INDEX promises_closed ON promises (closed_at, kind, agent) WHERE closed_at IS NOT NULL;
CREATE INDEX promises_agent ON promises (agent) WHERE closed_at IS NULL;
CREATE INDEX promises_owed ON promises (agent, fen) WHERE closed_at IS NULL AND kind IN ('coupon', 'compensation');
CREATE INDEX promises_remind ON promises (remind_at) WHERE closed_at IS NULL;
CREATE INDEX stock_goods_stock ON stock_goods (stock);
CREATE UNIQUE INDEX seen_report ON seen_reports (kind, product, order_no, platform);
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '001_create_orders', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '002_create_cases', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '003_create_traces', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '004_create_scripts', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '005_create_care', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('deskhelper', '006_create_waits', '');
PRAGMA user_version = 6;
