package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.DiscordQuestions.Gateway;
import dev.foley.discord.DiscordQuestions.SessionStarts;
import dev.foley.discord.Shards;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShardsProbeTest {
  @Test
  void enoughShardsWithEnoughStartsAreInOrder() {
    assertThat(ShardsProbe.judged(Shards.AUTO, gateway(3, 998)))
        .isEqualTo(Finding.ok("Shards", "3, as Discord recommends; 998 of 1000 session starts left."));
    assertThat(ShardsProbe.judged(new Shards.Range(0, 1, 4), gateway(4, 1000)).words())
        .startsWith("2 of 4 here, the others elsewhere;");
    assertThat(ShardsProbe.judged(new Shards.Range(0, 3, 4), gateway(1, 1000)).words()).startsWith("4 of 4 here;");
  }

  @Test
  void tooFewShardsAreAWarning() {
    Finding finding = ShardsProbe.judged(new Shards.Range(0, 1, 2), gateway(4, 1000));
    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.words()).contains("2 in all, where Discord recommends 4");
    assertThat(finding.advice()).contains("FOLEY_SHARDS");
  }

  @Test
  void aStartThatDiscordWouldRefuseIsAProblemThatSaysWhenItEnds() {
    Finding finding = ShardsProbe.judged(Shards.AUTO, gateway(4, 3));
    assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(finding.words()).isEqualTo("3 of 1000 session starts left, and a start needs 4.");
    assertThat(finding.advice()).startsWith("Wait 5 h 30 min");
  }

  @Test
  void thatFewStartsAreLeftIsAWarning() {
    assertThat(ShardsProbe.judged(Shards.AUTO, gateway(1, 99)).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(ShardsProbe.judged(Shards.AUTO, gateway(1, 100)).verdict()).isEqualTo(Verdict.OK);
  }

  private static Gateway gateway(int recommended, int remaining) {
    return new Gateway("wss://gateway.discord.gg", recommended,
        new SessionStarts(1000, remaining, Duration.ofMinutes(330)));
  }
}
