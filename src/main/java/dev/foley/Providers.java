package dev.foley;

import dev.foley.config.FoleySettings.Services;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.GuardedProvider;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.Spool;
import dev.foley.provider.aimlapi.AimlApiProvider;
import dev.foley.provider.elevenlabs.ElevenLabsProvider;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.fal.FalProvider;
import dev.foley.provider.sketch.SketchProvider;
import dev.foley.provider.stability.StabilityProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds the services that are set up, each within its limits.
 *
 * @param declarations of all models that are offered
 * @param calls hears of every request to a service
 */
record Providers(List<ModelDeclaration> declarations, Spool spool, OkHttpClient http, InstantSource clock,
    RandomGenerator random, ProviderCallListener calls) {
  /** Each of its renderings keeps a processor busy and a clip in the heap. */
  private static final ProviderLimits SYNTHESISER = new ProviderLimits(1, 50, 5, Duration.ofSeconds(20));

  /** The built-in synthesiser comes last: a command takes it only where no other service is set up. */
  List<AudioProvider> of(Services services) {
    List<AudioProvider> providers = new ArrayList<>();
    services.aimlApi().ifPresent(settings -> providers.add(guarded(
        new AimlApiProvider(settings, declarations, http, clock, calls), services)));
    services.stability().ifPresent(settings -> providers.add(guarded(new StabilityProvider(settings, declarations,
        Main.Version.number(), spool, http, clock, calls), services)));
    services.elevenLabs().ifPresent(settings -> providers.add(elevenLabs(settings, services)));
    services.fal().ifPresent(settings -> providers.add(guarded(
        new FalProvider(settings, declarations, http, clock, calls), services)));
    providers.add(guarded(new SketchProvider(declarations, spool, random), services));
    return providers;
  }

  private GuardedProvider guarded(AudioProvider provider, Services services) {
    return new GuardedProvider(provider, services.limits().getOrDefault(provider.name().value(), SYNTHESISER), clock);
  }

  /** It tells with each answer how many requests it takes at once, which its guard then keeps to. */
  private GuardedProvider elevenLabs(ElevenLabsSettings settings, Services services) {
    AtomicReference<@Nullable GuardedProvider> guard = new AtomicReference<>();
    GuardedProvider guarded = guarded(new ElevenLabsProvider(settings, declarations, spool, http, clock,
        calls, (_, maximum) -> {
          GuardedProvider known = guard.get();
          if (known != null) {
            known.maximumObserved(maximum);
          }
        }), services);
    guard.set(guarded);
    return guarded;
  }
}
