create table feedback (
  id          uuid primary key,
  external_id text,
  customer_id uuid not null,
  visit_id    uuid,
  -- The project it is about, and the number of its step.
  project_id   uuid,
  project_step int check (project_step is null or project_id is not null),
  -- Of whom they speak, where they name neither.
  technician_id uuid check (technician_id is null or (visit_id is null and project_id is null)),
  at          timestamptz not null,
  kind        text not null check (kind in ('CONCERN', 'PRAISE', 'COMPLAINT', 'SURVEY')),
  csat        int check (csat between 1 and 5),
  nps         int check (nps between 0 and 10),
  effort      int check (effort between 1 and 7),
  text        text,
  -- They ask for a call.
  call_me     boolean not null default false,
  -- When they asked for it last, where that was later than at.
  call_me_at  timestamptz,
  -- When something of it was heard that asks for a call, where that was later than at.
  heard_at    timestamptz,
  recorded_by text not null,
  recorded_at timestamptz not null,
  -- The digest of the line that was imported last: the same line again changes nothing.
  imported_as text,
  version     bigint not null
);
-- What is said here has none: it is written to one index fewer.
create unique index feedback_external_id on feedback (external_id) where external_id is not null;
create index feedback_newest on feedback (at desc, id desc);
create index feedback_heard_later on feedback (heard_at) where heard_at is not null;
create index feedback_of_customer on feedback (customer_id, at desc, id desc);
create index feedback_of_visit on feedback (visit_id) where visit_id is not null;
-- Which words were said.
create index feedback_saying on feedback using gin (to_tsvector('simple', text));
-- What was said of projects and their steps.
create index feedback_of_project on feedback (at) where project_id is not null;
