-- Nobody has said at what time of its day a visit is.
alter table visit_copy add column any_time boolean not null default false;
