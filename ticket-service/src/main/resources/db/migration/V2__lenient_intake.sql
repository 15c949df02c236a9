-- A known sender always gets a ticket; what he left out is asked for, again after two business days, and becomes an
-- agent's task after five. Columns have defaults so that the previous version goes on inserting.
alter table ticket
    add column missing           text        not null default '',
    add column asked_at          timestamptz,
    add column asks              integer     not null default 0,
    add column task              text,
    add column language          text,
    add column likely_duplicates text[]      not null default '{}',
    add column report_digest     text;

create index ticket_by_task on ticket (task, created_at desc, id desc) where task is not null;

-- One ticket for one external id of an account. Tickets from before this rule have no digest and are left alone.
create unique index ticket_by_external_id on ticket (account, external_id)
    where external_id is not null and report_digest is not null;

-- Likely duplicates: what is open on the same service or circuit.
create index ticket_open_on_service on ticket (account, service_id, created_at desc)
    where status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD');
create index ticket_open_on_circuit on ticket (account, circuit_id, created_at desc)
    where status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD') and circuit_id is not null;

-- A partner looks for its own number.
create index ticket_with_external_id on ticket (external_id, created_at desc, id desc) where external_id is not null;
