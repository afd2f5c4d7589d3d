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

-- Customers are told of a meeting with the visit that it is for. Where it is made, moved or off later,
-- they have to be told as well; and where it is again as they were told, of nothing. By a trigger, as
-- many ways lead to an introduction.
create function tell_of_introduction() returns trigger language plpgsql as $$
declare
  meeting_at timestamptz := case when new.state = 'OPEN' then new.scheduled_at end;
  meeting_time_said boolean := new.state = 'OPEN' and new.time_said;
begin
  if new.state <> 'DONE' then
    update notice n set state = 'OPEN', known_technician_id = n.technician_id,
      known_at = n.scheduled_at, known_time_said = v.time_said, known_window_minutes = v.window_minutes,
      due_at = least(n.due_at, n.known_meeting_at, meeting_at), made_at = now(), sent_at = null,
      told_at = null, told_how = null, told_by = null, failure = null, version = n.version + 1
    from visit v
    where n.visit_id = new.visit_id and v.id = new.visit_id and v.state = 'PLANNED'
      -- Of somebody else who comes, the notice of the visit tells.
      and v.technician_id = new.successor_id and n.state in ('SENT', 'TOLD') and not n.called_off
      and (v.scheduled_at > now() or not v.time_said and v.scheduled_at > now() - interval '1 day')
      and (n.known_meeting_at, n.known_meeting_time_said)
        is distinct from (meeting_at, meeting_time_said);
  end if;
  if new.state = 'OPEN' then
    -- Who was told as the change was made, and needed no notice.
    insert into notice (id, visit_id, customer_id, known_technician_id, known_at, known_time_said,
      known_window_minutes, technician_id, scheduled_at, made_at, due_at, state)
    select uuidv7(), v.id, v.customer_id, v.technician_id, v.scheduled_at, v.time_said,
      v.window_minutes, v.technician_id, v.scheduled_at, now(), meeting_at, 'OPEN'
    from visit v
    where v.id = new.visit_id and v.state = 'PLANNED' and v.technician_id = new.successor_id
      and (v.scheduled_at > now() or not v.time_said and v.scheduled_at > now() - interval '1 day')
      and coalesce(v.customer_told_at <= v.scheduled_at, v.customer_told, false)
    on conflict (visit_id) do nothing;
  end if;
  -- Who has met them needs not be told when.
  delete from notice n using visit v
  where n.visit_id = new.visit_id and v.id = new.visit_id and n.state in ('OPEN', 'FAILED')
    and not n.called_off and n.technician_id is not distinct from n.known_technician_id
    and n.scheduled_at = n.known_at and n.known_time_said = v.time_said
    and (n.known_window_minutes is null or n.known_window_minutes = v.window_minutes)
    and (new.state = 'DONE' or (n.known_meeting_at, n.known_meeting_time_said)
      is not distinct from (meeting_at, meeting_time_said));
  return null;
end $$;
create trigger introduction_arranged after insert on introduction for each row
  when (new.state = 'OPEN') execute function tell_of_introduction();
create trigger introduction_not_as_told after update on introduction for each row
  -- Without a reason it is dropped as there is nobody any more who could be told.
  when ((new.state in ('OPEN', 'DONE') or new.reason is not null)
    and (old.state, old.scheduled_at, old.time_said)
      is distinct from (new.state, new.scheduled_at, new.time_said))
  execute function tell_of_introduction();
