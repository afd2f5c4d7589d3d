-- Projects as jobs-service told us: small copies, newest revision wins.
create table project_copy (
  id           uuid primary key,
  external_id  text,
  customer_id  uuid not null,
  -- When the last of its steps is over.
  ends_at      timestamptz not null,
  revision     bigint not null
);
create index project_copy_external_id on project_copy (external_id) where external_id is not null;
create index project_copy_of_customer on project_copy (customer_id);
-- Whose project ended so many days ago.
create index project_copy_ended on project_copy (ends_at);

create table project_step_copy (
  project_id     uuid not null references project_copy on delete cascade,
  number         int not null,
  title          text not null,
  technician_id  uuid,
  supplier       text,
  ends_at        timestamptz not null,
  primary key (project_id, number)
);
create index project_step_copy_ended on project_step_copy (ends_at);
