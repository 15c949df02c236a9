-- The body of an event that tells what is to be erased does not stay here after it was sent. The default serves the
-- version before this one.
alter table outbox add column passing boolean not null default false;
