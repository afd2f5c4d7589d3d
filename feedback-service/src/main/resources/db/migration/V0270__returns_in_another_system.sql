-- That a case was settled, and had come back, where it was before it was imported, is on record
-- without who did it.
alter table complaint_step drop constraint complaint_step_check;
alter table complaint_step add constraint complaint_step_by_check
  check (by is not null or step in ('CLOSURE', 'REOPENING'));
