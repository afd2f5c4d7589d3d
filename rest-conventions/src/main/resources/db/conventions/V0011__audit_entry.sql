-- Who changed or read what. Written with the change; only erasure takes the states out of an entry.
CREATE TABLE audit_entry (
  id          uuid        PRIMARY KEY,
  at          timestamptz NOT NULL DEFAULT now(),
  actor       text        NOT NULL,
  action      text        NOT NULL,
  entity_type text        NOT NULL,
  entity_id   uuid        NOT NULL,
  person_id   uuid,
  before      json,
  after       json
);
CREATE INDEX audit_entry_by_entity ON audit_entry (entity_id, id);
-- The list for admins is in order of time, whatever it is narrowed to.
CREATE INDEX audit_entry_by_time ON audit_entry (at, id);
CREATE INDEX audit_entry_by_person ON audit_entry (person_id, at, id) WHERE person_id IS NOT NULL;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, at, id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at, id);
