create table complaint (
  id                 uuid primary key,
  external_id        text unique,
  customer_id        uuid not null,
  visit_id           uuid,
  state              text not null check (state in ('OPEN', 'RESOLVED')),
  severity           text not null check (severity in ('LOW', 'MEDIUM', 'HIGH')),
  cause              text not null,
  text               text,
  received_at        timestamptz not null,
  resolved_at        timestamptz check (resolved_at >= received_at),
  reopened_at        timestamptz check (reopened_at >= received_at),
  customer_satisfied boolean,
  recorded_by        text not null,
  recorded_at        timestamptz not null,
  -- The digest of the line that was imported last: the same line again changes nothing.
  imported_as        text,
  version            bigint not null
);
create index complaint_newest on complaint (received_at desc, id desc);
create index complaint_of_customer on complaint (customer_id, received_at desc, id desc);
create index complaint_of_state on complaint (state, received_at desc, id desc);
