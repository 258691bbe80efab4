-- What was seen of a job on its way, from which it is learned when to ask about the next ones; milliseconds since submitted_at. Null for
-- what was not asked about, or ended before this was kept.

ALTER TABLE generation ADD COLUMN asks               INTEGER; -- that found it unfinished
ALTER TABLE generation ADD COLUMN unfinished_millis  BIGINT;  -- last seen unfinished
ALTER TABLE generation ADD COLUMN queued_millis      BIGINT;  -- last seen waiting in the service's queue; 0 if never
ALTER TABLE generation ADD COLUMN generating_millis  BIGINT;  -- first seen being made
ALTER TABLE generation ADD COLUMN queue_place        INTEGER; -- the first place in that queue that was told
ALTER TABLE generation ADD COLUMN queue_place_millis BIGINT;
