-- Everything that happened to a customer: one row for each thing and aspect of it, at its newest
-- revision. A withdrawn one stays as a mark without data, so that an older revision that comes late
-- does not bring it back.
create table signal (
  customer_id uuid not null,
  key         text not null,
  source      text not null check (source in ('CUSTOMERS', 'JOBS', 'ACCOUNTING', 'FEEDBACK')),
  revision    bigint not null,
  kind        text,
  at          timestamptz,
  data        jsonb,
  -- Of a visit that took place, what insights count by: taken out of a text a million times, it would be
  -- most of what they cost.
  visit_id              uuid generated always as (
    case when kind = 'VISIT_COMPLETED' then cast(data ->> 'visitId' as uuid) end) stored,
  agreement_id          uuid generated always as (
    case when kind = 'VISIT_COMPLETED' then cast(data ->> 'agreementId' as uuid) end) stored,
  technician_id         uuid generated always as (
    case when kind = 'VISIT_COMPLETED' then cast(data ->> 'technicianId' as uuid) end) stored,
  planned_technician_id uuid generated always as (
    case when kind = 'VISIT_COMPLETED' then cast(data ->> 'plannedTechnicianId' as uuid) end) stored,
  on_time               text generated always as (
    case when kind = 'VISIT_COMPLETED' then data ->> 'onTime' end) stored,
  primary key (customer_id, key),
  check ((kind is null) = (data is null) and (at is null) = (data is null))
);
create index signal_in_order on signal (customer_id, at) where at is not null;
-- From when to when the history tells of visits and of leaving: asked before a back-test.
create index signal_that_tells on signal (at)
  where kind in ('VISIT_COMPLETED', 'VISIT_MISSED', 'AGREEMENT_CANCELLED');
