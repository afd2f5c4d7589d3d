-- Who changed or read what. Written with the change, never changed afterwards.
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
CREATE INDEX audit_entry_by_person ON audit_entry (person_id, id) WHERE person_id IS NOT NULL;
