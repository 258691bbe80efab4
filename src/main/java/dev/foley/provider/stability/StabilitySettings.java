package dev.foley.provider.stability;

import dev.foley.secret.Secret;
import java.net.URI;
import java.time.Duration;

/**
 * How Stability AI is reached.
 *
 * @param baseUrl without {@code /v2beta}; a proxy, a compatible server or the simulator work as well
 * @param callTimeout for one question, from dialling to the last byte
 * @param answerTimeout for one submit: some models answer with the sound, which takes as long as making it
 * @param answerForm in what the sound comes
 */
public record StabilitySettings(URI baseUrl, Secret key, Duration callTimeout, Duration answerTimeout,
    AnswerForm answerForm) {
  public static final URI DEFAULT_URL = URI.create("https://api.stability.ai");
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(30);
  public static final Duration DEFAULT_ANSWER_TIMEOUT = Duration.ofMinutes(3);

  /** The two forms that the service offers. */
  public enum AnswerForm {
    /** The file itself: a quarter smaller, and what the service does by default. */
    AUDIO("audio/*"),
    /** Base64 within JSON, for proxies that pass nothing else. */
    JSON("application/json");

    private final String accept;

    AnswerForm(String accept) {
      this.accept = accept;
    }

    String accept() {
      return accept;
    }
  }
}
