-- What is old goes, a little at a time: found by its age.
create index message_by_age on message (written_at);
create index notice_by_age on notice (happened_at);
create index undeliverable_address_by_age on undeliverable_address (since);

-- What a contact was told, for whoever asks what is kept of him.
create index message_to_contact on message (recipient, position) where party = 'CUSTOMER';

-- An erased person is looked for in everything that concerns his account, also in what our own people were told.
create index message_about_account on message (account) where party <> 'CUSTOMER';
create index notice_about_account on notice (account);
create index ticket_of_account on ticket (account);
