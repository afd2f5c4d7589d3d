create table technician (
  id          uuid primary key,
  external_id text unique,
  name        text not null,
  branch      text,
  skills      text[] not null default '{}',
  -- What a customer reads of who is coming.
  introduction  text,
  -- Which photo there is of them.
  photo_tag     text,
  -- Lists of documents, as the API shows them.
  working_hours jsonb not null default '[]',
  certificates  jsonb not null default '[]',
  hired_on    date,
  left_on     date,
  -- The last day on which they may use all of their skills; null while that has no end.
  licensed_until date,
  -- What the last line of an import said: the same line again is no news.
  line_fingerprint bigint,
  version     bigint not null,
  check (left_on >= hired_on)
);
create index technician_by_name on technician (name, id);
create index technician_by_branch on technician (branch, name, id);

create table absence (
  id            uuid primary key,
  technician_id uuid not null references technician,
  kind          text not null check (kind in ('SICK', 'VACATION', 'TRAINING', 'OTHER')),
  from_on       date not null,
  until_on      date not null,
  -- The key of another system, such as that of the payroll.
  external_id   text,
  check (until_on >= from_on)
);
create index absence_by_technician on absence (technician_id, from_on, until_on);
create unique index absence_by_external_id on absence (technician_id, external_id)
  where external_id is not null;
