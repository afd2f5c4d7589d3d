-- Does calling help? A part of the calls is held back at random; one row for each part that was set.
-- The last one runs. A part of nothing is no experiment.
create table retention_experiment (
  number     int primary key,
  hold_out   double precision not null check (hold_out between 0 and 0.5),
  -- Puts each customer into a group that nobody can tell before.
  seed       uuid not null,
  started_at timestamptz not null,
  started_by text not null,
  ended_at   timestamptz,
  version    bigint not null
);
-- How many places of an experiment are taken, in each stratum. A place stays taken, whatever becomes of
-- the customer who had it.
create table retention_place (
  experiment int not null references retention_experiment,
  stratum    text not null,
  taken      bigint not null,
  primary key (experiment, stratum)
);
create unique index retention_experiment_one_runs on retention_experiment ((true)) where ended_at is null;
insert into retention_experiment (number, hold_out, seed, started_at, started_by, version)
values (1, 0, gen_random_uuid(), now(), 'system', 1);
