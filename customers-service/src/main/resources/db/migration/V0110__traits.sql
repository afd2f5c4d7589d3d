create table trait (
  id           uuid primary key,
  external_id  text,
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
-- another system may name a trait by its own key, one of its kind for that customer
create unique index trait_by_external_id on trait (customer_id, external_id)
  where external_id is not null;
