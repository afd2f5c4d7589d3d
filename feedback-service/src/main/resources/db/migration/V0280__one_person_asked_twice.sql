-- Of two customers who turn out to be one, each may have been asked, and be to be called, for the
-- same thing. One call stays open and speaks of both, one request counts; the other says so.
alter table follow_up
  drop constraint follow_up_dropped_because_check,
  add constraint follow_up_dropped_because_check check (dropped_because in
    ('FLAG_CLEARED', 'FLAG_KEPT', 'FLAG_LOST', 'FLAG_WITHDRAWN', 'NOT_NEEDED', 'NO_LONGER_DUE',
     'IN_ANOTHER_CALL'));

alter table feedback_request add column same_as uuid references feedback_request (id);
