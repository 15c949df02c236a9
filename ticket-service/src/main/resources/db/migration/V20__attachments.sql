-- Files of a ticket. Their bytes lie beside them in pieces, so that nobody ever holds a whole file in memory.
create table attachment (
    id           uuid primary key,
    ticket_id    text        not null references ticket,
    sequence     bigint      not null,
    at           timestamptz not null,
    author_id    text,
    author_name  text,
    party        text        not null,
    file_name    text        not null,
    content_type text        not null,
    size         bigint      not null,
    sha256       text        not null,
    state        text        not null,
    examine_at   timestamptz,
    unique (ticket_id, sequence)
);
-- What the scanner has still to look at; empty in a house without one.
create index attachment_to_examine on attachment (examine_at) where examine_at is not null;

-- No foreign key: the pieces arrive before the size and digest of the whole are known, in one transaction.
create table attachment_piece (
    attachment_id uuid    not null,
    number        integer not null,
    bytes         bytea   not null,
    primary key (attachment_id, number)
);
-- Files are compressed already more often than not.
alter table attachment_piece alter column bytes set storage external;
