-- What the other services have told us of a service. Replaced whole by a newer version; the calendar of an RFO
-- (zone, holidays) and the contact who asked for it come from here.
create table service (
    service_id      text primary key,
    account         text        not null,
    product         text,
    zone            text        not null,
    holiday_country text,
    sequence        bigint      not null,
    as_of           timestamptz not null
);

-- Erased by overwriting: a new version of the service replaces all of its contacts.
create table service_contact (
    service_id text not null references service,
    contact_id text not null,
    email      text,
    primary key (service_id, contact_id)
);

-- What is known of a ticket, the newest state only. No reference to service: topics do not wait for each other.
create table outage (
    ticket_id        text primary key,
    account          text,
    service_id       text,
    status           text        not null,
    highest_priority text,
    impact           text,
    summary          text,
    channel          text,
    circuit_id       text,
    reporter_contact text,
    problem_start    timestamptz,
    created_at       timestamptz not null,
    resolved_at      timestamptz,
    resolution       text,
    response_target  text,
    repair_target    text,
    cycle            integer     not null,
    sequence         bigint      not null,
    as_of            timestamptz not null
);

-- One row for each event that may stand in a timeline. The event's id is the key, so an event counts once however
-- often and however late it comes. No reference to outage: an escalation may be heard of before its ticket.
create table timeline_row (
    event_id  text primary key,
    ticket_id text        not null,
    at        timestamptz not null,
    sequence  bigint      not null,
    source    text        not null check (source in ('TICKET', 'ESCALATION', 'COMMUNICATION')),
    text      text        not null
);
create index timeline_row_of_ticket on timeline_row (ticket_id, at, sequence, event_id);

-- RFOs are numbered without gaps within a year (RFO-2026-000001); the row of the year is the lock.
create table rfo_number (
    year integer primary key,
    last integer not null
);

create table rfo (
    id                uuid primary key,
    number            text        not null,
    version           bigint      not null,
    ticket_id         text        not null,
    account           text,
    service_id        text,
    status            text        not null
        check (status in ('draft', 'inReview', 'approved', 'published', 'superseded', 'withdrawn')),
    requested_at      timestamptz not null,
    requested_contact text,
    warn_at           timestamptz not null,
    due               timestamptz not null,
    zone              text        not null,
    edits             text        not null,
    reviewed          text,
    reviewed_cycle    integer,
    approved_by       text,
    approved_at       timestamptz,
    published_at      timestamptz
);
create unique index rfo_number_unique on rfo (number);
-- One open request per ticket, whatever two requests at once may think.
create unique index rfo_open_of_ticket on rfo (ticket_id) where status in ('draft', 'inReview', 'approved');
-- The list is shown newest first: all, of some accounts, of a ticket, in a status.
create index rfo_newest on rfo (requested_at desc, id desc);
create index rfo_of_account on rfo (account, requested_at desc, id desc);
create index rfo_of_ticket on rfo (ticket_id, requested_at desc, id desc);
create index rfo_in_status on rfo (status, requested_at desc, id desc);

-- Who did what to an RFO, one row a version: an edit names its section, a transition its two statuses.
create table rfo_change (
    rfo_id      uuid        not null references rfo,
    version     bigint      not null,
    at          timestamptz not null,
    person_id   text        not null,
    person_name text        not null,
    section     text,
    from_status text,
    to_status   text,
    comment     text,
    primary key (rfo_id, version),
    check ((section is null) <> (to_status is null))
);

-- The documents as they were issued. Found by the hash of either form.
create table rfo_document (
    number      text        not null,
    version     integer     not null,
    rfo_id      uuid        not null references rfo,
    issued_at   timestamptz not null,
    pdf         bytea       not null,
    json        bytea       not null,
    pdf_sha256  text        not null,
    json_sha256 text        not null,
    primary key (number, version)
);
create unique index rfo_document_by_pdf on rfo_document (pdf_sha256);
create unique index rfo_document_by_json on rfo_document (json_sha256);
create unique index rfo_document_of_rfo on rfo_document (rfo_id);

-- An issued document is never changed and never goes, not even by a mistake in the program.
create function rfo_document_stands() returns trigger language plpgsql as $$
begin
    raise exception 'An issued document is not changed (%)', old.number;
end $$;
create trigger rfo_document_stands before update or delete on rfo_document
    for each row execute function rfo_document_stands();
