-- Problems are numbered without gaps within a year (PRB-2026-000001); the row of the year is the lock.
create table problem_number (
    year integer primary key,
    last integer not null
);

create table problem (
    id                  uuid primary key,
    number              text        not null,
    version             bigint      not null,
    title               text        not null,
    description         text,
    reason              text,
    category            text        not null,
    priority            text        not null check (priority in ('critical', 'major', 'minor', 'low')),
    status              text        not null
        check (status in ('acknowledged', 'inProgress', 'pending', 'held', 'resolved', 'closed')),
    status_reason       text,
    status_since        timestamptz not null,
    root_cause          text,
    root_cause_category text,
    root_cause_at       timestamptz,
    workaround          text,
    known_error         boolean     not null,
    known_error_since   timestamptz,
    permanent_fix       text,
    originator_id       text,
    originator_name     text        not null,
    originator_role     text        not null,
    opened_at           timestamptz not null,
    changed_at          timestamptz not null,
    resolved_at         timestamptz,
    closed_at           timestamptz
);
create unique index problem_number_unique on problem (number);
-- The list is shown newest first: all, in a status, of a priority, of a cause, of a classifier.
create index problem_newest on problem (opened_at desc, id desc);
create index problem_in_status on problem (status, opened_at desc, id desc);
create index problem_of_priority on problem (priority, opened_at desc, id desc);
create index problem_of_category on problem (category, opened_at desc, id desc);
create index problem_of_cause on problem (root_cause_category, root_cause_at desc) where root_cause_category is not null;
create index problem_known_error on problem (opened_at desc, id desc) where known_error;

-- What suffers from a problem, and the tickets that it explains. Read from both sides.
create table problem_service (
    problem_id uuid not null references problem,
    service_id text not null,
    primary key (problem_id, service_id)
);
create index problem_of_service on problem_service (service_id, problem_id);
create table problem_circuit (
    problem_id uuid not null references problem,
    circuit_id text not null,
    primary key (problem_id, circuit_id)
);
create index problem_of_circuit on problem_circuit (circuit_id, problem_id);
-- No reference to outage: a ticket may be linked by its id before the rest of it is known.
create table problem_ticket (
    problem_id uuid not null references problem,
    ticket_id  text not null,
    primary key (problem_id, ticket_id)
);
create index problem_of_ticket on problem_ticket (ticket_id, problem_id);

-- Who did what to a problem, one row a version.
create table problem_change (
    problem_id  uuid        not null references problem,
    version     bigint      not null,
    at          timestamptz not null,
    person_id   text,
    person_name text        not null,
    fields      text,
    from_status text,
    to_status   text,
    comment     text,
    primary key (problem_id, version)
);

-- What shall keep a problem from coming back. Overdue ones are found by a timer, never by a scan.
create table preventive_action (
    id            uuid primary key,
    version       bigint      not null,
    problem_id    uuid        not null references problem,
    text          text        not null,
    owner         text        not null,
    due           timestamptz not null,
    status        text        not null check (status in ('open', 'done', 'cancelled')),
    overdue_since timestamptz,
    evidence      text,
    comment       text,
    created_at    timestamptz not null,
    created_by    text        not null,
    finished_at   timestamptz,
    finished_by   text
);
create index action_due on preventive_action (due, id);
create index action_of_problem on preventive_action (problem_id, due, id);
create index action_in_status on preventive_action (status, due, id);
create index action_of_owner on preventive_action (owner, due, id);
create index action_overdue on preventive_action (due, id) where status = 'open' and overdue_since is not null;
