-- The previous version is serving while a migration runs. One that cannot get its lock at once gives up, the start fails and
-- is tried again, instead of holding up everybody who comes after it in the queue for the table.
set local lock_timeout = '5s';
