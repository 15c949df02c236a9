-- An event goes on in the trace of what caused it; the publisher works later and in another thread.
alter table outbox add column trace_parent text;
