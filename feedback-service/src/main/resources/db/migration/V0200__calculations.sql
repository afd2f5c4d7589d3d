-- What long calculations were asked and what came of them; that they run, and how far they are, is
-- in job.
create table calculation (
  id       uuid primary key references job on delete cascade,
  kind     text not null check (kind in ('TRAINING', 'BACK_TEST')),
  state    text not null check (state in ('RUNNING', 'PROMOTED', 'KEPT', 'DONE', 'FAILED')),
  question jsonb,
  verdict  text,
  result   jsonb
);
