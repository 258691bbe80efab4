package dev.foley.discord.privacy;

import dev.foley.audio.AudioContent;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Draft;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Lineage;
import dev.foley.generation.Origin;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.ParameterValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What is kept of a member, as JSON. Leaves out what is no member's: the token of their interaction, with which one can speak as the bot,
 * and the address of a result, which may be signed. Ids are text, since they are larger than what JavaScript counts exactly. Pure.
 */
final class ExportJson {
  private ExportJson() {}

  static DataObject of(Generation generation) {
    DataObject json = DataObject.empty()
        .put("id", generation.id().value())
        .put("request", generation.takes().first().value())
        .put("take", generation.takes().number())
        .put("takes", generation.takes().count())
        .put("askedAt", generation.createdAt().toString())
        .put("state", generation.state().name());
    putOrigin(json, generation.origin());
    putRequest(json, generation.request());
    putLineage(json, generation.lineage());
    generation.timing().submittedAt().ifPresent(at -> json.put("submittedAt", at.toString()));
    generation.timing().answeredAt().ifPresent(at -> json.put("answeredAt", at.toString()));
    generation.cost().ifPresent(cost -> json.put("cost", cost(cost)));
    putState(json, generation.state());
    return json;
  }

  static DataObject of(Draft draft) {
    DataObject json = DataObject.empty()
        .put("id", draft.id().value())
        .put("takes", draft.order().takes())
        .put("askedAt", draft.createdAt().toString());
    putOrigin(json, draft.order().origin());
    putRequest(json, draft.order().request());
    putLineage(json, draft.order().lineage());
    return json;
  }

  static DataObject of(LedgerEntry entry) {
    DataObject json = DataObject.empty()
        .put("generation", entry.generation().value())
        .put("request", entry.request().value())
        .put("kind", entry.kind().name())
        .put("amount", cost(entry.amount()))
        .put("reportedByService", entry.reported())
        .put("service", entry.provider().value())
        .put("model", entry.model().value())
        .put("askedAt", entry.requestedAt().toString())
        .put("writtenAt", entry.at().toString());
    putPlace(json, entry.payer().channel(), entry.payer().guild());
    return json;
  }

  private static void putOrigin(DataObject json, Origin origin) {
    putPlace(json, origin.channel(), origin.guild());
    json.put("interaction", Long.toUnsignedString(origin.interactionId()))
        .put("language", origin.locale().toLanguageTag())
        .put("private", origin.isPrivate());
  }

  private static void putPlace(DataObject json, ChannelId channel, Optional<GuildId> guild) {
    json.put("channel", channel.toString());
    guild.ifPresent(server -> json.put("server", server.toString()));
  }

  private static void putRequest(DataObject json, AudioRequest request) {
    DataObject options = DataObject.empty();
    request.parameters().forEach((parameter, value) -> options.put(parameter.optionName(), switch (value) {
      case ParameterValue.Quantity(var number) -> number;
      case ParameterValue.Text(var words) -> words;
      case ParameterValue.Flag(var flag) -> flag;
    }));
    json.put("kind", request.kind().name()).put("model", request.model().value()).put("prompt", request.prompt())
        .put("options", options);
  }

  private static void putLineage(DataObject json, Optional<Lineage> lineage) {
    lineage.ifPresent(from -> json.put("madeFrom",
        DataObject.empty().put("request", from.parent().value()).put("by", from.kind().name())));
  }

  private static DataObject cost(Cost cost) {
    return DataObject.empty().put("amount", cost.amount()).put("unit", cost.unit().name());
  }

  private static void putState(DataObject json, GenerationState state) {
    Instant since = switch (state) {
      case GenerationState.Queued(var at) -> at;
      case GenerationState.Submitting(var at) -> at;
      case GenerationState.Pending(var job, var at) -> {
        json.put("job", job.value());
        yield at;
      }
      case GenerationState.Cancelling(var job, _, var at) -> {
        json.put("job", job.value());
        yield at;
      }
      case GenerationState.Completed(_, var at) -> at;
      case GenerationState.Ready(var audio, var at) -> {
        json.put("sound", sound(audio));
        yield at;
      }
      case GenerationState.Delivered(var messageId, var direct, var audio, var at) -> {
        json.put("message", Long.toUnsignedString(messageId));
        direct.ifPresent(channel -> json.put("directChannel", channel.toString()));
        audio.ifPresent(known -> json.put("sound", sound(known)));
        yield at;
      }
      case GenerationState.Failing(var reason, var at) -> {
        json.put("failure", reason.name());
        yield at;
      }
      case GenerationState.Failed(var reason, var at) -> {
        json.put("failure", reason.name());
        yield at;
      }
    };
    json.put("since", since.toString());
  }

  private static DataObject sound(AudioArtifact audio) {
    DataObject sound = DataObject.empty()
        .put("format", audio.content().container().name())
        .put("bytes", audio.sizeBytes());
    Optional<Duration> length = switch (audio.content()) {
      case AudioContent.Wav wav -> Optional.of(wav.duration());
      case AudioContent.Compressed(_, var duration) -> duration;
    };
    length.ifPresent(known -> sound.put("seconds", known.toMillis() / 1_000.0));
    audio.measurement().ifPresent(measured -> sound.put("peakDbfs", measured.peakDbfs())
        .put("rmsDbfs", measured.rmsDbfs()).put("clippedRuns", measured.clippedRuns()));
    return sound;
  }
}
