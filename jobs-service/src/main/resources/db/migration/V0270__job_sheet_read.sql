-- Who has read the job sheet; somebody else who is sent later has not.
alter table visit add column sheet_read_by uuid;
alter table visit add column sheet_read_at timestamptz;
