-- Whom an answer told of is erased: that it was given is all that is left of it.
alter table idempotency_key add column erased boolean not null default false;

-- What became of a thing: who looked at it is asked by the person.
drop index audit_entry_by_entity;
create index audit_entry_by_entity on audit_entry (entity_id, id) where action <> 'read';
