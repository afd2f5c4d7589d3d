-- What jobs-service told us: small copies, newest revision wins.
create table technician_copy (
  id          uuid primary key,
  external_id text,
  name        text not null,
  branch      text,
  left_on     date,
  absences    jsonb not null default '[]',
  trainings   jsonb not null default '[]',
  revision    bigint not null
);
create index technician_copy_external_id on technician_copy (external_id);
