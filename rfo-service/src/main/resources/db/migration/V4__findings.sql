-- Where a service stands in the network, as the newest event of it said. Beside table service, which an RFO needs.
create table watched_service (
    service_id   text primary key,
    account      text,
    site         text,
    node         text,
    upstream     text,
    activated_at timestamptz,
    sequence     bigint not null
);

-- A ticket as the analysis counts it. Where it happened is copied when it happened: a service that moves to another
-- node takes no history with it. Unplaced: the service has not been heard of yet. Counted: neither cancelled,
-- rejected nor under maintenance. Explained by: the common cause that it is evidence of.
create table incident (
    ticket_id    text primary key,
    service_id   text,
    circuit_id   text,
    site         text,
    node         text,
    upstream     text,
    created_at   timestamptz not null,
    placed       boolean     not null,
    counted      boolean     not null,
    explained_by uuid,
    sequence     bigint      not null
);
create index incident_of_service on incident (service_id, created_at) where counted;
create index incident_of_circuit on incident (circuit_id, created_at) where counted;
create index incident_unplaced on incident (service_id) where not placed;
create index incident_first on incident (created_at);
-- Only what no common cause explains yet is read for the next one: at most a handful of rows, however long the history.
create index incident_alone_on_node on incident (node, created_at) where counted and explained_by is null;
create index incident_alone_at_site on incident (site, created_at) where counted and explained_by is null;
create index incident_alone_on_upstream on incident (upstream, created_at) where counted and explained_by is null;

-- Tickets of a service or circuit up to the end of a day (UTC), for each day that had one. What fell between two days is the
-- difference of two rows: three rows are read for a window and the two years before it, however long the history.
create table fault_day (
    subject_kind text   not null,
    subject      text   not null,
    day          date   not null,
    total        bigint not null,
    primary key (subject_kind, subject, day)
);

-- When work was announced. Findings keep silent about it; customers are told and served as ever.
create table maintenance_window (
    window_id    text primary key,
    subject_kind text        not null,
    subject      text        not null,
    from_at      timestamptz not null,
    to_at        timestamptz not null,
    cancelled    boolean     not null,
    sequence     bigint      not null
);
create index maintenance_of_subject on maintenance_window (subject_kind, subject, to_at) where not cancelled;

create table finding (
    id             uuid primary key,
    version        bigint      not null,
    kind           text        not null
        check (kind in ('chronic-service', 'common-cause', 'repeated-cause', 'overdue-action', 'degradation')),
    subject_kind   text        not null,
    subject        text        not null,
    about          text        not null,
    state          text        not null check (state in ('open', 'confirmed', 'dismissed', 'snoozed')),
    sentence       text        not null,
    measure        text        not null,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    raised_at      timestamptz not null,
    snoozed_until  timestamptz,
    decided_by     text,
    decided_at     timestamptz,
    comment        text,
    problem_id     uuid references problem
);
-- The same finding is not raised twice, whatever two processes at once may think.
create unique index finding_once on finding (kind, subject_kind, subject, about, first_at);
create index finding_newest_of on finding (kind, subject_kind, subject, about, last_at desc);
create index finding_newest on finding (raised_at desc, id desc);
create index finding_in_state on finding (state, raised_at desc, id desc);
create index finding_of_kind on finding (kind, raised_at desc, id desc);
create index finding_of_subject on finding (subject, raised_at desc, id desc);
create index finding_of_problem on finding (problem_id) where problem_id is not null;

-- What a finding rests on, one row each: a ticket, a reading (by its event's id), a problem, an action.
create table finding_evidence (
    finding_id uuid        not null references finding,
    kind       text        not null check (kind in ('ticket', 'reading', 'problem', 'action')),
    ref        text        not null,
    at         timestamptz not null,
    text       text        not null,
    primary key (finding_id, kind, ref)
);
create index finding_evidence_in_order on finding_evidence (finding_id, at, ref);
create index finding_of_evidence on finding_evidence (kind, ref);
