-- What customers have to be told: one row for each visit, or step of a project, that is, or was,
-- other than the customer knew. It is written in the transaction that changes the visit or step.
create table notice (
  id                    uuid primary key,
  visit_id              uuid unique references visit,
  project_id            uuid references project,
  step                  int,
  customer_id           uuid not null,
  -- Who comes and when, as far as the customer knows; and as it is.
  known_technician_id   uuid references technician,
  known_at              timestamptz not null,
  -- Whether they were told at what time of the day.
  known_time_said       boolean not null default false,
  -- Within how many minutes from then on, as they were told; null where nobody has said a window.
  known_window_minutes  int,
  -- The last day of a step, as far as the customer knows; and as it is. Null for a visit.
  known_until           date,
  until_on              date,
  technician_id         uuid references technician,
  scheduled_at          timestamptz not null,
  -- When they meet whoever comes, as they were told; null if they were told of no meeting.
  known_meeting_at        timestamptz,
  known_meeting_time_said boolean not null default false,
  made_at               timestamptz not null,
  -- Whether it is that we do not come.
  called_off            boolean not null default false,
  -- Until when the customer has to be told. Later it is LATE, which is no state that is kept.
  due_at                timestamptz not null,
  state                 text not null check (state in ('OPEN', 'SENT', 'FAILED', 'TOLD')),
  sent_at               timestamptz,
  failure               text,
  told_at               timestamptz,
  told_how              text check (told_how in ('PHONE', 'IN_PERSON')),
  told_by               text,
  version               bigint not null default 0,
  check ((state = 'SENT') <= (sent_at is not null)),
  check ((state = 'TOLD') = (told_at is not null)),
  constraint notice_by_step unique (project_id, step),
  constraint notice_of_one check (num_nonnulls(visit_id, project_id) = 1),
  constraint notice_of_step check ((project_id is null) = (step is null)),
  check (num_nonnulls(project_id, known_until, until_on) in (0, 3))
);
create index notice_by_due on notice (due_at, id);
create index notice_by_state on notice (state, due_at, id);
create index notice_by_customer on notice (customer_id, due_at, id);
