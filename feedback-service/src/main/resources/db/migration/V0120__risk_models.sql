-- The models that may make the probabilities: the documented priors, and those learned from the
-- company's own history with how they did out of time and where their flags are raised and cleared.
create table risk_model (
  seq         bigint generated always as identity unique,
  id          uuid not null,
  version     text primary key,
  kind        text not null check (kind in ('PRIOR', 'LEARNED')),
  trained_at  timestamptz,
  metrics     jsonb not null default '{}',
  raise_from  double precision,
  clear_below double precision,
  document    jsonb,
  check ((kind = 'PRIOR') = (document is null))
);
insert into risk_model (id, version, kind)
  values ('00000000-0000-7000-8000-000000000001', 'prior-1', 'PRIOR');

-- Which model was put in use when, and by whom; the newest row counts, the priors before there is any.
create table risk_model_use (
  seq     bigint generated always as identity primary key,
  version text not null references risk_model,
  since   timestamptz not null,
  put_by  text not null,
  why     text not null
);

-- Customers whose risk was made with another model than the one in use.
create index customer_risk_of_model on customer_risk (model_version, customer_id)
  where state is not null;
-- From when to when the history goes.
create index customer_risk_first on customer_risk (first_at);
create index customer_risk_last on customer_risk (last_at);

-- Long calculations: one of a kind runs at a time, in whichever copy of this service. The copy that
-- runs it says so again and again; one that has fallen silent is over.
create table calculation (
  id           uuid primary key,
  kind         text not null check (kind in ('TRAINING', 'BACK_TEST')),
  state        text not null check (state in ('RUNNING', 'PROMOTED', 'KEPT', 'DONE', 'FAILED')),
  question     jsonb,
  progress     double precision not null default 0,
  doing        text not null,
  asked_by     text not null,
  asked_at     timestamptz not null,
  slot         timestamptz,
  heartbeat_at timestamptz not null,
  ended_at     timestamptz,
  verdict      text,
  result       jsonb
);
create unique index calculation_one_at_a_time on calculation (kind) where state = 'RUNNING';
create unique index calculation_once_a_slot on calculation (kind, slot) where slot is not null;
create index calculation_newest on calculation (kind, asked_at desc, id desc);
