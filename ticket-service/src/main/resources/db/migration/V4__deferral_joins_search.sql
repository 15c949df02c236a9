-- A deferral is a contract of two parties; a ticket may be the child of a wider fault or merged into another. Embedded,
-- because they are always read with their ticket. Defaults let the previous version go on inserting.
alter table ticket
    add column deferral_state       text not null default 'NONE',
    add column deferral_proposed_by text,
    add column deferral_proposer_id text,
    add column deferral_reason      text,
    add column deferral_proposed_at timestamptz,
    add column deferral_until       timestamptz,
    add column parent_id            text,
    add column parent_account       text,
    add column merged_into          text,
    add column held_by              text,
-- Generated, so that no writer can forget them: the order of priorities, and the words to be found by. Mixed languages
-- rule out stemming, hence 'simple'. The tsvector of 64 kB of words stays under PostgreSQL's limit of 1 MB.
    add column priority_rank smallint generated always as
        (case priority when 'CRITICAL' then 1 when 'MAJOR' then 2 when 'MINOR' then 3 else 4 end) stored,
    add column words tsvector generated always as (
        to_tsvector('simple', id || ' ' || summary || ' ' || coalesce(description, '') || ' '
            || coalesce(service_id, '') || ' ' || coalesce(circuit_id, '') || ' ' || coalesce(external_id, ''))) stored;

create index ticket_by_parent on ticket (parent_id, created_at desc, id desc) where parent_id is not null;
create index ticket_by_words on ticket using gin (words);
create index ticket_by_rank on ticket (priority_rank, created_at desc, id desc);
create index ticket_by_account_and_rank on ticket (account, priority_rank, created_at desc, id desc);
create index ticket_by_service_and_rank on ticket (service_id, priority_rank, created_at desc, id desc);

-- A parent's word reaches each child once.
alter table note add column carried_from uuid;
create unique index note_carried_once on note (ticket_id, carried_from) where carried_from is not null;
