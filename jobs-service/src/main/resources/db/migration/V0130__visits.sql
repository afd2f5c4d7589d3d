create table visit (
  id                    uuid primary key,
  external_id           text unique,
  agreement_id          uuid not null references agreement,
  customer_id           uuid not null,
  -- The day of the agreement's recurrence that this visit stands for; null for a visit beside it.
  slot_on               date,
  generated             boolean not null,
  scheduled_at          timestamptz not null,
  scheduled_on          date not null,
  state                 text not null check (state in ('PLANNED', 'COMPLETED', 'MISSED', 'WITHDRAWN')),
  technician_id         uuid references technician,
  planned_technician_id uuid references technician,
  change_reason         text check (change_reason in
    ('LEFT_COMPANY', 'SICK', 'VACATION', 'REASSIGNED', 'CUSTOMER_REQUEST', 'OTHER')),
  permanence            text check (permanence in ('FOR_GOOD', 'THIS_VISIT')),
  customer_told         boolean,
  customer_told_at      timestamptz,
  introduced            boolean,
  introduced_at         timestamptz,
  completed_at          timestamptz,
  on_time               boolean,
  missed_at             timestamptz,
  missed_reason         text,
  -- What the last line of an import said: the same line again is no news.
  line_fingerprint      bigint,
  version               bigint not null,
  unique (agreement_id, slot_on),
  check ((state = 'COMPLETED') = (completed_at is not null)),
  check ((state = 'MISSED') = (missed_at is not null)),
  check (state <> 'COMPLETED' or technician_id is not null)
);
create index visit_by_time on visit (scheduled_at, id);
create index visit_by_agreement on visit (agreement_id, scheduled_at, id);
create index visit_by_customer on visit (customer_id, scheduled_at, id);
create index visit_by_technician on visit (technician_id, scheduled_at, id);
create index visit_by_technician_and_day on visit (technician_id, scheduled_on) where state = 'PLANNED';
create index visit_by_state on visit (state, scheduled_at, id);
-- The hand-overs for good of an agreement say who was usual when.
create index visit_hand_over on visit (agreement_id, scheduled_at)
  where permanence = 'FOR_GOOD' and state in ('PLANNED', 'COMPLETED');
