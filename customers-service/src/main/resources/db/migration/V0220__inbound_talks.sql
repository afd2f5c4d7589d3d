-- when a customer last came to us themselves
create index interaction_inbound on interaction (customer_id, at) where direction = 'INBOUND';
