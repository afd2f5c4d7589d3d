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
  -- what the last line of an import said: the same line again changes nothing
  line_fingerprint  bigint,
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
