-- What leaves the service: written with the state that it tells of, sent afterwards, in order.
create table outbox (
    position    bigint generated always as identity primary key,
    event_id    uuid        not null unique,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    sequence    bigint      not null,
    body        text        not null,
    sent_at     timestamptz
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index outbox_unsent on outbox (position) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- What has been applied: an event counts once, by its id, for each consumer.
create table inbox (
    consumer    text        not null,
    event_id    text        not null,
    received_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_received on inbox (received_at);

-- What is due when. A tick reads only what is due: the partial index keeps rows set aside out of sight.
create table timer (
    kind         text        not null,
    key          text        not null,
    due_at       timestamptz not null,
    attempts     integer     not null default 0,
    set_aside_at timestamptz,
    reason       text,
    primary key (kind, key)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
create index timer_due on timer (due_at) where set_aside_at is null;

-- The answers already given, so that a repeated POST gets the same one.
create table idempotency_key (
    caller      text        not null,
    operation   text        not null,
    key         text        not null,
    body_hash   text        not null,
    status      integer,
    location    text,
    etag        text,
    body        text,
    created_at  timestamptz not null,
    primary key (caller, operation, key)
);
create index idempotency_key_age on idempotency_key (created_at);
