-- Every mail to the centre as it came, written down before the mailbox is told that it was taken: whatever dies
-- afterwards, the mail is here, and its place in the mailbox says that it is.
create table mail (
    id             bigint generated always as identity primary key,
    mailbox        text        not null,
    uid_validity   bigint      not null,
    uid            bigint      not null,
    received_at    timestamptz not null,
    journaled_at   timestamptz not null,
    size           bigint      not null,
    -- False when only the headers were taken because the rest was too large.
    complete       boolean     not null,
    raw            bytea       not null,
    digest         text        not null,
    content_digest text        not null,
    state          text        not null,
    why            text,
    sender         text,
    sender_name    text,
    subject        text,
    ticket_id      text references ticket,
    attempts       integer     not null,
    due_at         timestamptz,
    handled_at     timestamptz,
    answered_at    timestamptz,
    decided_by_id  text,
    decided_by     text,
    decided_at     timestamptz,
    decision       text,
    unique (mailbox, uid_validity, uid)
);
-- What has still to be acted upon: small, however many mails have been kept.
create index mail_due on mail (due_at, id) where due_at is not null;
-- The same mail in a second mailbox, or in one that was rebuilt.
create index mail_by_content on mail (content_digest);
-- The quarantine, newest first.
create index mail_by_state on mail (state, id desc);
-- What a sender has had from us lately, and how many tickets he opened.
create index mail_by_sender on mail (sender, handled_at) where ticket_id is not null;
-- Old mail is forgotten in the order in which it came.
create index mail_by_age on mail (journaled_at);

-- Who writes to us is known by the address of a contact, compared without case.
create index service_by_contact_email on service using gin ((lower(contacts)::jsonb) jsonb_path_ops);
