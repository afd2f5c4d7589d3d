-- A history that comes in as a list of visits says neither how often to come nor for how much:
-- the one is guessed and shown as guessed, the other unknown until somebody enters it.
alter table agreement add column recurrence_guessed boolean not null default false;
alter table agreement alter column price_amount drop not null;
alter table agreement alter column price_currency drop not null;
alter table agreement add check ((price_amount is null) = (price_currency is null));
