-- Small copies of what feedback-service tells, built from its feed, so that a card can be read while
-- the others are down. Nothing here refers to a customer by foreign key: events may come before or
-- after the person.

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
