-- What Foley left in its tables when V3 was the newest migration: never changed, as the migration is not. A time that a database keeps in
-- its own way is {time}.

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit)
VALUES (
  '0PZA40G4JTX0A', 3, 1, 2, NULL, 40, 'token-0', 1795262400000, 10485760, 'de', 'stable-audio',
  'warm piano, it''s late', '{"SECONDS":12,"STEPS":100}', 1795262400000, 2, NULL, 'Queued', 1795262460000, 'SOUND',
  '0PZA40G4JTX0A', 1, 1, FALSE, 'AIML_CREDITS');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit)
VALUES (
  '0PZA40G4JTX0B', 3, 1, 2, 3, 41, 'token-1', 1795262400001, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400001, 2, '25200', 'Submitting', 1795262460000, 'MUSIC', '0PZA40G4JTX0B', 1, 1,
  FALSE, 'AIML_CREDITS');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, provider_job_id, submitted_at)
VALUES (
  '0PZA40G4JTX0C', 3, 1, 2, 3, 42, 'token-2', 1795262400002, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400002, 2, '25200', 'Pending', 1795262460000, 'SOUND', '0PZA40G4JTX0C', 1, 1,
  TRUE, 'AIML_CREDITS', 'job:1', 1795262401000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, provider_job_id, accepted_at)
VALUES (
  '0PZA40G4JTX0D', 3, 1, 2, 3, 43, 'token-3', 1795262400003, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400003, 2, '25200', 'Cancelling', 1795262460000, 'MUSIC', '0PZA40G4JTX0D', 1, 1,
  FALSE, 'AIML_CREDITS', 'job:2', 1795262402000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, result_url)
VALUES (
  '0PZA40G4JTX0E', 3, 1, 2, 3, 44, 'token-4', 1795262400004, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400004, 2, '25200', 'Completed', 1795262460000, 'MUSIC', '0PZA40G4JTX0E', 1, 2,
  FALSE, 'AIML_CREDITS', 'https://cdn.example/a.wav?sig=x');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, audio_file, audio_size_bytes, result_url, audio_container,
  audio_sample_rate, audio_channel_count, audio_bit_depth, audio_encoding, audio_frames, audio_peak_dbfs,
  audio_rms_dbfs, audio_clipped_runs, submitted_at, answered_at)
VALUES (
  '0PZA40G4JTX0F', 3, 1, 2, 3, 45, 'token-5', 1795262400005, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400005, 2, '25200', 'Ready', 1795262460000, 'MUSIC', '0PZA40G4JTX0E', 2, 2,
  FALSE, 'AIML_CREDITS', '/data/spool/0PZA40G4JTX0E.wav', 2116844, 'https://cdn.example/a.wav?sig=x', 'WAV', 44100, 2,
  16, 'INTEGER', 529200, '-1.5', '-18.25', 0, 1795262401000, 1795262450000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, message_id, parent_id, lineage, direct_channel_id, submitted_at,
  answered_at, audio_file, audio_size_bytes, audio_container, audio_millis)
VALUES (
  '0PZA40G4JTX0G', 3, 1, 2, 3, 46, 'token-6', 1795262400006, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400006, 2, '25200', 'Delivered', 1795262460000, 'SOUND', '0PZA40G4JTX0G', 1, 1,
  FALSE, 'AIML_CREDITS', 77, '0PZA40G4JTX0A', 'AGAIN', 9, 1795262401000, 1795262450000,
  '/data/spool/0PZA40G4JTX0G.mp3', 192000, 'MP3', 12000);

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, failure_reason)
VALUES (
  '0PZA40G4JTX0H', 3, 1, 2, 3, 47, 'token-7', 1795262400007, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400007, 2, '25200', 'Failing', 1795262460000, 'MUSIC', '0PZA40G4JTX0H', 1, 1,
  FALSE, 'AIML_CREDITS', 'OUT_OF_CREDITS');

INSERT INTO generation (
  id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes,
  locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since, kind, take_first,
  take_number, take_count, is_private, cost_unit, failure_reason)
VALUES (
  '0PZA40G4JTX0J', 3, 1, 2, 3, 48, 'token-8', 1795262400008, 10485760, 'de', 'stable-audio', 'warm piano, it''s late',
  '{"SECONDS":12,"STEPS":100}', 1795262400008, 2, '25200', 'Failed', 1795262460000, 'SOUND', '0PZA40G4JTX0J', 1, 1,
  FALSE, 'AIML_CREDITS', 'UNDELIVERABLE');

INSERT INTO scheduled_tasks (
  task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, consecutive_failures, version)
VALUES ('generation', '0PZA40G4JTX0A', {time}, FALSE, NULL, NULL, 0, 1);

INSERT INTO scheduled_tasks (
  task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, consecutive_failures, version)
VALUES ('generation', '0PZA40G4JTX0C', {time}, TRUE, 'foley-17', {time}, 0, 2);

INSERT INTO ledger (
  generation_id, kind, request_id, requested_at, written_at, amount, unit, reported, provider, model, member_id, guild_id, channel_id)
VALUES ('0PZA40G4JTX0C', 'RESERVED', '0PZA40G4JTX0C', 1795262400000, 1795262400000, '25200', 'AIML_CREDITS', FALSE, 'aimlapi',
  'stable-audio', 2, 3, 1);

INSERT INTO ledger (
  generation_id, kind, request_id, requested_at, written_at, amount, unit, reported, provider, model, member_id, guild_id, channel_id)
VALUES ('0PZA40G4JTX0C', 'CHARGED', '0PZA40G4JTX0C', 1795262400000, 1795262460000, '25200.5', 'AIML_CREDITS', TRUE, 'aimlapi',
  'stable-audio', 2, NULL, 1);

INSERT INTO draft (
  id, created_at, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at, attachment_limit_bytes, locale,
  is_private, kind, model, prompt, parameters, take_count, parent_id, lineage)
VALUES ('0PZA40G4JTX0Z', 1795262400000, 1, 2, 3, 99, 'token-99', 1795262400000, 10485760, 'fr', TRUE, 'MUSIC', 'stable-audio',
  'a long one', '{"SECONDS":180}', 4, '0PZA40G4JTX0A', 'EDIT');

INSERT INTO preference (guild_id, channel_id, name, value) VALUES (3, 0, 'language', 'ja');

INSERT INTO preference (guild_id, channel_id, name, value) VALUES (3, 1, 'model.music', 'stable-audio');
