-- The import of a company's own list of visits that runs, in whichever copy of this service, or the
-- last one. One row at most: a second import waits until the first is over, or has not been heard of.
create table history_import (
  only_one   boolean primary key default true check (only_one),
  id         uuid not null,
  started_by text not null,
  started_at timestamptz not null,
  dry_run    boolean not null,
  state      text not null check (state in ('READING', 'SENDING', 'DONE', 'ASKS', 'REFUSED', 'STOPPED')),
  step       text,
  done       bigint,
  total      bigint,
  heard_at   timestamptz not null,
  words      text,
  report     json,
  sent       json
);

-- All lines that the last import of a history rejected, as the CSV that a spreadsheet opens, in parts
-- of a size that is read at once. They name people, and go when anybody is to be forgotten.
create table history_rejected (
  part  int primary key,
  lines text not null
);
