-- Nobody has said at what time of its day a visit is. It is missed when they wait, or waited, for
-- nobody: one that was called off and not told, at its own time.
alter table visit_copy add column any_time boolean not null default false;
