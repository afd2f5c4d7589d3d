-- Another system, such as that of the payroll, may name an absence by its own key.
alter table absence add column external_id text;
create unique index absence_by_external_id on absence (technician_id, external_id)
  where external_id is not null;
