package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.ApplicationFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationProbeTest {
  private static final List<String> NOTHING = List.of();

  @Test
  void anApplicationForServersAndMembersIsInOrder() {
    assertThat(ApplicationProbe.judged(with(true, true, NOTHING)))
        .isEqualTo(Finding.ok("Application", "Foley, for servers and for members."));
  }

  @Test
  void thatItIsPrivateAndAsksForIntentsIsToldInPassing() {
    assertThat(ApplicationProbe.judged(new ApplicationFacts("1", "Foley", false, false, false,
        List.of("Server Members Intent", "Message Content Intent"), true, true, NOTHING)))
        .isEqualTo(
            Finding.ok("Application", "Foley, for servers and for members; private, so only its owner can add it. "
                + "Foley does not need the Server Members Intent, Message Content Intent."));
  }

  /** Commands would go there, and the bot would look alive and hear nothing. */
  @Test
  void anEndpointForInteractionsIsAProblem() {
    Finding finding = ApplicationProbe.judged(new ApplicationFacts("1", "Foley", true, false, true, NOTHING, true, true,
        NOTHING));
    assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(finding.words()).contains("Interactions Endpoint URL");
  }

  @Test
  void aCodeGrantIsAProblem() {
    assertThat(ApplicationProbe.judged(new ApplicationFacts("1", "Foley", false, true, true, NOTHING, true, true,
        NOTHING)).words()).contains("no invitation works");
  }

  @Test
  void whatCanBeInstalledNowhereIsAProblemAndOnlyHereOrThereAWarning() {
    assertThat(ApplicationProbe.judged(with(false, false, NOTHING)).verdict()).isEqualTo(Verdict.PROBLEM);

    Finding servers = ApplicationProbe.judged(with(true, false, NOTHING));
    assertThat(servers.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(servers.words()).startsWith("User Install is off");
    assertThat(servers.advice()).contains("page Installation");

    assertThat(ApplicationProbe.judged(with(false, true, NOTHING)).words()).startsWith("Guild Install is off");
  }

  @Test
  void anInstallLinkThatAsksForTooLittleIsAWarningThatNamesWhatLacks() {
    Finding finding = ApplicationProbe.judged(with(true, true, List.of("bot", "Attach Files")));
    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.words()).contains("bot, Attach Files missing");
  }

  private static ApplicationFacts with(boolean forServers, boolean forMembers, List<String> lacking) {
    return new ApplicationFacts("1", "Foley", false, false, true, NOTHING, forServers, forMembers, lacking);
  }
}
