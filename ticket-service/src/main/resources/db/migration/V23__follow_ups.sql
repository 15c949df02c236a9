-- A mail on a ticket that has ended opens another one; it names the first, so that nobody has to find the number in its
-- text. No index: it is read with its ticket, never searched for.
alter table ticket add column follow_up_of text;
