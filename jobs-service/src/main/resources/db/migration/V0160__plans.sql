-- Proposals for visits that can't take place as planned, since a technician is away or leaves. The
-- plan for an absence has the absence's id. A plan that waits to be solved is found again after a
-- restart; the job that solves it tells how far it is.
create table plan (
  id              uuid primary key,
  -- The key that another system has for the absence.
  external_id     text,
  kind            text not null check (kind in ('ABSENCE', 'DEPARTURE')),
  technician_id   uuid not null references technician,
  from_on         date not null,
  until_on        date,
  change_reason   text not null,
  state           text not null
    check (state in ('SOLVING', 'PROPOSED', 'ACCEPTED', 'REFUSED', 'STALE')),
  job_id          uuid,
  attempts        int not null default 0,
  made_by         text not null,
  made_at         timestamptz not null,
  solved_at       timestamptz,
  currency        char(3),
  risk_known      boolean,
  left_out        boolean not null default false,
  -- In cents a year.
  loss_now        bigint,
  next_free_loss  bigint,
  plan_loss       bigint,
  next_free_broken int,
  plan_broken     int,
  next_free_left  int,
  plan_left       int,
  words           text,
  version         bigint not null default 0,
  check ((kind = 'DEPARTURE') = (until_on is null))
);
create index plan_waiting on plan (made_at, id) where state = 'SOLVING';
create index plan_by_external_id on plan (external_id, made_at) where external_id is not null;
create index plan_by_technician on plan (technician_id, made_at, id);
create index plan_by_time on plan (made_at, id);
create index plan_by_state on plan (state, made_at, id);

create table plan_item (
  plan_id           uuid not null references plan on delete cascade,
  number            int not null,
  -- The visit that it is about, or a step of a project, or an agreement that is paused until somebody
  -- says otherwise.
  item_id           uuid not null,
  visit_id          uuid references visit,
  -- As it was: a plan whose visits have changed is not carried out.
  item_version      bigint not null,
  agreement_id      uuid references agreement,
  project_id        uuid references project,
  step              int,
  customer_id       uuid not null,
  proposal          text not null check (proposal in ('SEND', 'MOVE', 'LEAVE')),
  technician_id     uuid references technician,
  scheduled_at      timestamptz not null,
  permanence        text,
  probability_now   numeric(6, 4),
  probability_after numeric(6, 4),
  promises_broken   uuid[] not null,
  reason            text not null,
  joint_visit_id    uuid references visit,
  joint_at          timestamptz,
  decision          text check (decision in ('ACCEPTED', 'REFUSED')),
  primary key (plan_id, number),
  unique (plan_id, item_id),
  check ((project_id is null) = (step is null)),
  check ((project_id is null) <> (agreement_id is null))
);
