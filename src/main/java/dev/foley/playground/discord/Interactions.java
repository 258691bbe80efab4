package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What members have done lately, by id and by token. Guarded by {@link Turn}. */
final class Interactions {
  private static final int MAX_INTERACTIONS = 20_000;
  private static final int TOKEN_BYTES = 96;

  private final Snowflakes snowflakes;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Gateway gateway;
  private final InteractionEvent events;
  private final Map<Long, Interaction> byId = new LinkedHashMap<>();
  private final Map<String, Interaction> byToken = new LinkedHashMap<>();

  Interactions(Snowflakes snowflakes, InstantSource clock, RandomGenerator random, Gateway gateway,
      InteractionEvent events) {
    this.snowflakes = snowflakes;
    this.clock = clock;
    this.random = random;
    this.gateway = gateway;
    this.events = events;
  }

  /** Sends it to the bot in the language of the member's client. */
  Interaction send(Interaction.Cause cause, ObjectNode data) {
    return send(cause, data, events.locale(cause.user()));
  }

  /** Sends it to the bot; answers at once, whatever the bot does. */
  Interaction send(Interaction.Cause cause, ObjectNode data, String locale) {
    long id = snowflakes.next();
    Interaction interaction = new Interaction(id, newToken(id), cause, data, clock.instant(), System.nanoTime());
    byId.put(id, interaction);
    byToken.put(interaction.token(), interaction);
    if (byId.size() > MAX_INTERACTIONS) {
      Interaction oldest = byId.values().iterator().next();
      byId.remove(oldest.id());
      byToken.remove(oldest.token());
    }
    gateway.dispatch(events.of(interaction, locale));
    return interaction;
  }

  Optional<Interaction> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<Interaction> all() {
    return byId.values();
  }

  /** For a callback. @throws ApiError 10062 unless id and token belong together and it is not too late */
  Interaction forCallback(long id, String token) {
    Interaction interaction = byId.get(id);
    if (interaction == null || !interaction.token().equals(token) || interaction.failed(clock.instant())
        || interaction.tokenEnded(clock.instant())) {
      throw ApiError.unknownInteraction();
    }
    if (interaction.acknowledged()) {
      throw ApiError.alreadyAcknowledged();
    }
    return interaction;
  }

  /** For follow-ups and edits. @throws ApiError 50027 for a wrong or ended token, 10015 before the first answer */
  Interaction forWebhook(String token) {
    Interaction interaction = byToken.get(token);
    if (interaction == null || interaction.tokenEnded(clock.instant())) {
      throw ApiError.invalidWebhookToken();
    }
    if (!interaction.acknowledged() || interaction.callbackType() == Interaction.CHOICES) {
      throw ApiError.unknownWebhook();
    }
    return interaction;
  }

  private String newToken(long id) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String plain = "interaction:" + id + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }
}
