-- A climb is written anew with every event and level of its ticket. With room left on its page that costs this page
-- alone; without, the entries of all its indexes move with it.
alter table climb set (fillfactor = 80);
