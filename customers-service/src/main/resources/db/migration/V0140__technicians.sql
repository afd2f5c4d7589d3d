-- A small copy of the technicians, built from the feed: cards show their names and absences.

create table technician_copy (
  id           uuid primary key,
  external_id  text,
  name         text not null,
  skills       text[] not null,
  left_on      date,
  -- when they are away: the n-th first day belongs to the n-th last day
  away_from    date[] not null default '{}',
  away_until   date[] not null default '{}',
  revision     bigint not null
);
create index technician_copy_by_external_id on technician_copy (external_id);
