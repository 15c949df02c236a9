-- An erased person is looked for in the histories of his account.
create index climb_of_account on climb (account);
