package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A local Discord with a bot that has registered commands and answers by hand; for one test. */
final class Stage implements AutoCloseable {
  final Playground playground = new Playground();
  final MemberControl control = playground.discord.control();
  private final GatewayClient gateway;

  Stage(String commands) throws InterruptedException {
    assertThat(playground.register(commands).status()).isEqualTo(200);
    gateway = playground.connect(1);
  }

  /** Invokes a command as mia in #music, and gives what the bot hears of it. */
  JsonNode invoked(String line) throws InterruptedException {
    String _ = control.invoke("mia", "music", line).sent();
    return interaction();
  }

  /** The next interaction that the bot hears of. */
  JsonNode interaction() throws InterruptedException {
    return gateway.next("INTERACTION_CREATE").path("d");
  }

  RestClient.Answer callback(JsonNode event, String body) {
    return playground.rest.post("/interactions/" + event.path("id").asText() + "/" + event.path("token").asText()
        + "/callback", body);
  }

  static String webhook(JsonNode event) {
    return "/webhooks/" + event.path("application_id").asText() + "/" + event.path("token").asText();
  }

  static String original(JsonNode event) {
    return webhook(event) + "/messages/@original";
  }

  @Override
  public void close() {
    gateway.close();
    playground.close();
  }
}
