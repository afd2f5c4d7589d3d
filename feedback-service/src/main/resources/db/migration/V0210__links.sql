-- Personal links: whoever has the token sees one form or one case, without a login. Only what the
-- token was made into is kept, so that nobody who reads this table can use one.
create table customer_link (
  id           uuid primary key,
  external_id  text unique,
  token_hash   bytea not null unique,
  customer_id  uuid not null,
  purpose      text not null check (purpose in ('CASE', 'FEEDBACK')),
  -- What its form asks for by one tap.
  question     text not null default 'CSAT' check (question in ('CSAT', 'NPS', 'EFFORT')),
  complaint_id uuid,
  visit_id     uuid,
  project_id   uuid,
  project_step int check (project_step is null or project_id is not null),
  -- What was said through it.
  feedback_id  uuid,
  created_at   timestamptz not null,
  created_by   text not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  used_at      timestamptz,
  version      bigint not null,
  check (purpose <> 'CASE' or complaint_id is not null)
);
create index customer_link_newest on customer_link (created_at desc, id desc);
create index customer_link_of_customer on customer_link (customer_id, created_at desc, id desc);
