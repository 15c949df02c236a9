-- What a partner's system calls things, kept as it said them.
alter table ticket
    add column severity    text,
    add column ticket_type text;
create index ticket_by_severity on ticket (severity, created_at desc, id desc) where severity is not null;
create index ticket_by_ticket_type on ticket (ticket_type, created_at desc, id desc) where ticket_type is not null;
