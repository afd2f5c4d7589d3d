-- When technicians are away, as the feed tells it: the card says so beside a visit to come. The n-th
-- first day belongs to the n-th last day.
alter table technician_copy add column away_from date[] not null default '{}';
alter table technician_copy add column away_until date[] not null default '{}';
