-- Requests for sounds and speech beside music, several takes of one request, private answers, costs in several units, and
-- cancelling; and what all of it costs. What is there already is music, and its own only take.

ALTER TABLE generation ADD COLUMN kind        VARCHAR(10) NOT NULL DEFAULT 'MUSIC';
ALTER TABLE generation ADD COLUMN take_first  VARCHAR(13) NOT NULL DEFAULT '';
ALTER TABLE generation ADD COLUMN take_number INTEGER     NOT NULL DEFAULT 1;
ALTER TABLE generation ADD COLUMN take_count  INTEGER     NOT NULL DEFAULT 1;
ALTER TABLE generation ADD COLUMN is_private  BOOLEAN     NOT NULL DEFAULT FALSE;
ALTER TABLE generation ADD COLUMN cost_unit   VARCHAR(20) NOT NULL DEFAULT 'AIML_CREDITS';
ALTER TABLE generation ADD COLUMN audio_millis BIGINT;     -- of a compressed sound; of a WAV it follows from the frames
ALTER TABLE generation ADD COLUMN accepted_at BIGINT;      -- of a job that is being cancelled

UPDATE generation SET take_first = id;

-- The other takes of a request, when one of them has come to its end.
CREATE INDEX generation_takes ON generation (take_first) WHERE take_count > 1;

-- What generations cost: one line of each kind for a generation at most, written with the change of state that caused it.
CREATE TABLE ledger (
  generation_id VARCHAR(13)  NOT NULL,
  kind          VARCHAR(10)  NOT NULL, -- RESERVED, CHARGED, RELEASED or UNCERTAIN
  request_id    VARCHAR(13)  NOT NULL, -- the first take
  requested_at  BIGINT       NOT NULL, -- to this time all lines of a generation count
  written_at    BIGINT       NOT NULL,
  amount        VARCHAR(50)  NOT NULL, -- decimal text, as in generation
  unit          VARCHAR(20)  NOT NULL,
  reported      BOOLEAN      NOT NULL, -- by the service; else it is the estimate
  provider      VARCHAR(32)  NOT NULL,
  model         VARCHAR(100) NOT NULL,
  member_id     BIGINT       NOT NULL,
  guild_id      BIGINT,                -- null in direct messages
  channel_id    BIGINT       NOT NULL,
  PRIMARY KEY (generation_id, kind)
);

-- What a member, or a guild, spent in a period.
CREATE INDEX ledger_member ON ledger (member_id, requested_at);
CREATE INDEX ledger_guild ON ledger (guild_id, requested_at) WHERE guild_id IS NOT NULL;
