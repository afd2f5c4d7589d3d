create table conduct_entry (
  id           uuid primary key,
  external_id  text,
  customer_id  uuid not null references customer on delete cascade,
  kind         text not null
               check (kind in ('INCIDENT', 'LIMIT_STATED', 'CALL_ENDED', 'RETENTION_ATTEMPT',
                               'MANAGER_TALK', 'WRITTEN_WARNING')),
  text         text not null check (text <> ''),
  at           timestamptz not null,
  by           text not null,
  version      bigint not null
);
create index conduct_entry_by_customer on conduct_entry (customer_id, at, id);
-- what is older than it is kept
create index conduct_entry_by_time on conduct_entry (at);
create unique index conduct_entry_by_external_id on conduct_entry (customer_id, external_id)
  where external_id is not null;

create table letting_go (
  id                    uuid primary key,
  customer_id           uuid not null references customer on delete cascade,
  state                 text not null check (state in ('PROPOSED', 'LET_GO', 'UNDONE')),
  reason                text not null check (reason <> ''),
  proposed_at           timestamptz not null,
  proposed_by           text not null,
  approved_at           timestamptz,
  approved_by           text,
  undone_at             timestamptz,
  undone_by             text,
  undo_reason           text,
  ended_agreements      uuid[] not null default '{}',
  agreements_not_ended  uuid[] not null default '{}',
  letter                text,
  version               bigint not null,
  check ((approved_at is null) = (approved_by is null)),
  check (approved_by <> proposed_by),
  check (state <> 'LET_GO' or approved_at is not null),
  check ((state = 'UNDONE') = (undone_at is not null))
);
create index letting_go_by_customer on letting_go (customer_id, proposed_at, id);
-- one at a time
create unique index letting_go_open on letting_go (customer_id) where state <> 'UNDONE';
create index letting_go_by_time on letting_go (approved_at) where state = 'LET_GO';
