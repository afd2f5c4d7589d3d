-- Long work of which one of a kind runs at a time, in whichever copy of this service. The copy that
-- runs it says so again and again; one that has fallen silent is over.
CREATE TABLE job (
  id         uuid             PRIMARY KEY,
  kind       text             NOT NULL,
  slot       timestamptz,
  started_by text             NOT NULL,
  started_at timestamptz      NOT NULL,
  step       text             NOT NULL,
  done       double precision NOT NULL DEFAULT 0,
  total      double precision NOT NULL DEFAULT 0,
  heard_at   timestamptz      NOT NULL DEFAULT now(),
  ended_at   timestamptz
);
CREATE UNIQUE INDEX job_one_at_a_time ON job (kind) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX job_once_a_slot ON job (kind, slot) WHERE slot IS NOT NULL;
CREATE INDEX job_newest ON job (kind, started_at DESC, id DESC);
