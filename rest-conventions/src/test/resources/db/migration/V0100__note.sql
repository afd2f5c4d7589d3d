CREATE TABLE note (
  id          uuid        PRIMARY KEY,
  external_id text        UNIQUE,
  text        text        NOT NULL CHECK (text <> 'forbidden by the database'),
  written_at  timestamptz NOT NULL DEFAULT now(),
  version     bigint      NOT NULL DEFAULT 0
);
