-- Matrix, policies and calendars are data that a manager changes. A version is never changed again: tickets and
-- policies pin it. Version 1 of the matrix and of the policy is what the centre has always worked by.
create table rule_version (
    kind    text        not null,
    name    text        not null,
    version integer     not null,
    body    text        not null,
    at      timestamptz not null,
    by_id   text,
    by_name text        not null,
    primary key (kind, name, version)
);

insert into rule_version (kind, name, version, body, at, by_name) values
('priority-matrix', '', 1,
 '{"service-affecting":{"high":"critical","medium":"major","low":"major"},"degradation":{"high":"major","medium":"minor","low":"minor"},"non-service-affecting":{"high":"minor","medium":"low","low":"low"}}',
 now(), 'system'),
('sla-policy', '', 1,
 '{"targets":{"critical":{"response":"PT15M","update":"PT1H","repair":"PT4H"},"major":{"response":"PT30M","update":"PT2H","repair":"PT8H"},"minor":{"response":"PT1H","update":"PT8H","repair":"PT24H"},"low":{"response":"PT4H","update":"PT24H","repair":"PT120H"}},"calendars":{}}',
 now(), 'system'),
('calendar', 'business', 1,
 '{"zone":"Europe/Sofia","holidayCountry":"BG","week":{"monday":[{"from":"09:00","to":"18:00"}],"tuesday":[{"from":"09:00","to":"18:00"}],"wednesday":[{"from":"09:00","to":"18:00"}],"thursday":[{"from":"09:00","to":"18:00"}],"friday":[{"from":"09:00","to":"18:00"}]},"closedDays":[],"openDays":{}}',
 now(), 'system');

-- A policy is applied to what is open in batches by id; the cost does not grow with what is closed.
create index ticket_open on ticket (id) where status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD');
