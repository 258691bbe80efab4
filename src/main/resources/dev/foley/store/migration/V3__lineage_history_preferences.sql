-- Out of what a generation was made, when its service had it, where its message stands, and how loud it is; requests that wait for
-- their member's yes; and what the managers of servers have set.

ALTER TABLE generation ADD COLUMN parent_id          VARCHAR(13);
ALTER TABLE generation ADD COLUMN lineage            VARCHAR(10); -- AGAIN, EDIT, LONGER or REMIX
ALTER TABLE generation ADD COLUMN submitted_at       BIGINT;
ALTER TABLE generation ADD COLUMN answered_at        BIGINT;
ALTER TABLE generation ADD COLUMN direct_channel_id  BIGINT;      -- null where the message stands where the member asked
ALTER TABLE generation ADD COLUMN audio_peak_dbfs    VARCHAR(30); -- as Java writes a double; null for what was not decoded
ALTER TABLE generation ADD COLUMN audio_rms_dbfs     VARCHAR(30);
ALTER TABLE generation ADD COLUMN audio_clipped_runs BIGINT;

-- A member's generations, newest first.
CREATE INDEX generation_member ON generation (member_id, id);
-- What a member has under way.
CREATE INDEX generation_member_unfinished ON generation (member_id) WHERE state NOT IN ('Delivered', 'Failed');
-- What was made out of a request.
CREATE INDEX generation_parent ON generation (parent_id, id) WHERE parent_id IS NOT NULL;
-- How long a model's latest sounds took.
CREATE INDEX generation_timed ON generation (model, answered_at) WHERE answered_at IS NOT NULL;

CREATE TABLE draft (
  id                     VARCHAR(13)  NOT NULL PRIMARY KEY,
  created_at             BIGINT       NOT NULL,
  channel_id             BIGINT       NOT NULL,
  member_id              BIGINT       NOT NULL,
  guild_id               BIGINT,                -- null in direct messages
  interaction_id         BIGINT       NOT NULL,
  interaction_token      TEXT         NOT NULL,
  received_at            BIGINT       NOT NULL,
  attachment_limit_bytes BIGINT       NOT NULL,
  locale                 VARCHAR(35)  NOT NULL,
  is_private             BOOLEAN      NOT NULL,
  kind                   VARCHAR(10)  NOT NULL,
  model                  VARCHAR(100) NOT NULL,
  prompt                 TEXT         NOT NULL,
  parameters             TEXT         NOT NULL,
  take_count             INTEGER      NOT NULL,
  parent_id              VARCHAR(13),
  lineage                VARCHAR(10)
);

-- Those that nobody took up.
CREATE INDEX draft_created ON draft (created_at);
CREATE INDEX draft_member ON draft (member_id);

CREATE TABLE preference (
  guild_id   BIGINT       NOT NULL,
  channel_id BIGINT       NOT NULL, -- 0 for the whole server
  name       VARCHAR(40)  NOT NULL,
  value      TEXT         NOT NULL,
  PRIMARY KEY (guild_id, channel_id, name)
);
