-- The days on which the list of calls was sent, so that one of several copies of this service does it.
create table daily_mail (
  day     date primary key,
  sent_at timestamptz not null
);
