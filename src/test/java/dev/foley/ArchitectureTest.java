package dev.foley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Watches the import table of ARCHITECTURE.md: who may see whom, and who alone knows a library. */
class ArchitectureTest {
  private static final JavaClasses FOLEY = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.foley");

  /** Package to the packages of ours that it may import; every one may import {@code secret} but the playground. */
  private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
      "audio", Set.of(),
      "secret", Set.of(),
      "sketch", Set.of("audio"),
      "provider", Set.of("audio", "secret"),
      "generation", Set.of("provider", "audio", "secret"),
      "store", Set.of("generation", "provider", "audio", "secret"),
      "discord", Set.of("generation", "provider", "audio", "secret"),
      "ops", Set.of("generation", "provider", "secret"),
      "check", Set.of("discord", "store", "provider", "secret"),
      "playground", Set.of("audio", "sketch"));

  @Test
  void eachPackageImportsOnlyWhatTheTableAllows() {
    MAY_IMPORT.forEach((name, allowed) -> {
      Set<String> forbidden = new TreeSet<>(MAY_IMPORT.keySet());
      forbidden.add("config");
      forbidden.removeAll(allowed);
      forbidden.remove(name);
      String[] packages = forbidden.stream().map(other -> "dev.foley." + other + "..").toArray(String[]::new);
      noClasses().that().resideInAPackage("dev.foley." + name + "..")
          .and().resideOutsideOfPackage("dev.foley.provider.sketch..") // which has a rule of its own
          .should().dependOnClassesThat().resideInAnyPackage(packages)
          .because("ARCHITECTURE.md allows " + name + " only " + new TreeSet<>(allowed))
          .check(FOLEY);
    });
  }

  @Test
  void theOfflineProviderAloneKnowsTheSynthesiser() {
    noClasses().that().resideInAPackage("dev.foley.provider.sketch..")
        .should().dependOnClassesThat().resideInAnyPackage("dev.foley.generation..", "dev.foley.store..",
            "dev.foley.discord..", "dev.foley.ops..", "dev.foley.playground..", "dev.foley.config..")
        .check(FOLEY);
  }

  @Test
  void configIsUsedByTheCompositionRootAlone() {
    classes().that().resideInAPackage("dev.foley.config..")
        .should().onlyBeAccessed().byAnyPackage("dev.foley", "dev.foley.config..")
        .check(FOLEY);
  }

  @Test
  void noPackageOfOursKnowsTheCompositionRoot() {
    noClasses().that().resideOutsideOfPackage("dev.foley")
        .should().dependOnClassesThat().resideInAPackage("dev.foley")
        .check(FOLEY);
  }

  @Test
  void theRunningBotLoadsNothingOfThePlayground() {
    noClasses().that().resideOutsideOfPackage("dev.foley.playground..")
        .and().haveNameNotMatching("dev\\.foley\\.(Main|(Demo|Playground|Simulator)Command).*") // the command line
        .should().dependOnClassesThat().resideInAnyPackage("dev.foley.playground..", "io.javalin..",
            "org.eclipse.jetty..")
        .because("its libraries are not on the class path of run")
        .check(FOLEY);
  }

  @Test
  void oneServiceDoesNotKnowAnother() {
    slices().matching("dev.foley.provider.(*)..").should().notDependOnEachOther().check(FOLEY);
    slices().matching("dev.foley.playground.services.(*)..").should().notDependOnEachOther().check(FOLEY);
  }

  @Test
  void thePartsOfDiscordDependOnEachOtherInOneDirection() {
    slices().matching("dev.foley.discord.(*)..").should().beFreeOfCycles().check(FOLEY);
    noClasses().that().resideInAPackage("dev.foley.discord.*..")
        .should().dependOnClassesThat().resideInAPackage("dev.foley.discord")
        .because("it puts the parts together")
        .check(FOLEY);
  }

  @Test
  void theMiddleKnowsNoOutsideWorld() {
    noClasses().that().resideInAPackage("dev.foley.generation..")
        .should().dependOnClassesThat().resideInAnyPackage("net.dv8tion..", "java.sql..", "javax.sql..", "org.jdbi..",
            "com.fasterxml..", "okhttp3..", "java.net.http..", "com.github.kagkarlsson..", "io.javalin..")
        .check(FOLEY);
  }

  @Test
  void eachLibraryOfTheOutsideWorldHasOneHome() {
    onlyIn("net.dv8tion..", "dev.foley.discord..", "dev.foley");
    onlyIn("org.jdbi..", "dev.foley.store..");
    onlyIn("com.github.kagkarlsson..", "dev.foley.store..");
    onlyIn("org.flywaydb..", "dev.foley.store..");
    onlyIn("okhttp3..", "dev.foley.provider..", "dev.foley.discord..", "dev.foley");
    onlyIn("io.javalin..", "dev.foley.playground..");
    onlyIn("org.eclipse.jetty..", "dev.foley.playground..");
    onlyIn("picocli..", "dev.foley");
    onlyIn("com.sun.speech..", "dev.foley.sketch.speech..");
    onlyIn("de.sciss..", "dev.foley.audio..", "dev.foley.playground..");
    onlyIn("io.github.jaredmdobson..", "dev.foley.audio..");
    onlyIn("net.sourceforge.javaflacencoder..", "dev.foley.audio..");
    onlyIn("org.gagravarr..", "dev.foley.audio..");
    onlyIn("javazoom..", "dev.foley.audio..", "dev.foley.playground.demo..");
    onlyIn("io.github.resilience4j..", "dev.foley.provider");
    onlyIn("org.knowm..", "dev.foley.discord.usage..");
    onlyIn("io.micrometer..", "dev.foley.ops.metrics..");
    onlyIn("io.prometheus..", "dev.foley.ops.metrics..");
  }

  @Test
  void logicAsksNoStaticClockOrRandom() {
    noClasses().that().resideInAnyPackage("dev.foley.generation..", "dev.foley.provider..", "dev.foley.store..",
        "dev.foley.discord..", "dev.foley.audio..", "dev.foley.sketch..")
        .should().callMethod(java.time.Instant.class, "now")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethod(java.util.UUID.class, "randomUUID")
        .orShould().callMethod(Math.class, "random")
        .orShould().callConstructor(java.util.Random.class)
        .orShould().callMethod(Thread.class, "sleep", long.class)
        .because("time and chance are injected")
        .check(FOLEY);
  }

  private static void onlyIn(String library, String... homes) {
    noClasses().that().resideOutsideOfPackages(homes)
        .should().dependOnClassesThat().resideInAPackage(library)
        .check(FOLEY);
  }
}
