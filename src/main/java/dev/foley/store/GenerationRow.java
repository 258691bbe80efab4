package dev.foley.store;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Draft;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import dev.foley.generation.Lineage;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelId;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A generation as the columns of its row, and back. Reading goes through the records' constructors, so that whatever holds in
 * memory holds for what comes from the disk as well.
 */
final class GenerationRow {
  private static final List<String> STATE_COLUMNS = List.of("provider_job_id", "audio_file", "audio_size_bytes",
      "accepted_at", "result_url", "audio_container", "audio_sample_rate", "audio_channel_count", "audio_bit_depth",
      "audio_encoding", "audio_frames", "audio_millis", "audio_peak_dbfs", "audio_rms_dbfs", "audio_clipped_runs",
      "message_id", "direct_channel_id", "failure_reason");

  private GenerationRow() {}

  /** Column name to value, every column. */
  static Map<String, @Nullable Object> columns(Generation generation) {
    Map<String, @Nullable Object> row = changing(generation);
    row.put("created_at", generation.createdAt().toEpochMilli());
    putOrigin(row, generation.origin());
    putLineage(row, generation.lineage());
    row.put("take_first", generation.takes().first().value());
    row.put("take_number", generation.takes().number());
    row.put("take_count", generation.takes().count());
    putRequest(row, generation.request());
    return row;
  }

