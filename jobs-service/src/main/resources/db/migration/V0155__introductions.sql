-- Where two technicians are to meet a customer, so that whoever knows them introduces whoever comes
-- next: work of both, at a visit of the one before the first of the other.
create table introduction (
  id             uuid primary key,
  -- The visit of whoever comes next, and the one before it at which both are.
  visit_id       uuid not null references visit,
  joint_visit_id uuid not null references visit,
  customer_id    uuid not null,
  leaver_id      uuid not null references technician,
  successor_id   uuid not null references technician,
  scheduled_at   timestamptz not null,
  scheduled_on   date not null,
  -- Whether anybody has said at what time of its day; else it takes nobody's.
  time_said      boolean not null,
  state          text not null check (state in ('OPEN', 'DONE', 'DROPPED', 'NEEDED')),
  made_at        timestamptz not null,
  introduced_at  timestamptz,
  ended_at       timestamptz,
  -- Null where a change of a visit, or of who is there, has dropped it.
  ended_by       text,
  reason         text,
  version        bigint not null default 0,
  check (leaver_id <> successor_id),
  check ((state in ('OPEN', 'NEEDED')) = (ended_at is null)),
  check ((state = 'DONE') = (introduced_at is not null))
);
create unique index introduction_open on introduction (visit_id) where state in ('OPEN', 'NEEDED');
create index introduction_open_joint on introduction (joint_visit_id) where state = 'OPEN';
create index introduction_open_hours on introduction (successor_id, scheduled_on)
  where state = 'OPEN';
create index introduction_by_visit on introduction (visit_id, made_at);
create index introduction_by_joint_visit on introduction (joint_visit_id);
create index introduction_by_time on introduction (scheduled_at, id);
create index introduction_by_state on introduction (state, scheduled_at, id);
create index introduction_by_customer on introduction (customer_id, scheduled_at, id);
create index introduction_by_leaver on introduction (leaver_id, scheduled_at, id);
create index introduction_by_successor on introduction (successor_id, scheduled_at, id);
