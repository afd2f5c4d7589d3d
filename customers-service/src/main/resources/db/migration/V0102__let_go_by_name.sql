-- The few who were let go, in the order of their names.
create index customer_let_go_by_name on customer (lower(name), id) where status = 'LET_GO';
