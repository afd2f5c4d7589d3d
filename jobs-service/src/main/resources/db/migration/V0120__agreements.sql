create table agreement (
  id                     uuid primary key,
  external_id            text unique,
  customer_id            uuid not null,
  customer_external_id   text,
  program                text not null,
  recurrence             text not null,
  visit_interval_days    numeric(8, 2) not null,
  starts_on              date not null,
  -- The last day that the recurrence can ask for; null while it has no end.
  ends_on                date,
  -- Null while nobody has said at what time of the day.
  visit_time             time,
  -- How long after that whoever comes may arrive; null while nobody has said a window.
  window_minutes         int check (window_minutes between 0 and 720),
  -- What is to be done at each visit.
  checklist              text[] not null default '{}',
  -- Null while nobody has said it: a list of past visits does not.
  price_amount           numeric(12, 2) check (price_amount >= 0),
  price_currency         char(3),
  -- Who came first, and who has come for good since; the latter from the visit at usual_since on.
  starting_technician_id uuid references technician,
  usual_technician_id    uuid references technician,
  usual_since            timestamptz,
  -- Who comes for good from the first visit at or after next_from on, while no such visit is planned.
  -- next_from stays once one is: a visit planned before that one hands over in its place.
  next_technician_id     uuid references technician,
  next_from              timestamptz,
  planned_until          date not null,
  cancelled_at           timestamptz,
  -- The days, both included, in which nobody comes; without a last one until somebody says otherwise.
  paused_from            date,
  paused_until           date,
  -- What the last line of an import said: the same line again is no news.
  line_fingerprint       bigint,
  version                bigint not null,
  -- Nobody has said how often to come: it was found out from the dates of past visits.
  recurrence_guessed     boolean not null default false,
  check ((price_amount is null) = (price_currency is null)),
  check (next_technician_id is null or next_from is not null),
  check (ends_on >= starts_on),
  constraint agreement_pause check (paused_until >= paused_from)
);
create index agreement_by_customer on agreement (customer_id, id);
create index agreement_by_usual_technician on agreement (usual_technician_id, id);
create index agreement_by_next_technician on agreement (next_technician_id)
  where next_technician_id is not null;
create index agreement_active on agreement (id) where cancelled_at is null;
create index agreement_cancelled on agreement (id) where cancelled_at is not null;
create index agreement_ending on agreement (ends_on, id)
  where cancelled_at is null and ends_on is not null;
create index agreement_to_plan on agreement (planned_until, id) where cancelled_at is null;

create table cancellation (
  agreement_id uuid primary key references agreement,
  cancelled_at timestamptz not null,
  reason       text not null check (reason in
    ('TECHNICIAN_CHANGES', 'SERVICE', 'PRICE', 'MOVED', 'BUSINESS_CLOSED', 'OTHER')),
  words        text,
  letter       text,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  -- What the last line of an import said: the same line again is no news.
  line_fingerprint bigint,
  version      bigint not null
);
