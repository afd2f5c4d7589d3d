-- The company lets a customer go: they did not leave it.
alter table cancellation
  drop constraint cancellation_reason_check,
  add constraint cancellation_reason_check check (reason in
    ('TECHNICIAN_CHANGES', 'SERVICE', 'PRICE', 'MOVED', 'BUSINESS_CLOSED', 'OTHER', 'LET_GO'));
