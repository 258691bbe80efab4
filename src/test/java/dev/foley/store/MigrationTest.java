package dev.foley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Origin;
import dev.foley.generation.Payer;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database of an earlier version, with rows in each of its states, is taken over by this one. */
class MigrationTest {
  private static final Instant CREATED = Instant.ofEpochMilli(1_795_262_400_000L);
  private static final Instant SINCE = CREATED.plusSeconds(60);
  private static final GenerationId ID = new GenerationId("0PZA40G4JTX0A");

  @TempDir
  Path directory;

  @BeforeEach
  void firstVersion() {
    migrate("1");
  }

  private void migrate(String version) {
    Flyway.configure().dataSource(url(), null, null).locations("classpath:dev/foley/store/migration")
        .table("flyway_schema_history").target(version).load().migrate();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Queued     |
      Submitting |
      Pending    | provider_job_id = 'job:1'
      Completed  | result_url = 'https://cdn.example/a.wav?sig=x'
      Ready      | audio_file = '/spool/a.wav', audio_size_bytes = 9, result_url = 'https://cdn.example/a.wav?sig=x', \
      audio_container = 'WAV', audio_sample_rate = 44100, audio_channel_count = 2, audio_bit_depth = 16, \
      audio_encoding = 'INTEGER', audio_frames = 529200
      Delivered  | message_id = 77
      Failing    | failure_reason = 'OUT_OF_CREDITS'
      Failed     | failure_reason = 'UNDELIVERABLE'
      """)
  void aRowOfTheFirstVersionIsReadAsMusicAndItsOnlyTake(String state, String columns) {
    insert(state);
    if (columns != null) {
      RawSql.execute(url(), "UPDATE generation SET " + columns);
    }

    try (Database database = Database.open(url())) {
      assertThat(store(database).find(ID)).contains(expected(state(state)));
      assertThat(store(database).takes(ID)).hasSize(1);
    }
  }

  @Test
  void whatWasUnderWayGoesOnAndIsCharged() {
    insert("Pending");
    RawSql.execute(url(), "UPDATE generation SET provider_job_id = 'job:1'");

    try (Database database = Database.open(url())) {
      Generation next = Samples.next(store(database).find(ID).orElseThrow(), state("Completed"));
      LedgerEntry charged = new LedgerEntry(ID, ID, LedgerEntry.Kind.CHARGED,
          new Cost(BigDecimal.TEN, CostUnit.AIML_CREDITS), true, new ProviderName("aimlapi"), next.request().model(),
          new Payer(new UserId(2), Optional.of(new GuildId(3)), new ChannelId(1)), CREATED, SINCE);
      assertThat(store(database).replace(next, List.of(charged))).isTrue();
      assertThat(store(database).find(ID)).contains(next);
      assertThat(new SqlLedger(database.jdbi()).entries(ID)).containsExactly(charged);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Queued     |
      Submitting |
      Pending    | provider_job_id = 'job:1'
      Cancelling | provider_job_id = 'job:1', accepted_at = 1795262400000
      Completed  | result_url = 'https://cdn.example/a.wav?sig=x'
      Ready      | audio_file = '/spool/a.wav', audio_size_bytes = 9, result_url = 'https://cdn.example/a.wav?sig=x', \
      audio_container = 'WAV', audio_sample_rate = 44100, audio_channel_count = 2, audio_bit_depth = 16, \
      audio_encoding = 'INTEGER', audio_frames = 529200
      Delivered  | message_id = 77
      Failing    | failure_reason = 'OUT_OF_CREDITS'
      Failed     | failure_reason = 'UNDELIVERABLE'
      """)
  void aRowOfTheSecondVersionHasNeitherLineageNorTiming(String state, String columns) {
    migrate("2");
    insert(state);
    RawSql.execute(url(), "UPDATE generation SET parameters = '{\"SECONDS\":12,\"STEPS\":100}', take_first = id"
        + (columns == null ? "" : ", " + columns));

    try (Database database = Database.open(url())) {
      assertThat(store(database).find(ID)).contains(expected(state(state)));
      assertThat(new SqlHistory(database.jdbi()).ofMember(new UserId(2), Optional.empty(), Optional.empty(), 9))
          .containsExactly(expected(state(state)));
    }
  }

  @Test
  void aRowWithoutAGuildOrACostStaysWithoutThem() {
    insert("Queued");
    RawSql.execute(url(), "UPDATE generation SET guild_id = NULL, cost_credits = NULL, parameters = ''");

    try (Database database = Database.open(url())) {
      Generation found = store(database).find(ID).orElseThrow();
      assertThat(found.origin().guild()).isEmpty();
      assertThat(found.cost()).isEmpty();
      assertThat(found.request().parameters()).isEmpty();
    }
  }

  /** In plain SQL, so that it stays what the first version wrote. */
  private void insert(String state) {
    RawSql.execute(url(), """
        INSERT INTO generation (
          id, version, channel_id, member_id, guild_id, interaction_id, interaction_token, received_at,
          attachment_limit_bytes, locale, model, prompt, parameters, created_at, failures, cost_credits, state, state_since)
        VALUES (
          '0PZA40G4JTX0A', 3, 1, 2, 3, 4, 'token', 1795262400000, 10485760, 'de', 'stable-audio', 'warm piano',
          'SECONDS=12 STEPS=100', 1795262400000, 2, '25200', '%s', 1795262460000)
        """.formatted(state));
  }

  private static Generation expected(GenerationState state) {
    Origin origin = new Origin(new ChannelId(1), new UserId(2), Optional.of(new GuildId(3)), 4, Secret.of("token"),
        CREATED, 10_485_760, Locale.GERMAN, false);
    AudioRequest request = new AudioRequest(new ModelId("stable-audio"), SoundKind.MUSIC, "warm piano",
        Map.of(Parameter.SECONDS, ParameterValue.of(12), Parameter.STEPS, ParameterValue.of(100)));
    return new Generation(ID, 3, origin, request, Takes.single(ID), Optional.empty(), CREATED, 2,
        Optional.of(new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS)), Timing.NONE, state);
  }

  private static GenerationState state(String name) {
    URI result = URI.create("https://cdn.example/a.wav?sig=x");
    return switch (name) {
      case "Queued" -> new GenerationState.Queued(SINCE);
      case "Submitting" -> new GenerationState.Submitting(SINCE);
      case "Pending" -> new GenerationState.Pending(new ProviderJobId("job:1"), SINCE);
      case "Cancelling" -> new GenerationState.Cancelling(new ProviderJobId("job:1"), CREATED, SINCE);
      case "Completed" -> new GenerationState.Completed(result, SINCE);
      case "Ready" -> new GenerationState.Ready(new AudioArtifact(Path.of("/spool/a.wav"), 9,
          new AudioContent.Wav(PcmFormat.CD, 529_200), Optional.of(result)), SINCE);
      case "Delivered" -> new GenerationState.Delivered(77, SINCE);
      case "Failing" -> new GenerationState.Failing(FailureReason.OUT_OF_CREDITS, SINCE);
      case "Failed" -> new GenerationState.Failed(FailureReason.UNDELIVERABLE, SINCE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static SqlGenerationStore store(Database database) {
    return new SqlGenerationStore(database);
  }

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("foley.db");
  }
}
