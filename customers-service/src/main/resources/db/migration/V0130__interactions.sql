create table interaction (
  id           uuid primary key,
  external_id  text,
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
  -- which steps of the company's own walk-through were explained, by their codes
  explained_steps text[] not null default '{}',
  version      bigint not null
);
create index interaction_by_customer on interaction (customer_id, at desc, id desc);
-- what is older than it is kept
create index interaction_by_time on interaction (at);
create index interaction_explained on interaction (customer_id, at, id) where explained_steps <> '{}';
create index interaction_moods on interaction (customer_id, at desc, id desc) where mood is not null;
-- another system may name a talk by its own key, one of its kind for that customer
create unique index interaction_by_external_id on interaction (customer_id, external_id)
  where external_id is not null;
