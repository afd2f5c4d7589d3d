-- Who works here, and when they are away.
create table technician (
  id          uuid primary key,
  external_id text unique,
  name        text not null,
  branch      text,
  skills      text[] not null default '{}',
  hired_on    date,
  left_on     date,
  version     bigint not null,
  check (left_on >= hired_on)
);
create index technician_by_name on technician (name, id);

create table absence (
  id            uuid primary key,
  technician_id uuid not null references technician,
  kind          text not null check (kind in ('SICK', 'VACATION', 'TRAINING', 'OTHER')),
  from_on       date not null,
  until_on      date not null,
  check (until_on >= from_on)
);
create index absence_by_technician on absence (technician_id, from_on, until_on);

-- What we know of a customer: a copy of the customers feed, so that a job sheet needs no other service.
-- A row with revision -1 is a customer of whom we only asked the id.
create table customer_copy (
  id          uuid primary key,
  external_id text unique,
  name        text,
  data        jsonb,
  revision    bigint not null,
  changed_at  timestamptz,
  received_at timestamptz not null
);

-- What feedback-service last said of the risk that a customer leaves.
create table risk_copy (
  customer_id uuid primary key,
  probability numeric(6, 4),
  band        text,
  flagged     boolean not null,
  as_of       timestamptz not null
);

create table agreement (
  id                     uuid primary key,
  external_id            text unique,
  customer_id            uuid not null,
  customer_external_id   text,
  program                text not null,
  recurrence             text not null,
  visit_interval_days    numeric(8, 2) not null,
  starts_on              date not null,
  visit_time             time not null,
  price_amount           numeric(12, 2) not null check (price_amount >= 0),
  price_currency         char(3) not null,
  -- Who came first, and who has come for good since; the latter from the visit at usual_since on.
  starting_technician_id uuid references technician,
  usual_technician_id    uuid references technician,
  usual_since            timestamptz,
  planned_until          date not null,
  cancelled_at           timestamptz,
  version                bigint not null
);
create index agreement_by_customer on agreement (customer_id, id);
create index agreement_by_usual_technician on agreement (usual_technician_id, id);
create index agreement_active on agreement (id) where cancelled_at is null;
create index agreement_to_plan on agreement (planned_until, id) where cancelled_at is null;

create table cancellation (
  agreement_id uuid primary key references agreement,
  cancelled_at timestamptz not null,
  reason       text not null check (reason in
    ('TECHNICIAN_CHANGES', 'SERVICE', 'PRICE', 'MOVED', 'BUSINESS_CLOSED', 'OTHER')),
  words        text,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  version      bigint not null
);

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
