-- Requests for sounds and speech beside music, several takes of one request, private answers, costs in several units, and
-- cancelling. What is there already is music, and its own only take.

ALTER TABLE generation ADD COLUMN kind        VARCHAR(10) NOT NULL DEFAULT 'MUSIC';
ALTER TABLE generation ADD COLUMN take_first  VARCHAR(13) NOT NULL DEFAULT '';
ALTER TABLE generation ADD COLUMN take_number INTEGER     NOT NULL DEFAULT 1;
ALTER TABLE generation ADD COLUMN take_count  INTEGER     NOT NULL DEFAULT 1;
ALTER TABLE generation ADD COLUMN is_private  BOOLEAN     NOT NULL DEFAULT FALSE;
ALTER TABLE generation ADD COLUMN cost_unit   VARCHAR(20) NOT NULL DEFAULT 'AIML_CREDITS';
ALTER TABLE generation ADD COLUMN accepted_at BIGINT;      -- of a job that is being cancelled

UPDATE generation SET take_first = id;

-- The other takes of a request, when one of them has come to its end.
CREATE INDEX generation_takes ON generation (take_first) WHERE take_count > 1;