  /** Those that say which row it is, and those that differ from one version to the next. */
  static Map<String, @Nullable Object> changing(Generation generation) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", generation.id().value());
    row.put("version", generation.version());
    row.put("failures", generation.failures());
    row.put("cost_credits", generation.cost().map(cost -> cost.amount().toString()).orElse(null));
    row.put("cost_unit", generation.cost().map(Cost::unit).orElse(CostUnit.AIML_CREDITS).name());
    row.put("submitted_at", generation.timing().submittedAt().map(Instant::toEpochMilli).orElse(null));
    row.put("answered_at", generation.timing().answeredAt().map(Instant::toEpochMilli).orElse(null));
    SightingRow.put(row, generation.timing().seen());
    putState(row, generation.state());
    return row;
  }

  /**
   * @throws StoreException naming the generation, if the row does not make one
   */
  static Generation read(ResultSet row) throws SQLException {
    String id = text(row, "id");
    try {
      AudioRequest request = request(row);
      CostUnit unit = CostUnit.valueOf(text(row, "cost_unit"));
      Optional<Cost> cost = Optional.ofNullable(row.getString("cost_credits"))
          .map(amount -> new Cost(new BigDecimal(amount), unit));
      Takes takes = new Takes(new GenerationId(text(row, "take_first")), Math.toIntExact(number(row, "take_number")),
          Math.toIntExact(number(row, "take_count")));
      Timing timing = new Timing(optionalTime(row, "submitted_at"), optionalTime(row, "answered_at"),
          SightingRow.read(row));
      return new Generation(new GenerationId(id), number(row, "version"), origin(row), request, takes, lineage(row),
          time(row, "created_at"), Math.toIntExact(number(row, "failures")), cost, timing, state(row));
    } catch (RuntimeException e) {
      throw new StoreException("The row of generation " + id + " cannot be read", e);
    }
  }

  /** Column name to value, every column of a draft. */
  static Map<String, @Nullable Object> columns(Draft draft) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", draft.id().value());
    row.put("created_at", draft.createdAt().toEpochMilli());
    row.put("take_count", draft.order().takes());
    putOrigin(row, draft.order().origin());
    putRequest(row, draft.order().request());
    putLineage(row, draft.order().lineage());
    return row;
  }

  /** @throws StoreException naming the draft, if the row does not make one */
  static Draft readDraft(ResultSet row) throws SQLException {
    String id = text(row, "id");
    try {
      Order order = new Order(origin(row), request(row), Math.toIntExact(number(row, "take_count")), lineage(row));
      return new Draft(new GenerationId(id), order, time(row, "created_at"));
    } catch (RuntimeException e) {
      throw new StoreException("The row of draft " + id + " cannot be read", e);
    }
  }

  private static void putLineage(Map<String, @Nullable Object> row, Optional<Lineage> lineage) {
    row.put("parent_id", lineage.map(known -> known.parent().value()).orElse(null));
    row.put("lineage", lineage.map(known -> known.kind().name()).orElse(null));
  }

  private static void putRequest(Map<String, @Nullable Object> row, AudioRequest request) {
    row.put("kind", request.kind().name());
    row.put("model", request.model().value());
    row.put("prompt", request.prompt());
    row.put("parameters", ParameterText.write(request.parameters()));
  }

  private static AudioRequest request(ResultSet row) throws SQLException {
    return new AudioRequest(new ModelId(text(row, "model")), SoundKind.valueOf(text(row, "kind")),
        text(row, "prompt"), ParameterText.read(text(row, "parameters")));
  }

  private static void putOrigin(Map<String, @Nullable Object> row, Origin origin) {
    row.put("channel_id", origin.channel().value());
    row.put("member_id", origin.member().value());
    row.put("guild_id", origin.guild().map(GuildId::value).orElse(null));
    row.put("interaction_id", origin.interactionId());
    row.put("interaction_token", origin.interactionToken().reveal());
    row.put("received_at", origin.receivedAt().toEpochMilli());
    row.put("attachment_limit_bytes", origin.attachmentLimitBytes());
    row.put("locale", origin.locale().toLanguageTag());
    row.put("is_private", origin.isPrivate());
  }

  private static Origin origin(ResultSet row) throws SQLException {
    long guild = row.getLong("guild_id");
    Optional<GuildId> guildId = row.wasNull() ? Optional.empty() : Optional.of(new GuildId(guild));
    return new Origin(new ChannelId(number(row, "channel_id")), new UserId(number(row, "member_id")), guildId,
        number(row, "interaction_id"), Secret.of(text(row, "interaction_token")), time(row, "received_at"),
        number(row, "attachment_limit_bytes"), Locale.forLanguageTag(text(row, "locale")),
        row.getBoolean("is_private"));
  }

  private static void putState(Map<String, @Nullable Object> row, GenerationState state) {
    STATE_COLUMNS.forEach(column -> row.put(column, null));
    row.put("state", state.name());
    Instant since = switch (state) {
      case GenerationState.Queued queued -> queued.since();
      case GenerationState.Submitting submitting -> submitting.since();
      case GenerationState.Pending(ProviderJobId jobId, Instant acceptedAt) -> {
        row.put("provider_job_id", jobId.value());
        yield acceptedAt;
      }
      case GenerationState.Cancelling(ProviderJobId jobId, Instant acceptedAt, Instant cancellingSince) -> {
        row.put("provider_job_id", jobId.value());
        row.put("accepted_at", acceptedAt.toEpochMilli());
        yield cancellingSince;
      }
      case GenerationState.Completed(URI result, Instant completedSince) -> {
        row.put("result_url", result.toString());
        yield completedSince;
      }
      case GenerationState.Ready(AudioArtifact audio, Instant readySince) -> {
        putAudio(row, audio);
        yield readySince;
      }
      case GenerationState.Delivered(long messageId, var direct, var audio, Instant at) -> {
        row.put("message_id", messageId);
        row.put("direct_channel_id", direct.map(ChannelId::value).orElse(null));
        audio.ifPresent(known -> putAudio(row, known));
        yield at;
      }
      case GenerationState.Failing(FailureReason reason, Instant failingSince) -> {
        row.put("failure_reason", reason.name());
        yield failingSince;
      }
      case GenerationState.Failed(FailureReason reason, Instant at) -> {
        row.put("failure_reason", reason.name());
        yield at;
      }
    };
    row.put("state_since", since.toEpochMilli());
  }

  private static GenerationState state(ResultSet row) throws SQLException {
    Instant since = time(row, "state_since");
    String name = text(row, "state");
    return switch (name) {
      case "Queued" -> new GenerationState.Queued(since);
      case "Submitting" -> new GenerationState.Submitting(since);
      case "Pending" -> new GenerationState.Pending(new ProviderJobId(text(row, "provider_job_id")), since);
      case "Cancelling" -> new GenerationState.Cancelling(new ProviderJobId(text(row, "provider_job_id")),
          time(row, "accepted_at"), since);
      case "Completed" -> new GenerationState.Completed(address(text(row, "result_url")), since);
      case "Ready" -> new GenerationState.Ready(audio(row), since);
      case "Delivered" -> new GenerationState.Delivered(number(row, "message_id"),
          optionalNumber(row, "direct_channel_id").map(ChannelId::new),
          row.getString("audio_file") == null ? Optional.empty() : Optional.of(audio(row)), since);
      case "Failing" -> new GenerationState.Failing(FailureReason.valueOf(text(row, "failure_reason")), since);
      case "Failed" -> new GenerationState.Failed(FailureReason.valueOf(text(row, "failure_reason")), since);
      default -> throw new IllegalArgumentException("unknown state " + name);
    };
  }

  private static void putAudio(Map<String, @Nullable Object> row, AudioArtifact audio) {
    row.put("audio_file", audio.file().toString());
    row.put("audio_size_bytes", audio.sizeBytes());
    row.put("result_url", audio.source().map(URI::toString).orElse(null));
    row.put("audio_container", audio.content().container().name());
    audio.measurement().ifPresent(measured -> {
      row.put("audio_peak_dbfs", Double.toString(measured.peakDbfs()));
      row.put("audio_rms_dbfs", Double.toString(measured.rmsDbfs()));
      row.put("audio_clipped_runs", measured.clippedRuns());
    });
    switch (audio.content()) {
      case AudioContent.Wav(PcmFormat format, long frames) -> {
        row.put("audio_sample_rate", format.sampleRate());
        row.put("audio_channel_count", format.channelCount());
        row.put("audio_bit_depth", format.bitDepth());
        row.put("audio_encoding", format.encoding().name());
        row.put("audio_frames", frames);
      }
      case AudioContent.Compressed(_, Optional<Duration> duration) ->
        row.put("audio_millis", duration.map(Duration::toMillis).orElse(null));
    }
  }

  private static AudioArtifact audio(ResultSet row) throws SQLException {
    AudioContainer container = AudioContainer.valueOf(text(row, "audio_container"));
    AudioContent content = switch (container) {
      case WAV -> new AudioContent.Wav(new PcmFormat(Math.toIntExact(number(row, "audio_sample_rate")),
          Math.toIntExact(number(row, "audio_channel_count")), Math.toIntExact(number(row, "audio_bit_depth")),
          PcmFormat.Encoding.valueOf(text(row, "audio_encoding"))), number(row, "audio_frames"));
      case MP3, OGG, FLAC -> new AudioContent.Compressed(container, duration(row));
    };
    return new AudioArtifact(Path.of(text(row, "audio_file")), number(row, "audio_size_bytes"), content,
        measurement(row), Optional.ofNullable(row.getString("result_url")).map(GenerationRow::address));
  }

  private static Optional<Duration> duration(ResultSet row) throws SQLException {
    return optionalNumber(row, "audio_millis").map(Duration::ofMillis);
  }

  private static Optional<AudioMeasurement> measurement(ResultSet row) throws SQLException {
    return row.getString("audio_peak_dbfs") == null
        ? Optional.empty()
        : Optional.of(new AudioMeasurement(Double.parseDouble(text(row, "audio_peak_dbfs")),
            Double.parseDouble(text(row, "audio_rms_dbfs")), number(row, "audio_clipped_runs")));
  }

  private static Optional<Lineage> lineage(ResultSet row) throws SQLException {
    return row.getString("parent_id") == null
        ? Optional.empty()
        : Optional
            .of(new Lineage(new GenerationId(text(row, "parent_id")), Lineage.Kind.valueOf(text(row, "lineage"))));
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException("result_url is not an address"); // which may be signed, so it is not shown
    }
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    if (value == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return value;
  }

  private static long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    if (row.wasNull()) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return value;
  }

  private static Optional<Long> optionalNumber(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<Instant> optionalTime(ResultSet row, String column) throws SQLException {
    return optionalNumber(row, column).map(Instant::ofEpochMilli);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(number(row, column));
  }
}
