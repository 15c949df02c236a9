-- State guarded by the sequence, and effects that hang on the event's id.
create table thing (
    id       text primary key,
    state    text   not null,
    sequence bigint not null
);
create table effect (
    thing_id text not null,
    said     text not null
);
-- How long a migration waits for a lock, as this one saw it.
create table lock_patience as select current_setting('lock_timeout') as said;
-- A test switches these on to break one write at a time.
create table sabotage (what text primary key);
create function break_write() returns trigger language plpgsql as $$
begin
    if exists (select from sabotage where what = tg_argv[0]) then
        raise exception 'sabotaged: %', tg_argv[0];
    end if;
    return new;
end $$;
create constraint trigger break_commit after insert or update on thing
    deferrable initially deferred for each row execute function break_write('commit');
create trigger break_effect before insert on effect for each row execute function break_write('effect');
