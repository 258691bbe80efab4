package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.foley.provider.AccountOnly;
import dev.foley.provider.AccountOnly.Account;
import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccountLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(AccountLog.class);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listen() {
    events.start();
    logger.addAppender(events);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(events);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  private Level levelAfter(Account account) {
    AccountLog.ask(new AccountOnly("some", account));
    return events.list.getLast().getLevel();
  }

  private static Optional<Balance> credits(int amount) {
    return Optional.of(new Balance(BigDecimal.valueOf(amount), CostUnit.STABILITY_CREDITS, Optional.empty()));
  }

  @Test
  void tellsWhatIsLeft() {
    assertThat(levelAfter(() -> credits(25))).isEqualTo(Level.INFO);
    assertThat(events.list.getLast().getKeyValuePairs()).extracting(Object::toString)
        .contains("provider=\"some\"", "balance=\"25\"", "unit=\"STABILITY_CREDITS\"");
  }

  @Test
  void warnsOfAnAccountThatIsUsedUp() {
    assertThat(levelAfter(() -> credits(0))).isEqualTo(Level.WARN);
  }

  @Test
  void callsAPersonForAKeyThatIsWrong() {
    assertThat(levelAfter(() -> {
      throw new ProviderException(Kind.UNAUTHORIZED, "HTTP 401");
    })).isEqualTo(Level.ERROR);
  }

  @Test
  void doesNotMindAServiceThatIsDownOrKeepsItToItself() {
    assertThat(levelAfter(() -> {
      throw new ProviderException(Kind.UNAVAILABLE, "HTTP 503");
    })).isEqualTo(Level.WARN);
    int before = events.list.size();
    AccountLog.ask(new AccountOnly("some", Optional::empty));
    assertThat(events.list).hasSize(before);
  }
}
