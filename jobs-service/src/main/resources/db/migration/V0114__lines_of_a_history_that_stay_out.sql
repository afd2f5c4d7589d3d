-- All lines that the last import of a history left out, as the CSV that a spreadsheet opens, in parts
-- of a size that is read at once. They name people, and go when anybody is to be forgotten.
create table history_left_out (
  part  int primary key,
  lines text not null
);
