-- Erasing a person takes all of her visits along, not only those to come.
create index visit_copy_of_customer on visit_copy (customer_id);
