-- What the centre orders about a climb, and the hours of the persons on it. All columns have defaults, so the version
-- before this one goes on writing.
alter table climb
    add column zone               text,
    add column dealt_with         integer not null default 0,
    add column lowered            integer not null default 0,
    add column footing_level      integer not null default 0,
    add column footing_age_millis bigint,
    add column suspended          boolean not null default false;

alter table climb_step
    add column acknowledged_at timestamptz,
    add column acknowledged_by text;

-- A level that nobody could be told of may still be reached, by hand; orders of the centre repeat. So the last line of
-- defence is narrower: in a cycle a level is reached once and passed over once.
create unique index climb_step_once on climb_step (ticket_id, cycle, level, outcome)
    where outcome in ('REACHED', 'SKIPPED');
alter table climb_step drop constraint climb_step_ticket_id_cycle_level_key;
-- The whole history of a ticket in its order.
create index climb_step_history on climb_step (ticket_id, id);
