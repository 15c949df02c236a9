-- Two years of a desk's work, straight into the tables of the services: tickets :first to :last of it. Statuses, times,
-- lives and reports agree with each other; the hash chain is not computed. A ticket that is still open is at most a
-- fortnight old, as on a desk that keeps up, and its next threshold lies ahead.

create or replace function pg_temp.ticket_id(number bigint) returns text language plpgsql immutable as $$
declare
    damm constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
    interim integer := 0;
    digit text;
begin
    foreach digit in array string_to_array(number::text, null) loop
        interim := substr(damm, interim * 10 + digit::integer + 1, 1)::integer;
    end loop;
    return 'IS-' || number || '-' || interim;
end $$;

create or replace function pg_temp.written(at timestamptz) returns text language sql immutable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create temporary table past on commit drop as
select n, pg_temp.ticket_id(2000000 + n) as id, account, service_number, h,
       case when account = 'GLOBEX' then 'IS-ETH-0101' else 'IS-LOAD-' || lpad(service_number::text, 5, '0') end as service_id,
       created_at, created_at + (600 + h * 37) * interval '1 second' as worked_at,
       created_at + (3600 + h * 171) * interval '1 second' as resolved_at,
       created_at + (3600 + h * 171) * interval '1 second' + interval '72 hours' as closed_at,
       (array['SERVICE_AFFECTING', 'DEGRADATION', 'DEGRADATION', 'NON_SERVICE_AFFECTING'])[h % 4 + 1] as impact,
       (array['HIGH', 'MEDIUM', 'LOW'])[h % 3 + 1] as urgency,
       (array['PANEL', 'PANEL', 'EMAIL', 'PHONE', 'PARTNER'])[h % 5 + 1] as channel,
       case when created_at > now() - interval '50 hours' or created_at > now() - interval '14 days' and h % 10 < 4
            then (array['ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD'])[h % 4 + 1]
            when h % 50 = 7 then 'CANCELLED' when h % 100 = 13 then 'REJECTED'
            when created_at > now() - interval '6 days' then 'RESOLVED' else 'CLOSED' end as status
from (select n, n * 7919 % 1009 as h, n * 104729 % 300 + 1 as service_number,
             case when n % 10 = 0 then 'GLOBEX' else 'ACME' end as account,
             now() - interval '6 hours' - (n * 15485863::bigint % 63072000) * interval '1 second' as created_at
      from generate_series(:first::bigint, :last::bigint) as n) as numbered;

-- The matrix of priorities, as shipped.
alter table past add column priority text;
update past set priority = case
    when impact = 'SERVICE_AFFECTING' then case urgency when 'HIGH' then 'CRITICAL' else 'MAJOR' end
    when impact = 'DEGRADATION' then case urgency when 'HIGH' then 'MAJOR' else 'MINOR' end
    else case urgency when 'HIGH' then 'MINOR' else 'LOW' end end;
analyze past;

insert into ticket.ticket (id, account, service_id, channel, status, priority, impact, urgency, requested_priority,
    priority_matrix_version, sla_policy_version, summary, description, problem_start, fault_nature, circuit_id,
    ip_addresses, external_id, reporter_contact_id, reporter_name, reporter_email, resolution, created_at, resolved_at,
    life, history_head, version)
select id, account, service_id, channel, status, priority, impact, urgency, priority, 1, 1,
    (array['Packet loss towards ', 'No light on the port to ', 'High latency towards ', 'BGP session flaps with ',
           'Slow transfers from '])[h % 5 + 1] || '203.0.113.' || n % 256,
    'Seen since ' || pg_temp.written(created_at - interval '20 minutes') || ' by the monitoring of case-' || n
        || '. A traceroute stops behind hop ' || h % 17 || '; batch-' || n / 1000 || ' of our report.',
    created_at - interval '20 minutes', 'PERMANENT', 'LOAD-C-' || service_number, '{}',
    case when channel = 'PARTNER' then 'PARTNER-' || n end, 'anna', 'Anna Petrova', 'anna@acme.example',
    case when status in ('RESOLVED', 'CLOSED') then 'Fibre spliced.' end, created_at,
    case when status in ('RESOLVED', 'CLOSED') then resolved_at end,
    pg_temp.written(created_at) || ' PRIORITY ' || lower(priority) || E'\n'
        || pg_temp.written(created_at) || ' STATUS acknowledged'
        || case when status in ('ACKNOWLEDGED', 'REJECTED') then '' else E'\n'
            || pg_temp.written(worked_at) || ' SPOKE ' || E'\n'
            || pg_temp.written(worked_at) || ' STATUS inProgress' end
        || case status
            when 'PENDING' then E'\n' || pg_temp.written(worked_at + interval '1 hour') || ' STATUS pending'
            when 'HELD' then E'\n' || pg_temp.written(worked_at + interval '1 hour') || ' STATUS held'
            when 'REJECTED' then E'\n' || pg_temp.written(worked_at) || ' STATUS rejected'
            when 'CANCELLED' then E'\n' || pg_temp.written(resolved_at) || ' STATUS cancelled'
            when 'RESOLVED' then E'\n' || pg_temp.written(resolved_at) || ' STATUS resolved'
            when 'CLOSED' then E'\n' || pg_temp.written(resolved_at) || ' STATUS resolved' || E'\n'
                || pg_temp.written(closed_at) || ' STATUS closed'
            else '' end,
    encode(sha256(id::bytea), 'hex'), 3
