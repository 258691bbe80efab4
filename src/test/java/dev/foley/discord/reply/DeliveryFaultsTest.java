package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Generation;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.playground.discord.Fault;
import dev.foley.playground.discord.Fault.Refusal;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Permission;
import dev.foley.provider.AudioArtifact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Discord does to the message that brings a sound, in whichever place: it is there in the end, and there once. */
class DeliveryFaultsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Where the sound goes. */
  enum Way {
    REPLY, CHANNEL, DIRECT
  }

  /** @param route of the request that brings its sound, and of no other */
  private record Due(Generation generation, String member, String route) {
    String channel() {
      return generation.origin().channel().toString();
    }
  }

  private static final AtomicInteger MEMBERS = new AtomicInteger();

  @TempDir
  static Path spool;
  private static BotOnLocalDiscord local;
  private static AudioArtifact wav;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(new InMemoryGenerationStore(), BotOnLocalDiscord.catalogue());
    Path file = Files.write(spool.resolve("sound.wav"), new byte[2_116_844]);
    AudioContent content = Samples.wav(file).content();
    wav = new AudioArtifact(file, Files.size(file), content, Optional.empty());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  static Stream<Arguments> passingFaults() {
    List<Fault> everywhere = List.of(new Fault.Answer(500), new Fault.Answer(503),
        new Fault.RateLimited(Fault.Scope.USER, SECOND), new Fault.DropBefore(), new Fault.DropAfter());
    List<Fault> once = List.of(new Fault.Answer(502), new Fault.RateLimited(Fault.Scope.SHARED, SECOND),
        new Fault.RateLimited(Fault.Scope.GLOBAL, SECOND), new Fault.Banned(SECOND), new Fault.Slow(SECOND));
    return Stream.concat(
        Arrays.stream(Way.values()).flatMap(way -> everywhere.stream().map(fault -> Arguments.of(way, fault))),
        once.stream().map(fault -> Arguments.of(Way.CHANNEL, fault)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("passingFaults")
  void whatPassesCostsNothingAndDoublesNothing(Way way, Fault fault) throws Exception {
    Due due = due(way);
    local.discord.faults().inject(due.route(), fault, 1);

    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);

    assertThat(sounds(due)).hasSize(1);
    // As a step does whose earlier one died before it could write down that it had delivered.
    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(sounds(due)).hasSize(1);
  }

  /** Among them the two by which Discord says that a token has died early: 10015 and 50027. */
  @ParameterizedTest(name = "{0}")
  @EnumSource(value = Refusal.class, mode = EnumSource.Mode.EXCLUDE, names = "TOO_LARGE")
  void aReplyThatIsSuddenlyRefusedGoesTheNextWay(Refusal refusal) throws Exception {
    Due due = due(Way.REPLY);
    local.discord.faults().inject(due.route(), new Fault.Refused(refusal), 1);

    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(sounds(due)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(value = Permission.class, names = {"VIEW_CHANNEL", "SEND_MESSAGES", "ATTACH_FILES", "EMBED_LINKS"})
  void aPermissionThatWasWithdrawnLeadsToADirectMessage(Permission withdrawn) throws Exception {
    Due due = due(Way.CHANNEL);
    local.discord.world().denyBot(due.channel(), Set.of(withdrawn));

    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(withSound("@" + due.member(), due)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(value = Permission.class, names = {"SEND_MESSAGES", "ATTACH_FILES", "EMBED_LINKS"})
  void theReplyNeedsNoPermission(Permission withdrawn) throws Exception {
    Due due = due(Way.REPLY);
    local.discord.world().denyBot(due.channel(), Set.of(withdrawn));

    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(withSound(due.channel(), due)).hasSize(1);
  }

  @Test
  void aChannelThatIsGoneLeadsToADirectMessage() throws Exception {
    Due due = due(Way.REPLY);
    local.discord.world().deleteChannel(due.channel());

    assertThat(deliverAtLast(due)).isInstanceOf(DeliveryOutcome.Posted.class);
    assertThat(withSound("@" + due.member(), due)).hasSize(1);
  }

  private static Due due(Way way) throws Exception {
    String channel = local.newChannel();
    String member = local.discord.world().addMember("member" + MEMBERS.incrementAndGet());
    String interaction = local.members().invoke(member, channel, "/music prompt:rain").sent();
    Generation generation = local.generation(local.answer(interaction));
    if (way != Way.REPLY) {
      local.members().expireToken(interaction);
    }
    if (way == Way.DIRECT) {
      local.discord.world().deleteChannel(channel);
    }
    String route = switch (way) {
      case REPLY -> "PATCH /webhooks/*/" + generation.origin().interactionToken().reveal() + "/messages/@original";
      case CHANNEL -> "POST /channels/" + generation.origin().channel() + "/messages";
      case DIRECT -> "POST /channels/" + directChannel(member) + "/messages";
    };
    return new Due(generation, member, route);
  }

  private static String directChannel(String member) {
    local.members().messages(member, "@" + member); // opens it
    return local.discord.world().channels().stream().filter(channel -> channel.name().equals("@" + member))
        .findFirst().orElseThrow().id();
  }

  /** As the steps do: again, as long as the answer is "not now". */
  private static DeliveryOutcome deliverAtLast(Due due) {
    Generation ready = Samples.ready(due.generation(), wav);
    DeliveryOutcome outcome = local.replies.deliver(Samples.sound(ready, wav));
    for (int repeats = 0; repeats < 5 && outcome instanceof DeliveryOutcome.NotNow; repeats++) {
      outcome = local.replies.deliver(Samples.sound(ready, wav));
    }
    return outcome;
  }

  private static List<MessageView> sounds(Due due) {
    List<MessageView> all = new ArrayList<>(withSound("@" + due.member(), due));
    if (local.discord.world().channels().stream().anyMatch(each -> each.id().equals(due.channel()))) {
      all.addAll(withSound(due.channel(), due));
    }
    return all;
  }

  private static List<MessageView> withSound(String channel, Due due) {
    return local.members().messages(due.member(), channel).stream()
        .filter(message -> message.attachments().stream()
            .anyMatch(file -> file.filename().contains(due.generation().id().value())))
        .toList();
  }
}
