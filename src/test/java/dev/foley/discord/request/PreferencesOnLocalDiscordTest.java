package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Features;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Origin;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preferences;
import dev.foley.generation.policy.Tariff;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the managers of a server have set, as it counts for a request. */
class PreferencesOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
  private static final AtomicReference<Optional<Preferences>> SET = new AtomicReference<>(
      Optional.of(Preferences.NONE));
  private static BotOnLocalDiscord local;

  /** Found on another thread, as after a restart. */
  private static final PreferenceSource SOURCE = new PreferenceSource() {
    @Override
    public void at(Origin origin, Consumer<Preferences> then, Runnable unavailable) {
      Thread.startVirtualThread(() -> SET.get().ifPresentOrElse(then, unavailable));
    }

    @Override
    public Preferences of(Origin origin) {
      return SET.get().orElseThrow();
    }
  };

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, Models.catalogue(),
        new Features.Policy(Limits.DEFAULT, Tariff.DEFAULT, SOURCE));
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @AfterEach
  void reset() {
    SET.set(Optional.of(Preferences.NONE));
  }

  @Test
  void aModelOfTheServersOwnIsTakenWhereNoneIsNamed() throws Exception {
    set(Map.of(SoundKind.MUSIC, new ModelId("long-audio")), Optional.empty(), Optional.empty());
    assertThat(asked("/music prompt:rain").request().model().value()).isEqualTo("long-audio");
    assertThat(asked("/music prompt:rain model:loops").request().model().value()).isEqualTo("loops");
    assertThat(asked("/sound prompt:rain").request().model().value()).isEqualTo("loops");
  }

  @Test
  void oneThatIsNotSetUpAnyMoreOrDoesNotMakeThisIsNotTaken() throws Exception {
    set(Map.of(SoundKind.MUSIC, new ModelId("gone"), SoundKind.SPEECH, new ModelId("plain-speaker"), SoundKind.SOUND,
        new ModelId("speaker")), Optional.empty(), Optional.empty());
    assertThat(asked("/music prompt:rain").request().model().value()).isEqualTo("loops");
    assertThat(asked("/speak text:Hello.").request().model().value()).isEqualTo("speaker");
    assertThat(asked("/sound prompt:rain").request().model().value()).isEqualTo("loops");
  }

  @Test
  void whatEverybodySeesIsInTheServersLanguageAndWhatIsPrivateInTheMembers() throws Exception {
    set(Map.of(), Optional.of(Locale.GERMAN), Optional.empty());
    assertThat(asked("/music prompt:rain").origin().locale()).isEqualTo(Locale.GERMAN);
    assertThat(asked("/music prompt:rain private:true").origin().locale()).isEqualTo(Locale.US);
  }

  @Test
  void theServersOwnAmountIsAskedAbout() throws Exception {
    set(Map.of(), Optional.empty(), Optional.of(BigDecimal.ONE));
    assertThat(local.answerTo(local.newChannel(), "/music prompt:rain model:loops").content())
        .startsWith("This will cost about 25,200 AIML credits");
  }

  @Test
  void asLongAsTheyAreUnknownNothingIsTaken() throws Exception {
    SET.set(Optional.empty());
    MessageView refusal = local.answerTo(local.newChannel(), "/music prompt:rain");
    assertThat(refusal.content()).contains("could not be recorded", "nothing was charged");
    assertThat(refusal.ephemeral()).isTrue();
  }

  private static Generation asked(String line) throws Exception {
    return local.generation(local.answerTo(local.newChannel(), line));
  }

  private static void set(Map<SoundKind, ModelId> models, Optional<Locale> language,
      Optional<BigDecimal> confirmAbove) {
    SET.set(Optional.of(new Preferences(models, Set.of(), Set.of(), Budget.UNLIMITED, Budget.UNLIMITED, confirmAbove,
        OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), List.of(), language, false)));
  }
}
