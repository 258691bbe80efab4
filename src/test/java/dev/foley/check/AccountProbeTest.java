package dev.foley.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.provider.AccountOnly;
import dev.foley.provider.AccountOnly.Account;
import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ProviderName;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountProbeTest {
  @Test
  void whatIsLeftIsToldInDollarsWhereThatIsKnown() {
    assertThat(look("aimlapi", left("3086420", CostUnit.AIML_CREDITS)))
        .isEqualTo(Finding.ok("AIML API", "Accepts the key; 1.54 USD left."));
    assertThat(look("stability", left("123456", CostUnit.STABILITY_CREDITS)).words()).contains("1,234.56 USD left");
    assertThat(look("elevenlabs", () -> Optional.of(new Balance(new BigDecimal(82_769), CostUnit.ELEVENLABS_CREDITS,
        Optional.of(Instant.parse("2026-12-01T00:00:00Z"))))))
        .isEqualTo(Finding.ok("ElevenLabs", "Accepts the key; 82,769 credits left, renewed on 2026-12-01."));
  }

  @Test
  void lessThanADollarIsAWarning() {
    Finding finding = look("fal", left("0.99", CostUnit.USD));
    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.advice()).contains("Top it up at https://fal.ai");
  }

  @Test
  void anEmptyAccountIsAProblemUntilItIsRenewed() {
    Finding finding = look("elevenlabs", () -> Optional.of(new Balance(BigDecimal.ZERO, CostUnit.ELEVENLABS_CREDITS,
        Optional.of(Instant.parse("2026-12-01T00:00:00Z")))));
    assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(finding.words()).isEqualTo("Accepts the key, but the account is used up until 2026-12-01.");
    assertThat(look("fal", left("-0.01", CostUnit.USD)).words()).endsWith("the account is used up.");
  }

  @Test
  void aServiceThatDoesNotTellIsNotClaimedToBeInOrder() {
    Finding finding = look("fal", Optional::empty);
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_ASKED);
    assertThat(finding.words()).contains("cannot be asked without a charge");
  }

  @Test
  void aKeyThatIsRefusedIsAProblem() {
    Finding finding = look("stability", failing(new ProviderException(Kind.UNAUTHORIZED, "HTTP 401")));
    assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(finding.advice()).contains("https://platform.stability.ai", "STABILITY_API_KEY");
  }

  @Test
  void aLimitIsAWarningThatSaysHowLong() {
    Finding finding = look("stability",
        failing(new ProviderException(Kind.THROTTLED, "HTTP 429", Duration.ofSeconds(60), null)));
    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(finding.words()).contains("(for 60 s)");
    assertThat(finding.advice()).contains("providers.stability.perSecond");
  }

  @Test
  void whatCannotBeReachedIsAProblemAndWhatAnswersWithAnErrorIsAWarning() {
    Finding away = look("aimlapi", failing(
        new ProviderException(Kind.UNAVAILABLE, "no answer to the balance", new ConnectException("10.0.0.1"))));
    assertThat(away.verdict()).isEqualTo(Verdict.PROBLEM);
    assertThat(away.words()).isEqualTo("Cannot be reached (ConnectException).");

    Finding troubled = look("aimlapi", failing(new ProviderException(Kind.UNAVAILABLE, "HTTP 503, 12 bytes")));
    assertThat(troubled.verdict()).isEqualTo(Verdict.WARNING);
    assertThat(troubled.words()).contains("HTTP 503, 12 bytes");
  }

  @Test
  void aServiceThatSomebodyHasAddedIsCalledByItsName() {
    assertThat(look("hum", left("5", CostUnit.USD))).isEqualTo(Finding.ok("hum", "Accepts the key; 5.00 USD left."));
  }

  @Test
  void servicesWithoutAKeyAreNamedWithTheirVariable() {
    assertThat(ServicesFound.besides(Set.of()).verdict()).isEqualTo(Verdict.WARNING);
    assertThat(ServicesFound.besides(Set.of(new ProviderName("fal"), new ProviderName("stability"))))
        .isEqualTo(Finding.notAsked("Other services",
            "No key for AIML API (AIMLAPI_KEY), ElevenLabs (ELEVENLABS_API_KEY); not offered to members."));
    assertThat(ServicesFound.besides(Set.of(new ProviderName("fal"), new ProviderName("stability"),
        new ProviderName("aimlapi"), new ProviderName("elevenlabs"))).verdict()).isEqualTo(Verdict.OK);
  }

  private static Finding look(String service, Account account) {
    return new AccountProbe(new AccountOnly(service, account)).look();
  }

  private static Account left(String amount, CostUnit unit) {
    return () -> Optional.of(new Balance(new BigDecimal(amount), unit, Optional.empty()));
  }

  private static Account failing(ProviderException failure) {
    return () -> {
      throw failure;
    };
  }
}
