package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.discord.reply.TakesHeard.Stage;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Timing;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ProviderJobId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PendingCardTest {
  private static final Instant START = Samples.ASKED;
  private static final Outlook IN_FIFTY_SECONDS = new FakeOutlook() {
    @Override
    public Optional<Duration> expected(AudioRequest request) {
      return Optional.of(Duration.ofSeconds(50));
    }
  };

  private final TakesHeard takes = new TakesHeard();

  @Test
  void whatIsQueuedIsTheCardOfItsResultWithoutABar() {
    takes.hear(Samples.queued(), Stage.QUEUED, OptionalInt.empty());
    assertThat(new PendingCard(IN_FIFTY_SECONDS).of(takes, START)).isEqualTo(new Notice("", Optional.empty(),
        new Notice.Card("Music", "“warm lo-fi piano, rain”\nQueued", Notices.CALM,
            "stable-audio · about 25,200 AIML credits (0.01 USD) · 0ABCDEFGHJKMN"),
        List.of(), List.of(new Notice.Action.Press("cancel:0ABCDEFGHJKMN", "Cancel", false))));
  }

  @Test
  void theBarFollowsTheTimeSinceTheSubmit() {
    takes.hear(Samples.submitted(2, START.plusSeconds(5)), Stage.GENERATING, OptionalInt.empty());
    String at = "Generating · ready <t:" + START.plusSeconds(55).getEpochSecond() + ":R>\n";
    assertThat(words(START.plusSeconds(5))).isEqualTo(at + "▰▱▱▱▱▱▱▱▱▱");
    assertThat(words(START.plusSeconds(30))).isEqualTo(at + "▰▰▰▰▰▱▱▱▱▱");
    assertThat(words(START.plusSeconds(54))).isEqualTo(at + "▰▰▰▰▰▰▰▰▰▱");
  }

  @Test
  void aTimeThatHasPassedIsNeverShown() {
    takes.hear(Samples.submitted(2, START), Stage.GENERATING, OptionalInt.empty());
    for (int seconds : new int[]{50, 51, 600}) {
      assertThat(words(START.plusSeconds(seconds))).isEqualTo("Generating · any moment now\n▰▰▰▰▰▰▰▰▰▱");
    }
  }

  @Test
  void whereNothingIsExpectedItIsSaidWhenItBegan() {
    takes.hear(Samples.submitted(2, START), Stage.GENERATING, OptionalInt.empty());
    assertThat(words(new FakeOutlook(), START.plusSeconds(7)))
        .isEqualTo("Generating · started <t:" + START.getEpochSecond() + ":R>");
  }

  @Test
  void aPlaceInTheServicesQueueIsToldWithoutABar() {
    takes.hear(Samples.submitted(2, START), Stage.WAITING, OptionalInt.of(3));
    assertThat(words(START)).isEqualTo("Waiting at the service · place 3");
    assertThat(new PendingCard(IN_FIFTY_SECONDS).moves(takes, START)).isFalse();
  }

  @Test
  void ofSeveralTakesTheLastOneCounts() {
    takes.hear(take(1, START), Stage.GENERATING, OptionalInt.empty());
    takes.hear(take(2, START.plusSeconds(20)), Stage.GENERATING, OptionalInt.empty());
    takes.hear(Samples.take(3, 3, 4, Samples.readyAfter(Samples.wav(Path.of("x.wav")), 20)), Stage.READY,
        OptionalInt.empty());
    assertThat(words(START.plusSeconds(25))).isEqualTo("Generating · 1 of 3 ready · ready <t:"
        + START.plusSeconds(70).getEpochSecond() + ":R>\n▰▰▰▰▰▱▱▱▱▱");
  }

  private static Generation take(int number, Instant submittedAt) {
    Generation take = Samples.take(number, 3, 2, new GenerationState.Pending(new ProviderJobId("job"), submittedAt));
    return new Generation(take.id(), 2, take.origin(), take.request(), take.takes(), take.lineage(), take.createdAt(),
        0,
        take.cost(), new Timing(Optional.of(submittedAt), Optional.empty()), take.state());
  }

  private String words(Instant now) {
    return words(IN_FIFTY_SECONDS, now);
  }

  private String words(Outlook outlook, Instant now) {
    String text = new PendingCard(outlook).of(takes, now).card().description();
    return text.substring(text.indexOf('\n') + 1);
  }
}
