-- Written once, never changed: what comes later gets a number of its own. SQLite and PostgreSQL both take this text.
-- Times are milliseconds since 1970, which is what Discord's ids carry, and which no driver's time zone can shift.

CREATE TABLE generation (
  id                     VARCHAR(13)  NOT NULL PRIMARY KEY,
  version                BIGINT       NOT NULL,
  channel_id             BIGINT       NOT NULL,
  member_id              BIGINT       NOT NULL,
  guild_id               BIGINT,                -- null in direct messages
  interaction_id         BIGINT       NOT NULL,
  interaction_token      TEXT         NOT NULL, -- in the clear: the answer goes through it after a restart
  received_at            BIGINT       NOT NULL,
  attachment_limit_bytes BIGINT       NOT NULL,
  locale                 VARCHAR(35)  NOT NULL, -- a BCP 47 tag
  model                  VARCHAR(100) NOT NULL,
  prompt                 TEXT         NOT NULL,
  parameters             TEXT         NOT NULL, -- such as SECONDS=12 STEPS=100
  created_at             BIGINT       NOT NULL,
  failures               INTEGER      NOT NULL,
  cost_credits           VARCHAR(50),           -- decimal text: SQLite would make a floating-point number of it

  -- The state, and what is true in it; the columns of other states are null.
  state                  VARCHAR(20)  NOT NULL,
  state_since            BIGINT       NOT NULL,
  provider_job_id        VARCHAR(512),
  result_url             TEXT,
  audio_file             TEXT,
  audio_size_bytes       BIGINT,
  audio_container        VARCHAR(10),
  audio_sample_rate      INTEGER,
  audio_channel_count    INTEGER,
  audio_bit_depth        INTEGER,
  audio_encoding         VARCHAR(10),
  audio_frames           BIGINT,
  message_id             BIGINT,
  failure_reason         VARCHAR(50)
);

-- What a channel still waits for; also the bounds of the repair. It holds unfinished rows only, however many have ended.
CREATE INDEX generation_unfinished ON generation (channel_id, id) WHERE state NOT IN ('Delivered', 'Failed');

-- db-scheduler's table as its 16.12 documents it; without the index for priorities, which are not used.
CREATE TABLE scheduled_tasks (
  task_name            VARCHAR(100)             NOT NULL,
  task_instance        VARCHAR(100)             NOT NULL,
  task_data            BYTEA,
  execution_time       TIMESTAMP WITH TIME ZONE,
  picked               BOOLEAN                  NOT NULL,
  picked_by            VARCHAR(50),
  last_success         TIMESTAMP WITH TIME ZONE,
  last_failure         TIMESTAMP WITH TIME ZONE,
  consecutive_failures INTEGER,
  last_heartbeat       TIMESTAMP WITH TIME ZONE,
  version              BIGINT                   NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

-- The claim: what is due and not picked, by time, ten times a second.
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
-- The search for executions whose process has died.
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
