-- When the first of the check-ins was that nobody answered; and whether a case came from another
-- system, which is asked as long as nothing was done about it here.
alter table complaint
  add column silent_since timestamptz,
  add column imported boolean not null default false;
update complaint c set silent_since = coalesce(
  (select s.at from complaint_step s where s.complaint_id = c.id and s.step = 'CHECK_IN'
   order by s.number desc offset c.unanswered - 1 limit 1),
  c.received_at)
where c.unanswered > 0;
update complaint set imported = true where steps = 0 and external_id is not null;
alter table complaint add check ((silent_since is null) = (unanswered = 0));
