package dev.foley.discord;

import dev.foley.audio.AudioContent;
import dev.foley.audio.PcmFormat;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GuildId;
import dev.foley.generation.Origin;
import dev.foley.generation.Take;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values that many tests of this package share. */
public final class Samples {
  public static final Instant ASKED = Instant.parse("2026-11-21T12:00:00Z");
  public static final GenerationId ID = new GenerationId("0ABCDEFGHJKMN");
  public static final ChannelId CHANNEL = new ChannelId(200);
  public static final UserId MEMBER = new UserId(300);
  public static final GuildId GUILD = new GuildId(100);
  public static final Secret TOKEN = Secret.of("interaction-token");
  public static final long LIMIT = 10L << 20;
  public static final AudioModel STABLE_AUDIO = ModelFile.builtIn().stream().map(ModelDeclaration::model)
      .filter(model -> model.id().value().equals("stable-audio")).findFirst().orElseThrow();

  private Samples() {}

  public static Origin origin() {
    return new Origin(CHANNEL, MEMBER, Optional.of(GUILD), 400, TOKEN, ASKED, LIMIT, Locale.ENGLISH, false);
  }

  public static Origin directOrigin() {
    return new Origin(CHANNEL, MEMBER, Optional.empty(), 400, TOKEN, ASKED, LIMIT, Locale.ENGLISH, false);
  }

  public static Origin privateOrigin() {
    return new Origin(CHANNEL, MEMBER, Optional.of(GUILD), 400, TOKEN, ASKED, LIMIT, Locale.ENGLISH, true);
  }

  public static AudioRequest request(String prompt) {
    return new AudioRequest(STABLE_AUDIO.id(), SoundKind.MUSIC, prompt,
        Map.of(Parameter.SECONDS, ParameterValue.of(12)));
  }

  public static Generation queued() {
    return generation(0, new GenerationState.Queued(ASKED));
  }

  public static Generation pending(long version) {
    return generation(version, new GenerationState.Pending(new ProviderJobId("job"), ASKED));
  }

  /** Pending, with the time of its submit. */
  public static Generation submitted(long version, Instant at) {
    return new Generation(ID, version, origin(), request("warm lo-fi piano, rain"), Takes.single(ID), Optional.empty(),
        ASKED, 0, Optional.empty(), new Timing(Optional.of(at), Optional.empty()),
        new GenerationState.Pending(new ProviderJobId("job"), at));
  }

  public static Generation generation(long version, GenerationState state) {
    return new Generation(ID, version, origin(), request("warm lo-fi piano, rain"), Takes.single(ID), Optional.empty(),
        ASKED, 0,
        Optional.empty(), Timing.NONE, state);
  }

  public static Generation ready(AudioArtifact audio) {
    return ready(audio, origin(), "warm lo-fi piano, rain");
  }

  public static Generation ready(AudioArtifact audio, Origin origin, String prompt) {
    return new Generation(ID, 3, origin, request(prompt), Takes.single(ID), Optional.empty(), ASKED, 0,
        Optional.empty(), Timing.NONE,
        new GenerationState.Ready(audio, ASKED.plusSeconds(54)));
  }

  /** The same generation 54 s after it was asked for, with its sound. */
  public static Generation ready(Generation asked, AudioArtifact audio) {
    return new Generation(asked.id(), 3, asked.origin(), asked.request(), asked.takes(), Optional.empty(),
        asked.createdAt(), 0, Optional.empty(), Timing.NONE,
        new GenerationState.Ready(audio, asked.createdAt().plusSeconds(54)));
  }

  /** One of several takes; the first has {@link #ID}. */
  public static Generation take(int number, int count, long version, GenerationState state) {
    return take(number, count, version, state, origin());
  }

  public static Generation take(int number, int count, long version, GenerationState state, Origin origin) {
    GenerationId id = number == 1 ? ID : new GenerationId("0ABCDEFGHJKM" + "0123456789".charAt(number));
    return new Generation(id, version, origin, request("warm lo-fi piano, rain"), new Takes(ID, number, count),
        Optional.empty(), ASKED,
        0, Optional.empty(), Timing.NONE, state);
  }

  public static GenerationState.Ready readyAfter(AudioArtifact audio, int seconds) {
    return new GenerationState.Ready(audio, ASKED.plusSeconds(seconds));
  }

  public static List<Take> sound(Generation generation, AudioArtifact audio) {
    return List.of(new Take.Sound(generation, audio));
  }

  public static List<Take> missing(Generation generation, FailureReason reason) {
    return List.of(new Take.Missing(generation, reason));
  }

  /** 12 seconds of compact-disc audio, wherever it lies. */
  public static AudioArtifact wav(Path file) {
    return wav(file, 2_116_844);
  }

  public static AudioArtifact wav(Path file, long sizeBytes) {
    return new AudioArtifact(file, sizeBytes, new AudioContent.Wav(PcmFormat.CD, 529_200),
        Optional.of(URI.create("https://cdn.example.com/result.wav?sig=1")));
  }
}
