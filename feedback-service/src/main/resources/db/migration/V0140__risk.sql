-- The engine's compact state of a customer, and the newest assessment made from it.
create table customer_risk (
  customer_id   uuid primary key,
  state         bytea,
  last_at       timestamptz,
  first_at      timestamptz,
  pending_from  timestamptz,
  model_version text,
  assessed_at   timestamptz,
  probability   double precision,
  band          text check (band in ('LOW', 'ELEVATED', 'HIGH')),
  flagged       boolean not null default false,
  standing      text check (standing in ('PROSPECT', 'ACTIVE', 'LAPSED', 'CANCELLED')),
  reason_codes  text[] not null default '{}',
  top_reason    text,
  next_check_at timestamptz
);
-- Whoever has gone without a word is no more at risk than whoever has cancelled.
create index customer_risk_highest on customer_risk (probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED');
create index customer_risk_highest_in_band on customer_risk (band, probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED');
create index customer_risk_highest_flagged on customer_risk (probability desc, customer_id)
  where standing not in ('CANCELLED', 'LAPSED') and flagged;
create index customer_risk_due on customer_risk (next_check_at);
-- Customers whose risk was made with another model than the one in use.
create index customer_risk_of_model on customer_risk (model_version, customer_id)
  where state is not null;
-- Of whom something was known at an instant.
create index customer_risk_first on customer_risk (first_at);
