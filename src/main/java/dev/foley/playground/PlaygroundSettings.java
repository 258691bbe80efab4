package dev.foley.playground;

import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.services.BoundedSoundSource;
import dev.foley.playground.services.Pace;
import dev.foley.playground.services.SoundSource;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import dev.foley.playground.services.elevenlabs.ElevenLabsSettings;
import dev.foley.playground.services.fal.FalSettings;
import dev.foley.playground.services.stability.StabilitySettings;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a {@link Playground} is made of.
 *
 * @param pace of those services whose times follow it
 */
public record PlaygroundSettings(LocalDiscordSettings discord, AimlApiSettings aimlApi,
    StabilitySettings stability, ElevenLabsSettings elevenLabs, FalSettings fal, Pace pace) {
  /** @param timeFactor how many times faster than the real ones the services are */
  public static PlaygroundSettings defaults(double timeFactor) {
    Pace pace = new Pace(timeFactor);
    InstantSource clock = InstantSource.system();
    RandomGenerator random = RandomGenerator.of("SecureRandom");
    // One for all services: half the processors are left to the program that asks.
    SoundSource source = new BoundedSoundSource(new SketchSounds(),
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    AimlApiSettings aimlApi = AimlApiSettings.defaults(clock, random, source);
    StabilitySettings stability = StabilitySettings.defaults(clock, random, source);
    ElevenLabsSettings elevenLabs = ElevenLabsSettings.defaults(clock, random, source);
    FalSettings fal = FalSettings.defaults(clock, random, source);
    return new PlaygroundSettings(LocalDiscordSettings.defaults(),
        aimlApi.withTimes(aimlApi.times().at(pace)),
        stability.withTimes(stability.times().at(pace)),
        elevenLabs.withTimes(elevenLabs.times().at(pace)),
        fal.withTimes(fal.times().at(pace)), pace);
  }

  public PlaygroundSettings withAimlApi(AimlApiSettings other) {
    return new PlaygroundSettings(discord, other, stability, elevenLabs, fal, pace);
  }

  public PlaygroundSettings withStability(StabilitySettings other) {
    return new PlaygroundSettings(discord, aimlApi, other, elevenLabs, fal, pace);
  }

  public PlaygroundSettings withFal(FalSettings other) {
    return new PlaygroundSettings(discord, aimlApi, stability, elevenLabs, other, pace);
  }

  public PlaygroundSettings withElevenLabs(ElevenLabsSettings other) {
    return new PlaygroundSettings(discord, aimlApi, stability, other, fal, pace);
  }
}
