-- A published RFO may turn out to be wrong or incomplete. It is not changed: it is revised, as a new RFO of the same number
-- and the next edition, which takes the old one's place when it is published. Until now every RFO was the first edition,
-- and the running version goes on writing those.
alter table rfo add column edition integer not null default 1;
alter table rfo add column supersedes uuid references rfo;
alter table rfo add column superseded_by uuid references rfo;
create unique index rfo_number_edition on rfo (number, edition);
drop index rfo_number_unique;
-- A document's version is the edition that it was printed from.
comment on column rfo_document.version is 'edition of the RFO';

-- What a person wrote in a section, each time, so that earlier texts can be read. Null in rows from before this.
alter table rfo_change add column written text;

-- An outage that several customers shared must not tell one of them of another: the names to look for. Contacts are
-- still erased by overwriting.
alter table service_contact add column name text;
alter table service add column circuits text[] not null default '{}';
create index service_of_account on service (account);
create index service_by_circuit on service using gin (circuits);
create index service_contact_by_email on service_contact (lower(email));

-- The ticket of the wider fault that a ticket was found to be part of; null = none is known.
alter table outage add column parent_ticket text;
create index outage_of_parent on outage (parent_ticket) where parent_ticket is not null;
