-- That somebody was erased: by whom, when and why, without anything of him but the id that meant him. Kept for ever, so
-- that provisioning cannot bring him back unnoticed.
create table erasure (
    id         uuid        primary key,
    account    text        not null,
    contact_id text        not null,
    at         timestamptz not null,
    by_id      text,
    by_name    text,
    reason     text        not null
);
create index erasure_of_contact on erasure (contact_id, at desc);

-- Whoever reported tickets without a service is known from them only.
create index ticket_by_reporter on ticket (reporter_contact_id);
