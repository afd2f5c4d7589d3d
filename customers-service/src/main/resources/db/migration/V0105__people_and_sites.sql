-- The people and the places under one customer.

create table person (
  id              uuid primary key,
  external_id     text,
  customer_id     uuid not null references customer on delete cascade,
  name            text not null check (name <> ''),
  role            text,
  preferred_name  text,
  language        text,
  phone           text,
  email           text,
  version         bigint not null
);
create index person_by_customer on person (customer_id, id);
-- another system may name a person by its own key, one of its kind for that customer
create unique index person_by_external_id on person (customer_id, external_id)
  where external_id is not null;

create table site (
  id                   uuid primary key,
  external_id          text,
  customer_id          uuid not null references customer on delete cascade,
  name                 text not null check (name <> ''),
  address_line1        text not null,
  address_line2        text,
  address_city         text not null,
  address_region       text,
  address_postal_code  text,
  address_country      text,
  phone                text,
  note                 text,
  version              bigint not null
);
create index site_by_customer on site (customer_id, id);
-- another system may name a site by its own key, one of its kind for that customer
create unique index site_by_external_id on site (customer_id, external_id)
  where external_id is not null;
