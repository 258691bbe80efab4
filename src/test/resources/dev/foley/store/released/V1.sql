-- What Foley left in its tables when V1 was the newest migration: never changed, as the migration is not. A time that a database keeps in
-- its own way is {time}.

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since)
VALUES (
  '0PZA40G4JTX0A', 3, 1, 2, NULL, 40, 'token-0', 1795262400000, 10485760, 'de', 'stable-audio',
  'warm piano, it''s late', 'SECONDS=12 STEPS=100', 1795262400000, 2, NULL, 'Queued', 1795262460000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since)
VALUES (
  '0PZA40G4JTX0B', 3, 1, 2, 3, 41, 'token-1', 1795262400001, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400001, 2, '25200', 'Submitting', 1795262460000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, provider_job_id)
VALUES (
  '0PZA40G4JTX0C', 3, 1, 2, 3, 42, 'token-2', 1795262400002, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400002, 2, '25200', 'Pending', 1795262460000, 'job:1');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, result_url)
VALUES (
  '0PZA40G4JTX0D', 3, 1, 2, 3, 43, 'token-3', 1795262400003, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400003, 2, '25200', 'Completed', 1795262460000, 'https://cdn.example/a.wav?sig=x');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, audio_file,
  audio_size_bytes, result_url, audio_container, audio_sample_rate, audio_channel_count, audio_bit_depth,
  audio_encoding, audio_frames)
VALUES (
  '0PZA40G4JTX0E', 3, 1, 2, 3, 44, 'token-4', 1795262400004, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400004, 2, '25200', 'Ready', 1795262460000, '/data/spool/0PZA40G4JTX0E.wav', 2116844,
  'https://cdn.example/a.wav?sig=x', 'WAV', 44100, 2, 16, 'INTEGER', 529200);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, message_id)
VALUES (
  '0PZA40G4JTX0F', 3, 1, 2, 3, 45, 'token-5', 1795262400005, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400005, 2, '25200', 'Delivered', 1795262460000, 77);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, failure_reason)
VALUES (
  '0PZA40G4JTX0G', 3, 1, 2, 3, 46, 'token-6', 1795262400006, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400006, 2, '25200', 'Failing', 1795262460000, 'OUT_OF_CREDITS');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, failure_reason)
VALUES (
  '0PZA40G4JTX0H', 3, 1, 2, 3, 47, 'token-7', 1795262400007, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  'SECONDS=12 STEPS=100', 1795262400007, 2, '25200', 'Failed', 1795262460000, 'UNDELIVERABLE');

INSERT INTO scheduled_tasks (
  task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, consecutive_failures, version)
VALUES ('generation', '0PZA40G4JTX0A', {time}, FALSE, NULL, NULL, 0, 1);

INSERT INTO scheduled_tasks (
  task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, consecutive_failures, version)
VALUES ('generation', '0PZA40G4JTX0C', {time}, TRUE, 'foley-17', {time}, 0, 2);
