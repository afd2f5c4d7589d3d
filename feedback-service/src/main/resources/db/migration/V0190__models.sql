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
