-- A message is delivered later, in another thread and perhaps by another process, and a notice may wait for what it names;
-- both go on in the trace of their event. What was written before, or by the previous version, begins a trace of its own.
alter table notice add column trace_parent text;
alter table message add column trace_parent text;
