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
  after       json,
  -- What the states were, as long as nobody knows the salt: erasure takes states and salt, and leaves this.
  salt        bytea,
  digest      bytea
);
CREATE INDEX audit_entry_by_entity ON audit_entry (entity_id, id);
-- The list for admins is in order of time, whatever it is narrowed to.
CREATE INDEX audit_entry_by_time ON audit_entry (at, id);
CREATE INDEX audit_entry_by_person ON audit_entry (person_id, at, id) WHERE person_id IS NOT NULL;
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, at, id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at, id);

-- What proves the states of an entry: the service writes it (ProvenEntry), and whoever verifies reckons it again here.
CREATE FUNCTION audit_states_digest(salt bytea, before json, after json) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(salt || convert_to(coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8'));

-- An entry without its states, for the seal of those that were written together with it.
CREATE FUNCTION audit_entry_digest(e audit_entry) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(convert_to(json_build_array(e.id, extract(epoch from e.at), e.actor, e.action, e.entity_type,
    e.entity_id, e.person_id, encode(e.digest, 'hex'))::text, 'UTF8'));

-- A seal proves the entries since the seal before, and that one with them: a chain. Nothing is ever changed here.
CREATE TABLE audit_seal (
  number   bigint      PRIMARY KEY,
  entries  int         NOT NULL,
  -- The last entry that it proves.
  until_at timestamptz NOT NULL,
  until_id uuid        NOT NULL,
  hash     bytea       NOT NULL
);
INSERT INTO audit_seal VALUES (0, 0, '-infinity', '00000000-0000-0000-0000-000000000000', '\x');

CREATE FUNCTION audit_seal_hash(previous bytea, number bigint, entries bigint, until_at timestamptz, until_id uuid,
    digests bytea) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN sha256(previous || convert_to(json_build_array(number, entries, extract(epoch from until_at), until_id)::text,
    'UTF8') || digests);
