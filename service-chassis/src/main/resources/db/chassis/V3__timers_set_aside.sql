-- Timers set aside wait for a person, so they are counted at each scrape: the few there are, not the many armed.
create index timer_set_aside on timer (kind) where set_aside_at is not null;
