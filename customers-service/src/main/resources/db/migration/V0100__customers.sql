create table customer (
  id                   uuid primary key,
  external_id          text unique,
  kind                 text not null check (kind in ('HOUSEHOLD', 'BUSINESS')),
  name                 text not null check (name <> ''),
  preferred_name       text,
  language             text,
  email                text,
  -- in E.164; what an import said and nobody could read stands beside it
  phone                text,
  unreadable_phone     text,
  -- more of both, the one to try first in front
  other_phones         text[] not null default '{}',
  other_emails         text[] not null default '{}',
  preferred_channel    text check (preferred_channel in ('PHONE', 'TEXT_MESSAGE', 'EMAIL', 'LETTER')),
  preferred_hours      text,
  address_line1        text,
  address_line2        text,
  address_city         text,
  address_region       text,
  address_postal_code  text,
  address_country      text,
  branch               text,
  status               text not null check (status in ('ACTIVE', 'LET_GO')),
  burned_before_what   text,
  burned_before_heard_at timestamptz,
  photo_tag            text,
  -- what the last line of an import said: the same line again changes nothing
  line_fingerprint     bigint,
  created_at           timestamptz not null,
  version              bigint not null,
  -- counts every change of the person or of anything of theirs; the row lock taken to raise it
  -- puts the events of one customer in the order of the changes
  revision             bigint not null default 0,
  name_words           tsvector generated always as (
    to_tsvector('simple', translate(
      lower(name || ' ' || coalesce(preferred_name, '')),
      '-''./@&+,:;()_', '              '))) stored,
  check (burned_before_what is null or burned_before_heard_at is not null)
);
create index customer_by_created on customer (created_at, id);
create index customer_by_name on customer (lower(name), id);
create index customer_by_branch_created on customer (branch, created_at, id);
create index customer_by_branch_name on customer (branch, lower(name), id);
create index customer_let_go on customer (created_at, id) where status = 'LET_GO';
-- the few who were let go, in the order of their names too
create index customer_let_go_by_name on customer (lower(name), id) where status = 'LET_GO';
create index customer_by_name_words on customer using gin (name_words);

create table customer_photo (
  customer_id  uuid primary key references customer on delete cascade,
  media_type   text not null check (media_type in ('image/jpeg', 'image/png')),
  content      bytea not null,
  thumbnail    bytea not null,
  tag          text not null,
  updated_at   timestamptz not null
);
-- a photo is compressed already
alter table customer_photo alter column content set storage external;
alter table customer_photo alter column thumbnail set storage external;
