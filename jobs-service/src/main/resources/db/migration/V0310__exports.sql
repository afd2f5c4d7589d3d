-- The receipts of what went to accounting.
create table accounting_export (
  id           uuid primary key,
  format       text not null,
  since        text not null,
  made_at      timestamptz not null,
  made_by      text not null,
  documents    int not null,
  -- What the documents come to, a line for each currency.
  totals       text not null,
  -- How many more waited when it was made.
  waiting      bigint not null,
  confirmed_at timestamptz,
  confirmed_by text,
  accepted     int,
  rejected     int
);
create index accounting_export_in_order on accounting_export (made_at, id);

-- What was in each: a document that was refused goes out again.
create table exported_document (
  export_id   uuid not null references accounting_export,
  document_id uuid not null references accounting_document,
  primary key (export_id, document_id)
);
