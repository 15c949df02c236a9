-- What we know of services, from their events. The sequence guards it: only a newer version replaces it.
create table service (
    service_id        text        primary key,
    sequence          bigint      not null,
    account           text        not null,
    product           text,
    zone              text        not null,
    escalation_matrix boolean     not null,
    activated_at      timestamptz,
    support_email     text,
    support_phones    text[]
);

-- The people of the customer; replaced as a whole with their service, so erasing there erases here.
create table contact (
    service_id text not null references service,
    contact_id text not null,
    name       text,
    email      text,
    phone      text,
    roles      text[]
);
create index contact_of_service on contact (service_id);

-- What we know of tickets, from their events; guarded like services.
create table ticket (
    ticket_id           text   primary key,
    sequence            bigint not null,
    account             text   not null,
    service_id          text,
    reporter_contact_id text,
    summary             text,
    priority            text,
    status              text
);

-- What has happened that somebody has to be told, by the id of its event: one event is one notice, however often it
-- arrives. waits_for names what has not arrived yet from another topic; the two partial indexes find what an arrival
-- completes and hold only what waits.
create table notice (
    event_id    text        primary key,
    occasion    text        not null,
    happened_at timestamptz not null,
    service_id  text,
    ticket_id   text,
    account     text,
    actor_id    text,
    actor_party text,
    facts       text        not null,
    waits_for   text
);
create index notice_waiting_service on notice (service_id, happened_at) where waits_for is not null;
create index notice_waiting_ticket on notice (ticket_id, happened_at) where waits_for is not null;

-- One logical message per event, recipient and channel; written once, delivered until it arrives or is given up.
create table message (
    id                  uuid        primary key,
    position            bigint      generated always as identity unique,
    event_id            text        not null,
    occasion            text        not null,
    service_id          text,
    ticket_id           text,
    account             text,
    party               text        not null,
    recipient           text        not null,
    address             text        not null,
    channel             text        not null,
    message_id          text        not null unique,
    thread              text        not null,
    subject             text        not null,
    text                text        not null,
    html                text        not null,
    document_kind       text,
    document_owner_id   text,
    document_version    integer,
    document_number     text,
    document_pdf_sha256 text,
    state               text        not null,
    why                 text,
    attempts            integer     not null,
    revision            bigint      not null,
    written_at          timestamptz not null,
    changed_at          timestamptz not null,
    due_at              timestamptz not null,
    claimed_until       timestamptz,
    constraint message_once unique (event_id, recipient, channel)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

-- Claiming costs by what is queued, not by what was ever sent.
create index message_due on message (due_at, position) where state = 'QUEUED';
create index message_queued_in_thread on message (thread, position) where state = 'QUEUED';

-- One index for each filter of the log; all of them read the newest first.
create index message_of_ticket on message (ticket_id, position);
create index message_of_service on message (service_id, position);
create index message_of_account on message (account, position) where party = 'CUSTOMER';
create index message_in_state on message (state, position);
