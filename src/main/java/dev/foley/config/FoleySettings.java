package dev.foley.config;

import dev.foley.discord.DiscordSettings;
import dev.foley.generation.GenerationSettings;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import dev.foley.ops.OpsSettings;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.ModelSettings;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.Retention;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.fal.FalSettings;
import dev.foley.provider.stability.StabilitySettings;
import dev.foley.store.StoreSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What each package declared that it needs, filled.
 *
 * @param data directory that is Foley's to write; database and spool lie in it unless they were put elsewhere
 * @param limits those that nobody can exceed; managers of servers may narrow them
 */
public record FoleySettings(Path data, DiscordSettings discord, Services services, ModelSettings models,
    GenerationSettings generation, Limits limits, Tariff tariff, StoreSettings store, FetchSettings results,
    Retention retention, OpsSettings ops) {
  /**
   * The services that are set up: one without a key is empty, and is not offered.
   *
   * @param limits by a service's name
   */
  public record Services(Optional<AimlApiSettings> aimlApi, Optional<StabilitySettings> stability,
      Optional<ElevenLabsSettings> elevenLabs, Optional<FalSettings> fal, Map<String, ProviderLimits> limits) {}
}
