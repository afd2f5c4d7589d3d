-- The lists of those who left and of one branch.
create index agreement_cancelled on agreement (id) where cancelled_at is not null;
create index technician_by_branch on technician (branch, name, id);
