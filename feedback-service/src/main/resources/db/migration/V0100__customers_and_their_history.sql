-- What the neighbours told us: small copies, newest revision wins.
create table customer_copy (
  id             uuid primary key,
  external_id    text,
  name           text,
  preferred_name text,
  branch         text,
  status         text not null default 'ACTIVE',
  created_at     timestamptz,
  revision       bigint not null
);
create index customer_copy_external_id on customer_copy (external_id);

-- An erased person stays erased, whatever a neighbour still says of them.
create table erased_customer (
  id        uuid primary key,
  erased_at timestamptz not null
);

create table technician_copy (
  id          uuid primary key,
  external_id text,
  name        text not null,
  branch      text,
  left_on     date,
  absences    jsonb not null default '[]',
  revision    bigint not null
);
create index technician_copy_external_id on technician_copy (external_id);

create table visit_copy (
  id                    uuid primary key,
  external_id           text,
  customer_id           uuid not null,
  agreement_id          uuid,
  state                 text not null check (state in ('PLANNED', 'OVER', 'WITHDRAWN')),
  scheduled_at          timestamptz,
  technician_id         uuid,
  change_reason         text,
  permanence            text,
  customer_told         boolean,
  introduced            boolean,
  revision              bigint not null
);
create index visit_copy_external_id on visit_copy (external_id) where external_id is not null;
create index visit_copy_to_come on visit_copy (customer_id, scheduled_at) where state = 'PLANNED';

-- Everything that happened to a customer: one row for each thing and aspect of it, at its newest
-- revision. A withdrawn one stays as a mark without data, so that an older revision that comes late
-- does not bring it back.
create table signal (
  customer_id uuid not null,
  key         text not null,
  source      text not null check (source in ('CUSTOMERS', 'JOBS', 'FEEDBACK')),
  revision    bigint not null,
  kind        text,
  at          timestamptz,
  data        jsonb,
  primary key (customer_id, key),
  check ((kind is null) = (data is null) and (at is null) = (data is null))
);
create index signal_in_order on signal (customer_id, at) where at is not null;
