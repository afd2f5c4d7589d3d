-- The import of a company's own list of visits that runs, or the last one; that it runs, and how far
-- it is, is in job.
create table history_import (
  id         uuid primary key references job on delete cascade,
  dry_run    boolean not null,
  state      text not null check (state in ('READING', 'SENDING', 'DONE', 'ASKS', 'REFUSED', 'STOPPED')),
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
