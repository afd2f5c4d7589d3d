-- An erased person stays erased, whatever is still told of them.
CREATE TABLE erased_person (
  id        uuid        PRIMARY KEY,
  erased_at timestamptz NOT NULL
);
