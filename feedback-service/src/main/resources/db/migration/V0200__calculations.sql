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
