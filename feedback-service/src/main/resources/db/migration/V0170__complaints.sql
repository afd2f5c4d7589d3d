create table complaint (
  id                 uuid primary key,
  external_id        text unique,
  customer_id        uuid not null,
  visit_id           uuid,
  -- The project it is about, and the number of its step.
  project_id         uuid,
  project_step       int check (project_step is null or project_id is not null),
  -- Whose fault it turned out to be, if a supplier's.
  supplier           text,
  severity           text not null check (severity in ('LOW', 'MEDIUM', 'HIGH')),
  cause              text,
  words              text,
  received_at        timestamptz not null,
  resolved_at        timestamptz check (resolved_at >= received_at),
  reopened_at        timestamptz check (reopened_at >= received_at),
  customer_satisfied boolean,

  state              text not null check (state in ('RECEIVED', 'ASSESSED', 'OWNED', 'AWAITING_APPROVAL',
                       'REMEDY_AGREED', 'REMEDIED', 'REBUILDING', 'CLOSED', 'LOST')),
  round              int not null check (round >= 1),
  owner              text not null,
  next_step          text,
  due_at             timestamptz,
  stepped_at         timestamptz not null,
  remedy_kind        text,
  remedy_amount      numeric(12, 2) check (remedy_amount > 0),
  remedy_currency    text,
  remedy_invoice     text,
  remedy_agreed_by   text,
  -- What is agreed in all rounds, and what whoever agreed on this may give.
  remedy_total       numeric(14, 2),
  remedy_limit       numeric(14, 2),
  delivered_at       timestamptz,
  check_ins          int not null,
  unanswered         int not null,
  escalated_at       timestamptz,
  escalated_to       text,
  steps              int not null,
  answers            int not null default 0,

  recorded_by        text not null,
  recorded_at        timestamptz not null,
  -- The digest of the line that was imported last: the same line again changes nothing.
  imported_as        text,
  version            bigint not null,
  check ((state in ('CLOSED', 'LOST')) = (next_step is null)),
  check ((next_step is null) = (due_at is null)),
  check (state not in ('AWAITING_APPROVAL', 'REMEDY_AGREED', 'REMEDIED', 'REBUILDING') or remedy_kind is not null),
  check (state not in ('REMEDIED', 'REBUILDING') or delivered_at is not null)
);
create index complaint_newest on complaint (received_at desc, id desc);
-- Which words were said.
create index complaint_saying on complaint using gin (to_tsvector('simple', words));
create index complaint_of_customer on complaint (customer_id, received_at desc, id desc);
create index complaint_open on complaint (received_at desc, id desc) where next_step is not null;
create index complaint_of_state on complaint (state, received_at desc, id desc);
-- What is to be done next.
create index complaint_next on complaint (due_at, id) where next_step is not null;
-- What is late, and was not given to somebody else yet.
create index complaint_due on complaint (due_at, id) where next_step is not null and escalated_at is null;

-- Whom to ask how they are.
create index complaint_check_in on complaint (due_at, id) where next_step = 'CHECK_IN';

-- The steps that were taken to mend it; none is ever changed.
create table complaint_step (
  id            uuid primary key,
  complaint_id  uuid not null references complaint on delete cascade,
  number        int not null,
  round         int not null,
  step          text not null,
  at            timestamptz not null,
  -- Null where another system had settled it.
  by            text check (by is not null or step = 'CLOSURE'),
  recorded_by   text not null,
  recorded_at   timestamptz not null,
  details       jsonb not null,
  unique (complaint_id, number)
);

-- What the customer answered on the page of their case; none is ever changed.
create table complaint_answer (
  id            uuid primary key,
  complaint_id  uuid not null references complaint on delete cascade,
  at            timestamptz not null,
  words         text not null
);
create index complaint_answer_of on complaint_answer (complaint_id, at, id);
create index complaint_answer_newest on complaint_answer (at);
