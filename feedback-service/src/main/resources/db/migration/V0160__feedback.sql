create table feedback (
  id          uuid primary key,
  external_id text unique,
  customer_id uuid not null,
  visit_id    uuid,
  at          timestamptz not null,
  kind        text not null check (kind in ('CONCERN', 'PRAISE', 'COMPLAINT', 'SURVEY')),
  csat        int check (csat between 1 and 5),
  nps         int check (nps between 0 and 10),
  effort      int check (effort between 1 and 7),
  text        text,
  -- They ask for a call.
  call_me     boolean not null default false,
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- The digest of the line that was imported last: the same line again changes nothing.
  imported_as text,
  version     bigint not null
);
create index feedback_newest on feedback (at desc, id desc);
create index feedback_of_customer on feedback (customer_id, at desc, id desc);
create index feedback_of_visit on feedback (visit_id) where visit_id is not null;
