-- An erased person is looked for in everything that was said about the outages of his account.
create index outage_of_account on outage (account);
