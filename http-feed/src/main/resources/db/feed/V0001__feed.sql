-- The feeds that this service publishes, and where it stands in those that it follows.

create table feed (
  name      text    primary key,
  compacted boolean not null,
  head      bigint  not null default 0 check (head >= 0)
);
comment on table feed is 'One row per published feed; head is the last position given. Only the sequencer writes it.';

create table feed_epoch (
  feed         text        not null,
  number       bigint      generated always as identity,
  id           uuid        not null,
  since        bigint      not null,
  server_start timestamptz not null,
  database     oid         not null,
  written_by   xid         not null,
  primary key (feed, number)
);
comment on table feed_epoch is
  'Since which position a feed has been written by one run of PostgreSQL. A restored database begins another.';

create table feed_inbox (
  -- No cache: the order in which entries are drawn is the order of the changes of a subject.
  entry   bigint      generated always as identity primary key,
  feed    text        not null,
  id      uuid        not null,
  type    text        not null,
  subject text        not null,
  time    timestamptz not null,
  deleted boolean     not null,
  data    json,
  check (deleted = (data is null))
);
comment on table feed_inbox is 'Events whose change is committed and whose position is still to be given.';

create table feed_event (
  feed     text        not null,
  position bigint      not null,
  id       uuid        not null,
  type     text        not null,
  subject  text        not null,
  time     timestamptz not null,
  deleted  boolean     not null,
  data     json,
  primary key (feed, position)
);
comment on table feed_event is 'The events as readers see them; compaction and erasure leave holes in the positions.';
create index feed_event_subject on feed_event (feed, subject);

create table feed_consumer (
  feed        text        primary key,
  position    bigint      not null default 0,
  event_id    uuid,
  epoch       uuid,
  head        bigint      not null default 0,
  heard_at    timestamptz,
  problem     text,
  rebuild_since timestamptz,
  rebuild_done  bigint    not null default 0,
  rebuild_total bigint    not null default 0,
  holder      uuid,
  lease_until timestamptz not null default '-infinity'
);
comment on table feed_consumer is
  'One row per followed feed: the cursor, what the producer last told of its head and when, what keeps it from going on, and which copy of this service is at work.';

create table feed_parked (
  feed      text        not null,
  position  bigint      not null,
  id        uuid        not null,
  source    text        not null,
  type      text        not null,
  subject   text        not null,
  time      timestamptz not null,
  deleted   boolean     not null,
  data      json,
  problem   text,
  parked_at timestamptz not null default now(),
  primary key (feed, position)
);
comment on column feed_parked.problem is 'Why it could not be applied; null if it only waits behind an earlier event of its subject.';
create index feed_parked_subject on feed_parked (feed, subject, position);

create table feed_rebuild (
  feed      text        not null,
  position  bigint      not null,
  id        uuid        not null,
  source    text        not null,
  type      text        not null,
  subject   text        not null,
  time      timestamptz not null,
  deleted   boolean     not null,
  data      json,
  primary key (feed, position)
);
comment on table feed_rebuild is
  'The whole of a feed while what is derived from it is made anew, to be read subject by subject.';
create index feed_rebuild_subject on feed_rebuild (feed, subject, position);

-- Small tables that are rewritten all the time: room on the page keeps each update on it, and vacuum comes early.
alter table feed set (fillfactor = 20);
alter table feed_consumer set (fillfactor = 20);
alter table feed_inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
