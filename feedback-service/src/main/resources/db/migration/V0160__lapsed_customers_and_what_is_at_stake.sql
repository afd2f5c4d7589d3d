-- Whoever has gone without a word is no more at risk than whoever has cancelled.
alter table customer_risk drop constraint customer_risk_standing_check;
alter table customer_risk add constraint customer_risk_standing_check
  check (standing in ('PROSPECT', 'ACTIVE', 'LAPSED', 'CANCELLED'));
drop index customer_risk_highest;
drop index customer_risk_highest_in_band;
drop index customer_risk_highest_flagged;
create index customer_risk_highest on customer_risk (probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED');
create index customer_risk_highest_in_band on customer_risk (band, probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED');
create index customer_risk_highest_flagged on customer_risk (probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED') and flagged;

-- What an agreement is worth. Its terms and its end come in events of their own, in any order.
create table agreement_copy (
  id                  uuid primary key,
  customer_id         uuid not null,
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
create index agreement_copy_newest_priced on agreement_copy (id desc)
  where cancelled_at is null and value_a_year is not null;

-- What is known already; prices come with the next change of an agreement.
insert into agreement_copy
  (id, customer_id, visit_interval_days, started_at, cancelled_at)
select (s.data ->> 'agreementId')::uuid, s.customer_id,
       (s.data ->> 'visitIntervalDays')::numeric, s.at,
       (select e.at from signal e
        where e.customer_id = s.customer_id and e.kind = 'AGREEMENT_CANCELLED'
          and e.data ->> 'agreementId' = s.data ->> 'agreementId')
from signal s where s.kind = 'AGREEMENT_STARTED'
on conflict do nothing;

-- The loss is money where a price is known, and in visits where none is.
alter table follow_up add column loss_currency text;
alter table follow_up add column visits_at_stake double precision;
update follow_up set visits_at_stake = expected_loss;
alter table follow_up alter column visits_at_stake set not null;

-- When the newest piece of a history came in; one row.
create table history_heard (
  only_row boolean primary key default true check (only_row),
  heard_at timestamptz not null
);
insert into history_heard (heard_at) values ('-infinity');
