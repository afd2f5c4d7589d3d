-- Answers given under an idempotency key; forgotten after 24 hours.
CREATE TABLE idempotency_key (
  caller      text        NOT NULL,
  key         text        NOT NULL,
  fingerprint bytea       NOT NULL,
  status      integer     NOT NULL,
  location    text,
  etag        text,
  body        text,
  answered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (answered_at);
