-- Documents on their way into the accounting system by its own interface: each once.
create table booking (
  document_id uuid primary key references accounting_document,
  number      text not null,
  issued_on   date not null,
  state       text not null check (state in ('PENDING', 'BOOKED', 'REFUSED', 'GIVEN_UP')),
  -- What is sent together, under this id each time: the system books it once.
  batch_id    uuid,
  attempts    int not null default 0,
  next_at     timestamptz,
  -- By which the accounting system knows it.
  external_id text,
  -- Why it is not booked.
  words       text,
  at          timestamptz not null
);
create index booking_due on booking (next_at, issued_on, document_id) where state = 'PENDING';
create index booking_of_batch on booking (batch_id) where batch_id is not null;
create index booking_in_order on booking (at, document_id);
create index booking_by_state on booking (state, at, document_id);
create index booking_by_external_id on booking (external_id) where external_id is not null;

-- By which the accounting system knows our customers.
create table booked_customer (
  customer_id uuid primary key,
  external_id text not null unique
);

-- One row: who speaks with the accounting system now, how often that was done, and up to when we
-- have asked it for payments.
create table accounting_system (
  one           boolean primary key default true check (one),
  taken_until   timestamptz,
  calls_minute  timestamptz,
  calls         int not null default 0,
  calls_day     date,
  calls_today   int not null default 0,
  payments_until timestamptz,
  -- It gives another with each use. Sealed with the configured one that it goes back to,
  refresh_token text,
  -- of which only a fingerprint is kept.
  configured    text
);
insert into accounting_system default values;
