-- What jobs-service told us: small copies, newest revision wins.
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
)
-- Room on each page for what becomes of a visit.
with (fillfactor = 85);
-- No index here knows the state, not even as its condition: that a visit took place is written to none of
-- them (HOT). Visits to come lie at the end of each, where hardly any other is.
create index visit_copy_external_id on visit_copy (external_id) where external_id is not null;
create index visit_copy_of_customer on visit_copy (customer_id, scheduled_at);
-- Who is to be told of somebody else than usual, soon.
create index visit_copy_changed on visit_copy (scheduled_at) where change_reason <> 'NONE';

-- What an agreement is worth. Its terms and its end come in events of their own, in any order.
create table agreement_copy (
  id                  uuid primary key,
  customer_id         uuid not null,
  program             text,
  visit_interval_days numeric,
  started_at          timestamptz,
  ends_at             timestamptz,
  price_amount        numeric,
  price_currency      text,
  value_a_year        numeric generated always as (price_amount * 365.25 / visit_interval_days) stored,
  revision            bigint not null default -1,
  cancelled_at        timestamptz,
  cancelled_revision  bigint not null default -1
);
create index agreement_copy_of_customer on agreement_copy (customer_id);
create index agreement_copy_ending on agreement_copy (ends_at, id) where cancelled_at is null;
create index agreement_copy_newest_priced on agreement_copy (id desc)
  where cancelled_at is null and value_a_year is not null;

-- When the newest piece of a history came in; one row.
create table history_heard (
  only_row boolean primary key default true check (only_row),
  heard_at timestamptz not null
);
insert into history_heard (heard_at) values ('-infinity');
