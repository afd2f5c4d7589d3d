-- Calls to make. A flag is a statement, a call is work: a flag has at most one open follow-up, and
-- only as many are opened as the company can call. Erasing a person's flags takes them along.
create table follow_up (
  id                     uuid primary key,
  flag_id                uuid not null references flag (id) on delete cascade,
  customer_id            uuid not null,
  kind                   text not null check (kind in ('CONCERN', 'COMING_CHANGE')),
  state                  text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  opened_at              timestamptz not null,
  due_on                 date not null,
  owner                  text,
  -- The loss is money where a price is known, and in visits where none is.
  expected_loss          double precision not null,
  loss_currency          text,
  visits_at_stake        double precision not null,
  last_outcome           text check (last_outcome in
                           ('REACHED', 'NO_ANSWER', 'CALL_BACK', 'WRONG_NUMBER', 'NOT_NEEDED')),
  last_at                timestamptz,
  last_by                text,
  last_said              text,
  last_told              boolean not null default false,
  last_introduced        boolean not null default false,
  closed_at              timestamptz,
  dropped_because        text check (dropped_because in
                           ('FLAG_CLEARED', 'FLAG_KEPT', 'FLAG_LOST', 'FLAG_WITHDRAWN', 'NOT_NEEDED')),
  version                bigint not null,
  check ((state = 'OPEN') = (closed_at is null)),
  check ((state = 'DROPPED') = (dropped_because is not null)),
  check ((last_outcome is null) = (last_at is null))
);
create unique index follow_up_one_open on follow_up (flag_id) where state = 'OPEN';
create index follow_up_of_flag on follow_up (flag_id);
create index follow_up_by_due on follow_up (due_on, expected_loss desc, id);
create index follow_up_by_state on follow_up (state, due_on, expected_loss desc, id);
create index follow_up_of_customer on follow_up (customer_id, due_on, expected_loss desc, id);
create index follow_up_of_owner on follow_up (owner, due_on, expected_loss desc, id);
create index follow_up_opened on follow_up (opened_at);
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
