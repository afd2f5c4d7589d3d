-- Steps of projects that stand on an invoice: each on one.
create table invoiced_step (
  project_id  uuid not null,
  step        int not null,
  document_id uuid not null references accounting_document,
  primary key (project_id, step)
);
create index invoiced_step_by_document on invoiced_step (document_id);
