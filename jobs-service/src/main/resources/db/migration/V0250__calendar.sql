-- A link by which somebody subscribes to the visits of one person; of its key only the hash is kept.
create table calendar_link (
  id            uuid primary key,
  external_id   text unique,
  technician_id uuid unique references technician,
  customer_id   uuid unique,
  key_hash      text not null unique,
  created_at    timestamptz not null,
  created_by    text not null,
  version       bigint not null,
  check ((technician_id is null) <> (customer_id is null))
);

-- Visits that somebody else takes over, for the calendar of whom they are taken from.
create index visit_taken_over on visit (planned_technician_id, scheduled_at)
  where technician_id is distinct from planned_technician_id;