from past order by created_at;

insert into ticket.ticket_history (ticket_id, sequence, type, at, actor_id, actor_name, party, channel, policy_version,
    salt, detail, detail_hash, hash)
select id, 1, 'opened', created_at, 'anna@acme.example', 'Anna Petrova', 'customer', lower(channel), 1, md5(id),
    '{"priority":"' || lower(priority) || '"}', md5(id), encode(sha256(id::bytea), 'hex') from past
union all
select id, 2, 'note-added', worked_at, 'agent', 'Alice Agent', 'centre', null, 1, md5(id),
    '{"visibility":"public"}', md5(id), encode(sha256(id::bytea), 'hex') from past where status <> 'ACKNOWLEDGED'
union all
select id, 3, 'resolved', resolved_at, 'agent', 'Alice Agent', 'centre', null, 1, md5(id),
    '{"resolution":"Fibre spliced."}', md5(id), encode(sha256(id::bytea), 'hex') from past
    where status in ('RESOLVED', 'CLOSED');

insert into ticket.note (id, ticket_id, sequence, at, author_id, author_name, party, visibility, text)
select gen_random_uuid(), id, 2, worked_at, 'agent', 'Alice Agent', 'centre', 'PUBLIC', 'We see it and are looking.'
from past where status <> 'ACKNOWLEDGED';

insert into ticket.ticket_milestone (ticket_id, account, service_id, priority, created_at, acknowledged_ms, response_met,
    restored_ms, repair_met)
select id, account, service_id, priority, created_at, (600 + h * 37) * 1000, h % 5 > 0, (3600 + h * 171) * 1000, h % 7 > 0
from past where status in ('RESOLVED', 'CLOSED');

insert into ticket.timer (kind, key, due_at)
select 'ticket-clock', id, now() + interval '1 day' + h * interval '1 minute' from past
where status in ('ACKNOWLEDGED', 'IN_PROGRESS', 'PENDING', 'HELD');

-- As many again that all climb, because the cost of climbing must not depend on how many do: low priority, whose first
-- level comes after 24 hours, opened within the last quarter of an hour.
insert into escalation.climb (ticket_id, account, service_id, status, priority, created_at, cycle, accrued_millis,
    running_since, ticket_sequence, as_of, matrix_id, level, asked, version, zone)
select pg_temp.ticket_id(3000000 + n), account, service_id, 'acknowledged', 'LOW', opened, 1, 0, opened, 1, opened,
    (select id from escalation.matrix where template = 'default' order by version desc limit 1), 0, 0, 0, 'Europe/Sofia'
from (select n, account, service_id, now() - h % 900 * interval '1 second' as opened from past) as climbing;

insert into escalation.timer (kind, key, due_at)
select 'climb', ticket_id, running_since + interval '24 hours' from escalation.climb
where ticket_id in (select pg_temp.ticket_id(3000000 + n) from past);

insert into escalation.ticket_news (ticket_id, sequence, at, status, priority, cycle, accrued_millis, running_since)
select id, 1, created_at, 'acknowledged', priority, 1, 0, created_at from past;

insert into rfo.outage (ticket_id, account, service_id, status, highest_priority, impact, summary, channel, circuit_id,
    reporter_contact, problem_start, created_at, resolved_at, resolution, cycle, sequence, as_of)
select id, account, service_id, case status when 'IN_PROGRESS' then 'inProgress' else lower(status) end, lower(priority),
    replace(lower(impact), '_', '-'), 'Packet loss', lower(channel), 'LOAD-C-' || service_number, 'anna',
    created_at - interval '20 minutes', created_at, case when status in ('RESOLVED', 'CLOSED') then resolved_at end,
    case when status in ('RESOLVED', 'CLOSED') then 'Fibre spliced.' end, 1, 3, resolved_at from past;

insert into rfo.incident (ticket_id, service_id, circuit_id, site, node, upstream, created_at, placed, counted, sequence)
select id, service_id, 'LOAD-C-' || service_number, 'LOAD-SITE-' || service_number, 'load-pe-' || service_number,
    'load-transit-' || service_number, created_at, true, status not in ('CANCELLED', 'REJECTED'), 3 from past;

-- Totals up to the end of each day, over all that is there now.
delete from rfo.fault_day;
insert into rfo.fault_day (subject_kind, subject, day, total)
select kind, subject, day, sum(count(*)) over (partition by kind, subject order by day)
from rfo.incident,
     lateral (values ('service', service_id), ('circuit', circuit_id)) as subjects(kind, subject),
     lateral (select (created_at at time zone 'UTC')::date as day) as days
where counted and subject is not null group by kind, subject, day;

insert into rfo.impact_step (event_id, ticket_id, sequence, at, status, impact)
select md5(id), id, 1, created_at, 'acknowledged', replace(lower(impact), '_', '-') from past;

insert into rfo.timeline_row (event_id, ticket_id, at, sequence, source, text)
select md5(id), id, created_at, 1, 'TICKET', 'The ticket was opened.' from past;

insert into rfo.inbox (consumer, event_id, received_at)
select 'rfo', md5(id), created_at + interval '1 second' from past;
