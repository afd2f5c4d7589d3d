-- What may have set apart those who left, visits that were as usual left out; and what kind each
-- thing was that happened to a customer, without going to their rows.
create index signal_that_sets_apart on signal (at, customer_id, kind)
  where kind in ('COMPLAINT_RECEIVED', 'PROMISE_BROKEN', 'VISIT_MISSED', 'SURPRISED', 'INVOICE_TROUBLED',
    'FEEDBACK_GIVEN', 'MOOD_NOTED');
drop index signal_in_order;
create index signal_in_order on signal (customer_id, at) include (kind) where at is not null;
