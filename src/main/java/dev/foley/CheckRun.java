package dev.foley;

import dev.foley.check.AccountProbe;
import dev.foley.check.ApplicationProbe;
import dev.foley.check.Checkup;
import dev.foley.check.ClockProbe;
import dev.foley.check.DataDirectoryProbe;
import dev.foley.check.DatabaseProbe;
import dev.foley.check.Finding;
import dev.foley.check.FindingTable;
import dev.foley.check.GatewayProbe;
import dev.foley.check.InvitationProbe;
import dev.foley.check.Probe;
import dev.foley.check.ServicesFound;
import dev.foley.check.ShardsProbe;
import dev.foley.check.TokenProbe;
import dev.foley.check.Verdict;
import dev.foley.config.Configuration;
import dev.foley.config.FoleySettings;
import dev.foley.config.Problem;
import dev.foley.config.SettingsLoader;
import dev.foley.discord.DiscordQuestions;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Spool;
import dev.foley.provider.sketch.SketchProvider;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * Reads the configuration as {@link BotRun} does, and looks at everything that the bot would meet with it.
 *
 * @param environment the process's
 * @param home Foley's own directory
 */
record CheckRun(Map<String, String> environment, Path home, InstantSource clock) {
  private static final String CONFIGURATION = "Configuration";
  private static final String TOKEN = "DISCORD_TOKEN";
  /** For all probes, which look at the same time; nobody waits longer for a table. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);
  /** Less, so that whoever asked can say what was in the way. */
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /**
   * @param colour whether {@code out} shows it
   * @return the exit code: 1 if something is a problem
   */
  int run(PrintWriter out, boolean colour) throws InterruptedException {
    List<Finding> findings = findings();
    new FindingTable(colour).lines(findings).forEach(out::println);
    out.println();
    boolean ready = findings.stream().noneMatch(finding -> finding.verdict() == Verdict.PROBLEM);
    out.println(FindingTable.summary(findings) + (ready ? " ./foley run starts the bot." : ""));
    out.flush();
    return ready ? 0 : 1;
  }

  private List<Finding> findings() throws InterruptedException {
    return switch (SettingsLoader.load(environment, home)) {
      case Configuration.Invalid(List<Problem> problems) -> unreadable(problems);
      case Configuration.Complete(FoleySettings settings) -> looked(settings, true);
      case Configuration.WithoutToken _ -> looked(withoutToken(), false);
    };
  }

  private static List<Finding> unreadable(List<Problem> problems) {
    List<Finding> findings = new ArrayList<>();
    problems.forEach(problem -> findings.add(Finding.problem(CONFIGURATION, problem.sentence(), "")));
    findings.add(Finding.notAsked("All else", "Needs a configuration without problems."));
    return findings;
  }

  /** The rest can be looked at all the same. */
  private FoleySettings withoutToken() {
    Map<String, String> anyToken = new HashMap<>(environment);
    anyToken.put(TOKEN, "none");
    if (SettingsLoader.load(anyToken, home) instanceof Configuration.Complete(FoleySettings settings)) {
      return settings;
    }
    throw new IllegalStateException("the configuration has changed meanwhile; check again");
  }

  private List<Finding> looked(FoleySettings settings, boolean hasToken) throws InterruptedException {
    OkHttpClient http = new OkHttpClient.Builder().callTimeout(CALL_TIMEOUT).build();
    try {
      List<AudioProvider> services = services(settings, http);
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.ok(CONFIGURATION, "File and environment are in order."));
      findings.addAll(hasToken ? List.of() : List.of(TokenProbe.missing()));
      findings.addAll(Checkup.of(probes(settings, services, new DiscordQuestions(settings.discord(), http), hasToken),
          PATIENCE));
      findings.add(ServicesFound.besides(names(services)));
      return findings;
    } finally {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private List<Probe> probes(FoleySettings settings, List<AudioProvider> services, DiscordQuestions discord,
      boolean hasToken) {
    List<Probe> probes = new ArrayList<>();
    if (hasToken) {
      probes.addAll(List.of(new TokenProbe(discord), new ApplicationProbe(discord), new InvitationProbe(discord),
          new ShardsProbe(discord, settings.discord().shards()), new GatewayProbe(discord)));
    }
    probes.add(new ClockProbe(discord, clock));
    probes.add(new DataDirectoryProbe(settings.data(),
        new DataDirectoryProbe.Room(settings.results().maxBytes(), settings.retention().keepBytes())));
    probes.add(new DatabaseProbe(settings.store()));
    services.forEach(service -> probes.add(new AccountProbe(service)));
    return probes;
  }

  /** Those with a key. They offer no models, since none is asked for a sound. */
  private List<AudioProvider> services(FoleySettings settings, OkHttpClient http) {
    return new Providers(List.of(), Spool.unused(), http, clock, new Random(), ProviderCallListener.NONE)
        .of(settings.services()).stream()
        .filter(provider -> !provider.name().equals(SketchProvider.NAME)).toList();
  }

  private static Set<ProviderName> names(List<AudioProvider> services) {
    return services.stream().map(AudioProvider::name).collect(Collectors.toSet());
  }
}
