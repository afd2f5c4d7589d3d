-- Calls to make. A flag is a statement, a call is work: a flag has at most one open follow-up, and
-- only as many are opened as the company can call. Other calls are asked for by a policy, or by what
-- a customer said; the cause names it, so that nothing asks for two calls.
create table follow_up (
  id                     uuid primary key,
  flag_id                uuid references flag (id) on delete cascade,
  cause                  text unique,
  customer_id            uuid not null,
  kind                   text not null check (kind in ('CONCERN', 'COMING_CHANGE', 'CALL_ME', 'UNHAPPY',
                           'CASE_ANSWER', 'REBUILDING', 'AFTER_VISIT', 'AFTER_PROJECT', 'NEW_TECHNICIAN', 'RENEWAL',
                           'AFTER_LEAVING')),
  -- What it is about, in a sentence; null where it is about a flag, which has its reasons.
  why                    text,
  visit_id               uuid,
  complaint_id           uuid,
  feedback_id            uuid,
  state                  text not null check (state in ('OPEN', 'DONE', 'DROPPED', 'HELD_BACK')),
  opened_at              timestamptz not null,
  due_on                 date not null,
  owner                  text,
  -- Since when the owner has it in hand; null while anybody may take it.
  claimed_at             timestamptz,
  -- The experiment it counts for, and how likely the customer was to leave then; null for none.
  experiment             int,
  stratum                text,
  -- The loss is money where a price is known, and in visits where none is.
  expected_loss          double precision not null,
  loss_currency          text,
  visits_at_stake        double precision not null,
  -- By what it was put in order: what may be lost, or what a call is expected to keep of it.
  priority               double precision not null,
  ordered_by             text not null default 'RISK' check (ordered_by in ('RISK', 'EFFECT')),
  last_outcome           text check (last_outcome in
                           ('REACHED', 'NO_ANSWER', 'CALL_BACK', 'WRONG_NUMBER', 'NOT_NEEDED')),
  last_at                timestamptz,
  last_by                text,
  last_said              text,
  last_cause             text,
  last_told              boolean not null default false,
  last_introduced        boolean not null default false,
  closed_at              timestamptz,
  dropped_because        text check (dropped_because in
                           ('FLAG_CLEARED', 'FLAG_KEPT', 'FLAG_LOST', 'FLAG_WITHDRAWN', 'NOT_NEEDED', 'NO_LONGER_DUE')),
  version                bigint not null,
  check ((flag_id is null) = (cause is not null)),
  check ((flag_id is not null) = (kind in ('CONCERN', 'COMING_CHANGE'))),
  check ((state = 'OPEN') = (closed_at is null)),
  check ((state = 'DROPPED') = (dropped_because is not null)),
  check ((last_outcome is null) = (last_at is null))
);
create unique index follow_up_one_open on follow_up (flag_id) where state = 'OPEN';
create index follow_up_of_flag on follow_up (flag_id);
create index follow_up_by_due on follow_up (due_on, priority desc, id);
create index follow_up_by_state on follow_up (state, due_on, priority desc, id);
create index follow_up_of_customer on follow_up (customer_id, due_on, priority desc, id);
create index follow_up_of_owner on follow_up (owner, due_on, priority desc, id);
-- One's own open ones, however many one has made before.
create index follow_up_of_owner_by_state on follow_up (owner, state, due_on, priority desc, id);
create index follow_up_opened on follow_up (opened_at);
-- Whom an experiment is about.
create index follow_up_of_experiment on follow_up (experiment, customer_id, opened_at) where experiment is not null;
-- What is to be put in order anew.
create index follow_up_open_ordered_by on follow_up (ordered_by, id) where state = 'OPEN';
-- What may have become needless.
create index follow_up_open_cause on follow_up (kind, id) where state = 'OPEN' and cause is not null;
create index follow_up_closed on follow_up (closed_at) where closed_at is not null;

-- Every try, oldest first.
create table follow_up_outcome (
  id           uuid primary key,
  follow_up_id uuid not null references follow_up (id) on delete cascade,
  outcome      text not null check (outcome in
                 ('REACHED', 'NO_ANSWER', 'CALL_BACK', 'WRONG_NUMBER', 'NOT_NEEDED')),
  at           timestamptz not null,
  recorded_by  text not null,
  said         text,
  -- Why they left or what went wrong, by the company's list of causes.
  cause        text,
  told         boolean not null,
  introduced   boolean not null,
  visit_id     uuid
);
create index follow_up_outcome_of on follow_up_outcome (follow_up_id, at, id);

-- The days on which the list of calls is sent, so that one of several copies of this service does it:
-- whoever has the claim sends, and marks the day when the mail server has taken the mail.
create table daily_mail (
  day           date primary key,
  claimed_until timestamptz not null,
  sent_at       timestamptz
);
