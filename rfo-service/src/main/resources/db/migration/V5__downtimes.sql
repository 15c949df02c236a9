-- What each event of a ticket said of the fault: since when the ticket stands in a status, and how hard the service is hit.
-- One row an event, however late and often it comes; the downtimes of a ticket are computed from all of its rows.
create table impact_step (
    event_id  text primary key,
    ticket_id text        not null,
    sequence  bigint      not null,
    at        timestamptz not null,
    status    text        not null,
    impact    text
);
create index impact_step_of_ticket on impact_step (ticket_id, sequence);

-- When a service was down, as a ticket tells it. Replaced whole for a ticket by each of its steps, never patched; several
-- tickets on one service may overlap.
create table downtime (
    ticket_id  text        not null,
    started    timestamptz not null,
    ended      timestamptz,
    service_id text        not null,
    account    text,
    primary key (ticket_id, started)
);
create index downtime_when on downtime using gist (tstzrange(started, ended));

-- Tickets from before: the little that is known of them, their beginning and, if it was told, their end. What the previous
-- version takes in while this one is being rolled out is known by its next event.
insert into impact_step (event_id, ticket_id, sequence, at, status, impact)
select 'began ' || ticket_id, ticket_id, 0, coalesce(problem_start, created_at), 'acknowledged', impact from outage;
insert into impact_step (event_id, ticket_id, sequence, at, status, impact)
select 'stood ' || ticket_id, ticket_id, sequence, coalesce(resolved_at, as_of), status, impact from outage;
insert into downtime (ticket_id, started, ended, service_id, account)
select ticket_id, coalesce(problem_start, created_at), resolved_at, service_id, account from outage
where impact = 'service-affecting' and service_id is not null and status not in ('cancelled', 'rejected')
  and (resolved_at is null or resolved_at > coalesce(problem_start, created_at));

-- Contacts' names and accounts are looked for as they stand in a text, in any case.
create index service_contact_by_name on service_contact (lower(name));
create index service_by_account_in_any_case on service (lower(account));
-- Ticket events do not name the tickets of other accounts, so nothing is gained by keeping the link. V2 brought the column
-- and was never released without this version.
alter table outage drop column parent_ticket;
