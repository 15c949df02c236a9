-- Each channel has a lane of its own, so what is due is looked for by channel. strict: whoever listens to this thread
-- gets it in order or not at all until it is given up (webhooks). leaves_at: the first moment it may leave; later than
-- written when it waits for more of its kind. told_in: its content went into that message. origin: the note of a major
-- incident that several tickets repeat. queued_at: when the time that it is tried for began; a replay begins it again. The
-- defaults serve the previous version, which writes neither column.
alter table message add column strict boolean not null default false;
alter table message add column leaves_at timestamptz not null default now();
alter table message add column queued_at timestamptz not null default now();
alter table message add column told_in uuid references message;
alter table message add column origin text;
update message set leaves_at = written_at, queued_at = written_at;

drop index message_due;
create index message_due on message (channel, due_at, position) where state = 'QUEUED';
create index message_to_subscription on message (recipient, position) where channel = 'webhook';
create index message_told_in on message (told_in) where told_in is not null;
create index message_of_origin on message (origin, recipient) where origin is not null;

-- What the thin events of partners say of a ticket besides the event itself.
alter table ticket add column external_id text;
alter table ticket add column status_changed_at timestamptz;

-- Where partners want to hear of their accounts' tickets. Found by account for every event, so the array has an index.
create table subscription (
    id           uuid        primary key,
    client       text        not null,
    accounts     text[]      not null,
    kind         text        not null,
    url          text        not null,
    event_types  text[]      not null,
    state        text        not null,
    why          text,
    created_at   timestamptz not null,
    suspended_at timestamptz
);
create index subscription_of_account on subscription using gin (accounts);
create index subscription_of_client on subscription (client, created_at);

-- What the webhooks of a client are signed with: the newest, and older ones until they expire.
create table webhook_secret (
    id         uuid        primary key,
    client     text        not null,
    secret     text        not null,
    created_at timestamptz not null,
    expires_at timestamptz
);
create index webhook_secret_of_client on webhook_secret (client, created_at);

-- The events that a contact does not want to be told of; no row means that he wants all of them.
create table contact_preference (
    account    text        not null,
    contact_id text        not null,
    muted      text[]      not null,
    changed_at timestamptz not null,
    primary key (account, contact_id)
);

-- Addresses that mail came back from. A contact with a new address is free of it by himself.
create table undeliverable_address (
    address text        primary key,
    since   timestamptz not null,
    why     text        not null
);

-- Contacts are looked up by their own id when their preferences are asked for.
create index contact_by_id on contact (contact_id);
