create table flag (
  id              uuid primary key,
  customer_id     uuid not null,
  state           text not null
    check (state in ('RAISED', 'ACKNOWLEDGED', 'ACTED', 'CLEARED', 'KEPT', 'LOST', 'WITHDRAWN')),
  raised_at       timestamptz not null,
  recorded_at     timestamptz not null,
  probability     double precision not null,
  reasons         jsonb not null,
  reason_codes    text[] not null,
  model_version   text not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acted_at        timestamptz,
  acted_by        text,
  action          text,
  cleared_at      timestamptz,
  ended_at        timestamptz,
  lead_days       int,
  lead_visits     int,
  version         bigint not null
);
create unique index flag_one_open on flag (customer_id)
  where state in ('RAISED', 'ACKNOWLEDGED', 'ACTED');
create index flag_of_customer on flag (customer_id, raised_at desc, id desc);
create index flag_newest on flag (raised_at desc, id desc);
create index flag_of_state on flag (state, raised_at desc, id desc);
