create table visit (
  id                    uuid primary key,
  external_id           text unique,
  agreement_id          uuid not null references agreement,
  customer_id           uuid not null,
  -- The day of the agreement's recurrence that this visit stands for; null for a visit beside it.
  slot_on               date,
  generated             boolean not null,
  -- Whether anybody has said at what time of its day it is; else it takes nobody's time.
  time_said             boolean not null,
  scheduled_at          timestamptz not null,
  scheduled_on          date not null,
  -- How long after scheduled_at whoever comes may arrive; null while nobody has said a window.
  window_minutes        int check (window_minutes between 0 and 720),
  state                 text not null check (state in ('PLANNED', 'COMPLETED', 'MISSED', 'WITHDRAWN')),
  technician_id         uuid references technician,
  planned_technician_id uuid references technician,
  change_reason         text check (change_reason in
    ('LEFT_COMPANY', 'SICK', 'VACATION', 'REASSIGNED', 'CUSTOMER_REQUEST', 'OTHER')),
  permanence            text check (permanence in ('FOR_GOOD', 'THIS_VISIT')),
  customer_told         boolean,
  customer_told_at      timestamptz,
  -- Told within the notice period: the change counts as unannounced.
  told_late             boolean not null default false,
  introduced            boolean,
  introduced_at         timestamptz,
  arrived_at            timestamptz,
  -- Whether somebody has said why whoever comes does so then, though a rule speaks against it; why, the
  -- audit trail has.
  overridden            boolean not null default false,
  -- What is to be done, each with whether it is; null for a visit without a list.
  checklist             jsonb,
  completed_at          timestamptz,
  on_time               boolean,
  missed_at             timestamptz,
  missed_reason         text,
  -- Who has read the job sheet; somebody else who is sent later has not.
  sheet_read_by         uuid,
  sheet_read_at         timestamptz,
  -- What the last line of an import said: the same line again is no news.
  line_fingerprint      bigint,
  version               bigint not null,
  unique (agreement_id, slot_on),
  check ((state = 'COMPLETED') = (completed_at is not null)),
  check ((state = 'MISSED') = (missed_at is not null)),
  check (state <> 'COMPLETED' or technician_id is not null)
)
-- Room on each page for what is recorded of a visit: its telling, its completion.
with (fillfactor = 85);
-- No index here holds state, version, or what else a completion changes, not even as its condition:
-- so the update writes to none of them (HOT).
create index visit_by_time on visit (scheduled_at, id);
create index visit_by_agreement on visit (agreement_id, scheduled_at, id);
create index visit_by_customer on visit (customer_id, scheduled_at, id);
create index visit_by_technician on visit (technician_id, scheduled_at, id);
create index visit_by_technician_and_day on visit (technician_id, scheduled_on);
-- The visits to which another one comes than the agreement sends, or nobody: few of those to come.
create index visit_otherwise on visit (scheduled_at, id)
  where coalesce(technician_id <> planned_technician_id, true);
-- How few, the planner of queries would not guess.
create statistics visit_otherwise_share on (coalesce(technician_id <> planned_technician_id, true))
  from visit;
-- The hand-overs for good of an agreement say who was usual when.
create index visit_hand_over on visit (agreement_id, scheduled_at)
  where permanence = 'FOR_GOOD';

-- The visits that are not completed, by state: what an index on the state would be, in a table of
-- its own, where a completion only strikes out a row. Kept by triggers, as many ways lead to a visit.
create table visit_not_completed (
  state        text not null,
  scheduled_at timestamptz not null,
  visit_id     uuid not null,
  primary key (state, scheduled_at, visit_id)
);
create function keep_visit_not_completed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.state <> 'COMPLETED' then
    delete from visit_not_completed
    where state = old.state and scheduled_at = old.scheduled_at and visit_id = old.id;
  end if;
  if tg_op <> 'DELETE' and new.state <> 'COMPLETED' then
    insert into visit_not_completed (state, scheduled_at, visit_id)
    values (new.state, new.scheduled_at, new.id);
  end if;
  return null;
end $$;
create trigger visit_not_completed_insert after insert on visit for each row
  when (new.state <> 'COMPLETED') execute function keep_visit_not_completed();
create trigger visit_not_completed_update after update on visit for each row
  when (old.state <> new.state or old.scheduled_at <> new.scheduled_at)
  execute function keep_visit_not_completed();
create trigger visit_not_completed_delete after delete on visit for each row
  execute function keep_visit_not_completed();
