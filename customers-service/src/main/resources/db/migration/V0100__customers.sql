create table customer (
  id                   uuid primary key,
  external_id          text unique,
  kind                 text not null check (kind in ('HOUSEHOLD', 'BUSINESS')),
  name                 text not null check (name <> ''),
  preferred_name       text,
  email                text,
  phone                text,
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
create index customer_by_name_words on customer using gin (name_words);

create table customer_photo (
  customer_id  uuid primary key references customer on delete cascade,
  media_type   text not null check (media_type in ('image/jpeg', 'image/png')),
  content      bytea not null,
  tag          text not null,
  updated_at   timestamptz not null
);
-- a photo is compressed already
alter table customer_photo alter column content set storage external;

create table trait (
  id           uuid primary key,
  customer_id  uuid not null references customer on delete cascade,
  category     text not null
               check (category in ('PRIORITY', 'EXPECTATION', 'SENSITIVITY', 'PREFERENCE', 'CARE')),
  pinned       boolean not null,
  text         text not null check (text <> ''),
  heard_by     text not null,
  heard_at     timestamptz not null,
  standing     text check (standing in ('ACCEPTED', 'DECLINED_UP_FRONT', 'OPEN')),
  said         text,
  version      bigint not null,
  check ((category = 'EXPECTATION') = (standing is not null)),
  check (standing is distinct from 'DECLINED_UP_FRONT' or said is not null)
);
create index trait_by_customer on trait (customer_id, pinned desc, heard_at desc, id desc);

create table promise (
  id                uuid primary key,
  external_id       text unique,
  customer_id       uuid not null references customer on delete cascade,
  kind              text not null
                    check (kind in ('SAME_TECHNICIAN', 'ARRIVAL_WINDOW', 'CALL_AHEAD', 'PRICE', 'OTHER')),
  text              text not null check (text <> ''),
  made_by           text not null,
  made_at           timestamptz not null,
  technician_id     uuid,
  valid_until       timestamptz,
  state             text not null check (state in ('STANDING', 'KEPT', 'BROKEN', 'RELEASED')),
  decided_at        timestamptz,
  decided_by_visit  uuid,
  verdict           text check (verdict in ('KEPT', 'BROKEN', 'RELEASED')),
  verdict_at        timestamptz,
  verdict_by        text,
  verdict_reason    text,
  version           bigint not null,
  check (valid_until is null or valid_until > made_at),
  check ((state = 'STANDING') = (decided_at is null)),
  check ((verdict is null) = (verdict_at is null))
);
create index promise_by_customer on promise (customer_id, made_at desc, id desc);
create index promise_running_out on promise (valid_until) where state = 'STANDING' and valid_until is not null;

create table promise_breach (
  promise_id  uuid not null references promise on delete cascade,
  ordinal     int not null,
  at          timestamptz not null,
  visit_id    uuid,
  primary key (promise_id, ordinal)
);

create table interaction (
  id           uuid primary key,
  customer_id  uuid not null references customer on delete cascade,
  at           timestamptz not null,
  channel      text not null
               check (channel in ('PHONE', 'EMAIL', 'TEXT_MESSAGE', 'LETTER', 'IN_PERSON', 'OTHER')),
  direction    text not null check (direction in ('INBOUND', 'OUTBOUND')),
  mood         text check (mood in ('CALM', 'ANXIOUS', 'DISTRESSED', 'ANGRY', 'GRATEFUL')),
  held_by      text not null,
  explained    text,
  asked        text,
  answered     text,
  version      bigint not null
);
create index interaction_by_customer on interaction (customer_id, at desc, id desc);
create index interaction_moods on interaction (customer_id, at desc, id desc) where mood is not null;
