-- What reports count: how long each ticket took, by its own clocks. One narrow row a ticket, replaced whole by what
-- its life says, so that a report reads neither lives nor histories. A ticket without a row has reached nothing yet.
create table ticket_milestone (
    ticket_id       text primary key references ticket,
    account         text        not null,
    service_id      text,
    priority        text        not null,
    created_at      timestamptz not null,
    acknowledged_ms bigint,
    response_met    boolean,
    restored_ms     bigint,
    repair_met      boolean
);
create index ticket_milestone_by_time on ticket_milestone (created_at);
create index ticket_milestone_by_account on ticket_milestone (account, created_at);
