-- What happens to a ticket is never told as earlier than what happened before it, whichever process's clock is behind.
-- Null until the next change: the opening is early enough for tickets from before.
alter table ticket add column changed_at timestamptz;
