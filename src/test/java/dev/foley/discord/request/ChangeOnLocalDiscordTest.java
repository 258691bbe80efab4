package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Models;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.Lineage;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.ModalView;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The button Edit, the menu Remix, and the form that both open. */
class ChangeOnLocalDiscordTest {
  private static final InMemoryGenerationStore STORE = new InMemoryGenerationStore();
  private static final String LINE = "/music prompt:warm piano model:long-audio seconds:12 guidance:7 seed:7";

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static Asked asked;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(STORE, Models.catalogue());
    asked = new Asked(local, STORE, spool);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @Test
  void theFormHoldsWhatWasAskedFor() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    ModalView form = modal(edit("mia", channel, made));

    assertThat(form.customId()).isEqualTo("edit:" + made.id());
    assertThat(form.title()).isEqualTo("Edit and make again");
    assertThat(form.inputs()).extracting(ModalView.Input::customId)
        .containsExactly("prompt", "seconds", "seed", "model");
    assertThat(form.inputs()).extracting(ModalView.Input::value)
        .containsExactly("warm piano", "12", "7", "long-audio");
    assertThat(form.inputs()).extracting(ModalView.Input::label)
        .containsExactly("What you want to hear", "Seconds", "Seed", "Model");
  }

  @Test
  void aTextThatIsSpokenHasItsVoice() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/speak text:Hello. voice:George").getFirst();
    ModalView form = modal(edit("mia", channel, made));
    assertThat(form.inputs()).extracting(ModalView.Input::customId).containsExactly("text", "voice", "seed", "model");
    assertThat(form.inputs()).extracting(ModalView.Input::value).containsExactly("Hello.", "v1", null, "speaker");
  }

  @Test
  void whatIsChangedIsMadeAndTheRestStays() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView reply = submit("mia", edit("mia", channel, made),
        Map.of("prompt", "cold piano", "seconds", "20.5", "seed", ""));

    Generation edited = asked.queued(reply);
    assertThat(edited.request().prompt()).isEqualTo("cold piano");
    assertThat(edited.request().parameters()).isEqualTo(
        Map.of(Parameter.SECONDS, ParameterValue.of(20.5), Parameter.GUIDANCE, ParameterValue.of(7)));
    assertThat(edited.lineage()).contains(new Lineage(made.id(), Lineage.Kind.EDIT));
    assertThat(local.messages(channel)).hasSize(2);
  }

  @Test
  void withAnotherModelWhatHasNoFieldAndIsNotItsOwnIsLeftOut() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView reply = submit("mia", edit("mia", channel, made), Map.of("model", "LOOPS", "seed", ""));
    assertThat(asked.queued(reply).request().model().value()).isEqualTo("loops");
    assertThat(asked.queued(reply).request().parameters()).isEqualTo(Map.of(Parameter.SECONDS, ParameterValue.of(12)));
  }

  @Test
  void whatIsRefusedIsKeptAndCorrectedWhereItWasLeft() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView refusal = submit("mia", edit("mia", channel, made),
        Map.of("prompt", "cold piano", "seconds", "1000", "seed", "many"));
    assertThat(refusal.content()).isEqualTo("""
        “seconds” is 1000 and has to be between 1 and 190.
        “seed” is many and has to be a whole number between 0 and 4,294,967,294.""");
    assertThat(refusal.ephemeral()).isTrue();

    local.restart();
    String reopened = local.members().press("mia", channel, refusal.id(), "Correct it").sent();
    assertThat(modal(reopened).inputs()).extracting(ModalView.Input::value)
        .containsExactly("cold piano", "1000", "many", "long-audio");
    Generation edited = asked.queued(submit("mia", reopened, Map.of("seconds", "100", "seed", "8")));
    assertThat(edited.request().prompt()).isEqualTo("cold piano");
    assertThat(edited.lineage()).contains(new Lineage(made.id(), Lineage.Kind.EDIT));
  }

  @Test
  void aModelOrAVoiceThatThereIsNotIsCorrectedToo() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/speak text:Hello. voice:George").getFirst();
    MessageView misnamed = submit("mia", edit("mia", channel, made),
        Map.of("text", "Good evening.", "model", "spoker"));
    assertThat(misnamed.content()).startsWith("There is no model “spoker”.").endsWith("You can choose speaker.");

    String reopened = local.members().press("mia", channel, misnamed.id(), "Correct it").sent();
    assertThat(modal(reopened).inputs()).extracting(ModalView.Input::value).containsExactly("Good evening.", "spoker");
    MessageView muted = submit("mia", edit("mia", channel, made), Map.of("voice", "Gorge"));
    assertThat(muted.content()).startsWith("There is no voice “Gorge”.");
    assertThat(muted.component("Correct it")).isPresent();
  }

  @Test
  void anybodyRemixesWhatTheySeeAndItBecomesTheirs() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    String menu = remix("ben", channel);
    assertThat(modal(menu).customId()).isEqualTo("remix:" + made.id());
    assertThat(modal(menu).title()).isEqualTo("Make one of your own");

    Generation remixed = asked.queued(submit("ben", menu, Map.of("prompt", "cold piano")));
    assertThat(remixed.origin().member()).isNotEqualTo(made.origin().member());
    assertThat(remixed.lineage()).contains(new Lineage(made.id(), Lineage.Kind.REMIX));
  }

  @Test
  void anAuthorWhoRemixesEdits() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    assertThat(asked.queued(submit("mia", remix("mia", channel), Map.of())).lineage())
        .contains(new Lineage(made.id(), Lineage.Kind.EDIT));
  }

  @Test
  void somebodyElsesRemixThatIsRefusedIsTheirsToCorrect() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    MessageView refusal = submit("ben", remix("ben", channel), Map.of("seconds", "1000"));
    String correct = refusal.component("Correct it").map(ComponentView::customId).orElseThrow();

    assertThat(asked.answer("mia", channel, local.messages(channel).getFirst(), Objects.requireNonNull(correct))
        .content()).startsWith("This is somebody else’s.");
    String reopened = local.members().press("ben", channel, refusal.id(), "Correct it").sent();
    assertThat(asked.queued(submit("ben", reopened, Map.of("seconds", "10"))).lineage())
        .contains(new Lineage(made.id(), Lineage.Kind.REMIX));
  }

  @Test
  void aMessageThatIsAboutNothingIsNotRemixed() throws Exception {
    String channel = local.newChannel();
    local.members().say("mia", channel, "hello · 0ABCDEFGHJKMN");
    assertThat(local.answer(remix("ben", channel)).content())
        .isEqualTo("This message is not about a sound of mine, so there is nothing to remix.");
  }

  @Test
  void whatSomebodyMadeInPrivateOrInDirectMessagesIsOutOfReach() throws Exception {
    String channel = local.newChannel();
    asked.made("ben", channel, LINE);
    String bens = remix("ben", channel);
    Generation hidden = asked.made("mia", channel, LINE + " private:true").getFirst();
    Generation direct = asked.made("mia", "@mia", LINE).getFirst();
    assertThat(modal(bens)).isNotNull();
    for (Generation mias : List.of(hidden, direct)) {
      MessageView refusal = asked.answer("ben", channel, local.messages(channel).getFirst(), "edit:" + mias.id());
      assertThat(refusal.content()).startsWith("This is somebody else’s.");
    }
    String own = edit("mia", channel, hidden);
    assertThat(asked.queued(submit("mia", own, Map.of())).origin().isPrivate()).isTrue();
  }

  @Test
  void inDirectMessagesTheFormWorksToo() throws Exception {
    Generation made = asked.made("mia", "@mia", LINE).getFirst();
    local.restart();
    assertThat(asked.queued(submit("mia", edit("mia", "@mia", made), Map.of("prompt", "snow"))).request().prompt())
        .isEqualTo("snow");
    local.members().deleteMessage("@mia", asked.newest("mia", "@mia").id());
  }

  @Test
  void theMenuWorksInDirectMessagesAfterARestartAndWhenTheMessageIsGoneMeanwhile() throws Exception {
    Generation made = asked.made("ada", "@ada", LINE).getFirst();
    local.restart();
    String menu = remix("ada", "@ada");
    assertThat(modal(menu).customId()).isEqualTo("remix:" + made.id());
    local.members().deleteMessage("@ada", asked.newest("ada", "@ada").id());
    assertThat(asked.queued(submit("ada", menu, Map.of())).lineage())
        .contains(new Lineage(made.id(), Lineage.Kind.EDIT));
  }

  @Test
  void aPendingRequestIsRemixedToo() throws Exception {
    String channel = local.newChannel();
    Generation pending = asked.queued(local.answerTo(channel, LINE));
    assertThat(asked.queued(submit("ben", remix("ben", channel), Map.of())).lineage())
        .contains(new Lineage(pending.id(), Lineage.Kind.REMIX));
  }

  @Test
  void aTextLongerThanAFormIsNotCut() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, "/music model:long-audio seconds:5 prompt:" + "a".repeat(4_001))
        .getFirst();
    assertThat(asked.answer("mia", channel, asked.newest("mia", channel), "edit:" + made.id()).content()).isEqualTo(
        "This text has 4,001 characters, and a form has room for 4,000. Please use the command instead.");
  }

  @Test
  void whenTheRowCannotBeReadInTimeTheMemberReadsSo() throws Exception {
    String channel = local.newChannel();
    Generation made = asked.made("mia", channel, LINE).getFirst();
    local.work.set(_ -> {});
    try {
      MessageView sentence = local.answer(edit("mia", channel, made));
      assertThat(sentence.content()).isEqualTo("I am busy right now. Please try again in a moment.");
      assertThat(sentence.ephemeral()).isTrue();
    } finally {
      local.work.set(Thread::startVirtualThread);
    }
  }

  private static String edit(String member, String channel, Generation made) {
    return local.members().pressForged(member, channel, asked.newest(member, channel).id(), "edit:" + made.id()).sent();
  }

  private static String remix(String member, String channel) {
    return local.members().invokeOnMessage(member, channel, "Remix", asked.newest(member, channel).id()).sent();
  }

  private static ModalView modal(String interaction) throws Exception {
    InteractionView view = asked.heard(interaction);
    return Objects.requireNonNull(view.modal(), view::toString);
  }

  private static MessageView submit(String member, String opener, Map<String, String> values) throws Exception {
    modal(opener);
    return local.answer(local.members().submit(member, opener, values).sent());
  }
}
