-- What the operator sells and customers depend on. Contacts are small and always read with their service.
create table service (
    id                text primary key,
    account           text        not null,
    product           text        not null,
    tier              text,
    circuits          text[]      not null,
    prefixes          text[]      not null,
    site              text,
    node              text,
    upstream          text,
    zone              text        not null,
    holiday_country   text,
    escalation_matrix boolean     not null,
    contacts          text        not null,
    status            text        not null,
    activated_at      timestamptz not null,
    version           bigint      not null
);
-- A customer's list of services.
create index service_by_account on service (account, id);

-- Seven digits of every ticket id; the eighth is computed.
create sequence ticket_number start 1000000 maxvalue 9999999;

create table ticket (
    id                      text primary key,
    account                 text        not null,
    service_id              text,
    channel                 text        not null,
    status                  text        not null,
    status_reason           text,
    priority                text        not null,
    impact                  text        not null,
    urgency                 text        not null,
    requested_priority      text,
    priority_matrix_version integer     not null,
    sla_policy_version      integer     not null,
    summary                 text        not null,
    description             text,
    problem_start           timestamptz,
    fault_nature            text,
    circuit_id              text,
    ip_addresses            text[]      not null,
    external_id             text,
    reporter_contact_id     text        not null,
    reporter_name           text,
    reporter_email          text,
    reporter_phone          text,
    resolution              text,
    created_at              timestamptz not null,
    resolved_at             timestamptz,
    life                    text        not null,
    history_head            text        not null,
    version                 bigint      not null
);
-- Every list is newest first, so that each filter's index ends with the place in the list.
create index ticket_newest on ticket (created_at desc, id desc);
create index ticket_by_account on ticket (account, created_at desc, id desc);
create index ticket_by_service on ticket (service_id, created_at desc, id desc);
create index ticket_by_status on ticket (status, created_at desc, id desc);
create index ticket_by_priority on ticket (priority, created_at desc, id desc);
create index ticket_by_impact on ticket (impact, created_at desc, id desc);
create index ticket_by_channel on ticket (channel, created_at desc, id desc);

create table note (
    id          uuid primary key,
    ticket_id   text        not null references ticket,
    sequence    bigint      not null,
    at          timestamptz not null,
    author_id   text,
    author_name text,
    party       text        not null,
    visibility  text        not null,
    text        text        not null,
    unique (ticket_id, sequence)
);

-- Append-only and hash-chained. Salt and detail can be erased; the chain stays provable.
create table ticket_history (
    ticket_id      text        not null references ticket,
    sequence       bigint      not null,
    type           text        not null,
    at             timestamptz not null,
    actor_id       text,
    actor_name     text,
    party          text        not null,
    channel        text,
    policy_version integer     not null,
    salt           text,
    detail         text,
    detail_hash    text        not null,
    hash           text        not null,
    primary key (ticket_id, sequence)
);
