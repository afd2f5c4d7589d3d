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

-- Of a meeting that customers were told of with the visit that it is for, and that is not to be then,
-- they have to be told as well. By a trigger, as many ways lead to an introduction.
create function tell_of_introduction() returns trigger language plpgsql as $$
begin
  update notice n set state = 'OPEN', known_meeting_at = old.scheduled_at,
    known_meeting_time_said = old.time_said, known_technician_id = n.technician_id,
    known_at = n.scheduled_at, known_time_said = v.time_said, known_window_minutes = v.window_minutes,
    due_at = least(n.due_at, old.scheduled_at), made_at = now(), sent_at = null, told_at = null,
    told_how = null, told_by = null, failure = null, version = n.version + 1
  from visit v
  where n.visit_id = old.visit_id and v.id = old.visit_id and v.state = 'PLANNED'
    -- Of somebody else who comes, the notice of the visit tells.
    and v.technician_id = old.successor_id and v.scheduled_at > now() and n.state in ('SENT', 'TOLD')
    and coalesce(n.told_at, n.sent_at) >= old.made_at and not n.called_off;
  return null;
end $$;
create trigger introduction_not_as_told after update on introduction for each row
  -- Without a reason it is dropped as there is nobody any more who could be told.
  when (old.state = 'OPEN' and new.state in ('NEEDED', 'DROPPED') and new.reason is not null
    or old.state in ('OPEN', 'NEEDED') and new.state = 'OPEN'
      and (old.scheduled_at, old.time_said) <> (new.scheduled_at, new.time_said))
  execute function tell_of_introduction();
