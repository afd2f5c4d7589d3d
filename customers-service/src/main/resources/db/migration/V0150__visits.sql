-- Small copies of agreements and visits, built from the feed, so that a card can be read while the
-- others are down. Nothing here refers to a customer by foreign key: events may come before or after
-- the person.

create table agreement_copy (
  id                   uuid primary key,
  customer_id          uuid,
  program              text,
  starts_at            timestamptz,
  technician_id        uuid,
  cancelled_at         timestamptz,
  revision             bigint not null,
  -- where the walk along the completed visits stands
  usual_technician_id        uuid,
  unconfirmed_technician_id  uuid,
  last_completed_at          timestamptz,
  last_visit_id              uuid
);
create index agreement_copy_by_customer on agreement_copy (customer_id);

create table visit_copy (
  id                     uuid primary key,
  agreement_id           uuid,
  customer_id            uuid not null,
  state                  text not null
                         check (state in ('PLANNED', 'COMPLETED', 'MISSED', 'WITHDRAWN')),
  scheduled_at           timestamptz,
  technician_id          uuid,
  planned_technician_id  uuid,
  change_reason          text,
  permanence             text,
  customer_told          boolean,
  introduced             boolean,
  completed_at           timestamptz,
  on_time                boolean,
  missed_at              timestamptz,
  revision               bigint not null,
  -- set when somebody other than the then usual technician came
  expected_technician_id uuid,
  effect                 text check (effect in ('STRANGER_CAME', 'HANDED_OVER', 'WANTED_FOR_GOOD', 'WANTED_ONCE'))
);
create index visit_copy_walk on visit_copy (agreement_id, completed_at, id) where state = 'COMPLETED';
create index visit_copy_changes on visit_copy (customer_id, completed_at, id) where effect is not null;
create index visit_copy_of_technician on visit_copy (customer_id, technician_id, scheduled_at);
create index visit_copy_by_customer on visit_copy (customer_id, scheduled_at);
