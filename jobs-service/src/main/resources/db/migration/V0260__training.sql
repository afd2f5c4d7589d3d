create table training (
  id            uuid primary key,
  external_id   text unique,
  technician_id uuid not null references technician,
  course        text not null,
  kind          text not null check (kind in ('SOFT', 'TECHNICAL')),
  held_on       date not null,
  recorded_by   text not null,
  recorded_at   timestamptz not null,
  version       bigint not null
);
create index training_by_technician on training (technician_id, held_on, id);
