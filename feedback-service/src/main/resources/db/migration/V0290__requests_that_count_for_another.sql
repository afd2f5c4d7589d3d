-- Whether another request stands for one is asked whenever one is deleted, as by an erasure.
create index feedback_request_same_as on feedback_request (same_as) where same_as is not null;
