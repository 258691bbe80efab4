package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestFailuresTest {
  @ParameterizedTest
  @CsvSource({
      "404, 10003, Closed", // unknown channel
      "404, 10008, Closed", // unknown message: the reply was deleted
      "404, 10015, Closed", // unknown webhook: the token is gone
      "401, 50027, Closed", // invalid webhook token
      "403, 50001, Closed", // missing access
      "403, 50013, Closed", // missing permissions
      "403, 50007, Closed", // no direct messages from this bot
      "400, 50035, Closed", // invalid form: it will not become valid
      "403, 200000, Closed", // blocked by the server's own rules
      "401, 0, NotNow", // the bot's token was changed
      "403, 403, NotNow", // a guard before Discord, in HTML
      "413, 40005, TooLarge",
      "413, 413, TooLarge", // from a proxy, in HTML
      "400, 40005, TooLarge",
      "500, 0, NotNow",
      "502, 502, NotNow",
      "408, 408, NotNow",
      "429, 20028, NotNow",
      "-1, -1, NotNow", // no answer
  })
  void eachAnswerHasItsMeaning(int status, int code, String meaning) {
    assertThat(RestFailures.meaning(status, code).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void whatWaitedTooLongMayBeTriedAgain() {
    assertThat(RestFailures.meaning(new CompletionException(new TimeoutException()))).isInstanceOf(Sent.NotNow.class);
    assertThat(RestFailures.meaning(new IllegalStateException("stopped"))).isInstanceOf(Sent.NotNow.class);
  }
}
