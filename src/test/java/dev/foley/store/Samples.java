package dev.foley.store;

import com.github.f4b6a3.tsid.Tsid;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Origin;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Generations for tests. */
final class Samples {
  static final String PROMPT = "warm lo-fi piano";
  static final String TOKEN = "interaction-token";

  private Samples() {}

  static GenerationId id(long number) {
    return new GenerationId(Tsid.from(number).toString());
  }

  static Generation queued(GenerationId id, ChannelId channel, Instant now) {
    Origin origin = new Origin(channel, new UserId(2), Optional.empty(), 3, Secret.of(TOKEN), now, 10_485_760,
        Locale.ENGLISH, false);
    return Generation.queued(id, origin,
        new AudioRequest(new ModelId("stable-audio"), SoundKind.MUSIC, PROMPT,
            Map.of(Parameter.SECONDS, ParameterValue.of(12))),
        Takes.single(id), now);
  }

  /** The next version, in another state. */
  static Generation next(Generation last, GenerationState state) {
    return new Generation(last.id(), last.version() + 1, last.origin(), last.request(), last.takes(), Optional.empty(),
        last.createdAt(),
        0,
        last.cost(), Timing.NONE,
        state);
  }
}
