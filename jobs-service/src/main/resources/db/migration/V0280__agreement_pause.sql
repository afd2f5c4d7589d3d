-- The days, both included, in which nobody comes; without a last one until somebody says otherwise.
alter table agreement add column paused_from date;
alter table agreement add column paused_until date;
alter table agreement add constraint agreement_pause check (paused_until >= paused_from);
