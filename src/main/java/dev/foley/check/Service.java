package dev.foley.check;

import dev.foley.provider.ProviderName;
import dev.foley.provider.aimlapi.AimlApiProvider;
import dev.foley.provider.elevenlabs.ElevenLabsProvider;
import dev.foley.provider.fal.FalProvider;
import dev.foley.provider.stability.StabilityProvider;
import java.util.List;

/**
 * What a host knows of a service.
 *
 * @param title as it is called
 * @param variable that has its key
 * @param site where its keys and its money are looked after
 */
record Service(ProviderName name, String title, String variable, String site) {
  static final List<Service> KNOWN = List.of(
      new Service(AimlApiProvider.NAME, "AIML API", "AIMLAPI_KEY", "https://aimlapi.com"),
      new Service(StabilityProvider.NAME, "Stability AI", "STABILITY_API_KEY",
          "https://platform.stability.ai"),
      new Service(ElevenLabsProvider.NAME, "ElevenLabs", "ELEVENLABS_API_KEY", "https://elevenlabs.io"),
      new Service(FalProvider.NAME, "fal", "FAL_KEY", "https://fal.ai"));

  /** One that is not known is called what the bot calls it. */
  static Service of(ProviderName name) {
    return KNOWN.stream().filter(service -> service.name().equals(name)).findFirst()
        .orElseGet(() -> new Service(name, name.value(), "its key", "the service's own pages"));
  }
}
