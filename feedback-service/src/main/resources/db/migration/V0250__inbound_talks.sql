-- When a customer last came to the company themselves: nobody who did is silent.
alter table customer_copy add column last_inbound_at timestamptz;
