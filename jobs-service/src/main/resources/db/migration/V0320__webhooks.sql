-- Where documents are pushed to.
create table webhook_endpoint (
  id               uuid primary key,
  url              text not null,
  events           text[] not null,
  cron             text,
  zone             text not null,
  secret           text not null,
  -- Signs along until then, so that a receiver can change over.
  former_secret    text,
  former_until     timestamptz,
  -- Null while it is pushed to.
  disabled_because text,
  -- When cron says next; what is made ready before waits until then.
  next_at          timestamptz,
  created_at       timestamptz not null,
  created_by       text not null,
  version          bigint not null
);

-- Each document once for each endpoint. Whoever sends one takes it for a while; one that is not
-- heard of until then is taken by the next.
create table webhook_delivery (
  id           uuid primary key,
  endpoint_id  uuid not null references webhook_endpoint on delete cascade,
  document_id  uuid not null references accounting_document,
  number       text not null,
  event        text not null,
  state        text not null check (state in ('PENDING', 'DELIVERED', 'DEAD')),
  attempts     int not null,
  next_at      timestamptz,
  taken_until  timestamptz,
  -- As it was first sent: it is the same each time.
  body         text,
  created_at   timestamptz not null,
  delivered_at timestamptz,
  unique (endpoint_id, document_id)
);
create index webhook_delivery_due on webhook_delivery (next_at, id) where state = 'PENDING';
create index webhook_delivery_in_order on webhook_delivery (created_at, id);
create index webhook_delivery_by_state on webhook_delivery (state, created_at, id);
create index webhook_delivery_by_endpoint on webhook_delivery (endpoint_id, created_at, id);

create table webhook_attempt (
  id          uuid primary key,
  delivery_id uuid not null references webhook_delivery on delete cascade,
  at          timestamptz not null,
  status      int,
  error       text,
  millis      int not null
);
create index webhook_attempt_by_delivery on webhook_attempt (delivery_id, at, id);
