-- Small copies built from the feeds, so that a card can be read while the others are down.
-- Nothing here refers to a customer by foreign key: events may come before or after the person.

create table technician_copy (
  id           uuid primary key,
  external_id  text,
  name         text not null,
  skills       text[] not null,
  left_on      date,
  revision     bigint not null
);
create index technician_copy_by_external_id on technician_copy (external_id);

create table agreement_copy (
  id                   uuid primary key,
  customer_id          uuid,
  program              text,
  starts_at            timestamptz,
  technician_id        uuid,
  cancelled_at         timestamptz,
  revision             bigint not null,
  -- where the walk along the completed visits stands
  usual_technician_id  uuid,
  last_completed_at    timestamptz,
  last_visit_id        uuid
);
create index agreement_copy_by_customer on agreement_copy (customer_id);

create table visit_copy (
  id                     uuid primary key,
  agreement_id           uuid,
  customer_id            uuid not null,
  state                  text not null
                         check (state in ('PLANNED', 'COMPLETED', 'MISSED', 'WITHDRAWN')),
  scheduled_at           timestamptz,
  technician_id          uuid,
  change_reason          text,
  permanence             text,
  customer_told          boolean,
  introduced             boolean,
  completed_at           timestamptz,
  on_time                boolean,
  missed_at              timestamptz,
  revision               bigint not null,
  -- set when somebody other than the then usual technician came
  came_instead_of        uuid,
  effect                 text check (effect in ('STRANGER_CAME', 'HANDED_OVER', 'WANTED_FOR_GOOD', 'WANTED_ONCE'))
);
create index visit_copy_walk on visit_copy (agreement_id, completed_at, id) where state = 'COMPLETED';
create index visit_copy_changes on visit_copy (customer_id, completed_at, id) where effect is not null;
create index visit_copy_of_technician on visit_copy (customer_id, technician_id, scheduled_at);
create index visit_copy_by_customer on visit_copy (customer_id, scheduled_at);

create table feedback_copy (
  id           uuid primary key,
  customer_id  uuid not null,
  at           timestamptz not null,
  kind         text,
  csat         int,
  nps          int,
  revision     bigint not null
);
create index feedback_copy_by_customer on feedback_copy (customer_id, at desc);

create table complaint_copy (
  id           uuid primary key,
  customer_id  uuid not null,
  state        text not null,
  severity     text,
  cause        text,
  received_at  timestamptz not null,
  reopened_at  timestamptz,
  revision     bigint not null
);
create index complaint_copy_by_customer on complaint_copy (customer_id, received_at desc);

create table risk_copy (
  customer_id    uuid primary key,
  as_of          timestamptz not null,
  probability    numeric not null,
  band           text not null,
  flagged        boolean not null,
  reason_codes   text[] not null,
  model_version  text
);

create table flag_copy (
  id            uuid primary key,
  customer_id   uuid not null,
  state         text not null,
  raised_at     timestamptz not null,
  cleared_at    timestamptz,
  reason_codes  text[] not null,
  revision      bigint not null
);
create index flag_copy_by_customer on flag_copy (customer_id, raised_at desc);
