package dev.foley;

import dev.foley.config.FoleySettings;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.GuardedProvider;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderLimits;
import dev.foley.provider.Spool;
import dev.foley.provider.aimlapi.AimlApiProvider;
import dev.foley.provider.fal.FalProvider;
import dev.foley.provider.sketch.SketchProvider;
import dev.foley.provider.stability.StabilityProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * Builds the services that are set up.
 *
 * @param declarations of all models that are offered
 */
record Providers(List<ModelDeclaration> declarations, Spool spool, OkHttpClient http, InstantSource clock,
    RandomGenerator random) {
  /** Each of its renderings keeps a processor busy and a clip in the heap. */
  private static final ProviderLimits SYNTHESISER = new ProviderLimits(1, 50, 5, Duration.ofSeconds(20));

  /** The built-in synthesiser comes last: a command takes it only where no other service is set up. */
  List<AudioProvider> of(FoleySettings.Services services) {
    List<AudioProvider> providers = new ArrayList<>();
    services.aimlApi().ifPresent(settings -> providers
        .add(new AimlApiProvider(settings, declarations, http, clock, ProviderCallListener.NONE)));
    services.stability().ifPresent(settings -> providers.add(new StabilityProvider(settings, declarations,
        Main.Version.number(), spool, http, clock, ProviderCallListener.NONE)));
    services.fal().ifPresent(settings -> providers
        .add(new FalProvider(settings, declarations, http, clock, ProviderCallListener.NONE)));
    providers.add(new SketchProvider(declarations, spool, random));
    return providers.stream().<AudioProvider>map(provider -> new GuardedProvider(provider,
        services.limits().getOrDefault(provider.name().value(), SYNTHESISER), clock)).toList();
  }
}
