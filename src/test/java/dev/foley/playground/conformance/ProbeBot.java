package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** A running bot on JDA that does, at a member's command, each thing a bot like Foley does ({@link ProbeActions}). */
final class ProbeBot implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> received;
  private final JDA jda;

  private ProbeBot(JDA jda, List<JsonNode> received) {
    this.jda = jda;
    this.received = received;
  }

  /**
   * Connects, registers its commands, and returns when both are done.
   *
   * @param api where REST requests go, without {@code /api/v10}
   * @param gateway a {@code ws:} address
   */
  static ProbeBot start(URI api, URI gateway, String token) throws InterruptedException {
    List<JsonNode> received = new CopyOnWriteArrayList<>();
    JDA jda = JDABuilder.createLight(token, GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES)
        .setMemberCachePolicy(MemberCachePolicy.NONE)
        .setRestConfig(new RestConfig().setBaseUrl(api + "/api/v10/"))
        .setSessionController(new SessionControllerAdapter() {
          @Override
          public String getGateway() {
            return gateway.toString();
          }
        })
        .setRawEventsEnabled(true)
        .addEventListeners((EventListener) event -> keep(event, received), new ProbeActions())
        .build().awaitReady();
    jda.updateCommands().addCommands(ProbeActions.COMMANDS).complete();
    return new ProbeBot(jda, received);
  }

  /** Payloads of all gateway events so far, with {@code t} and {@code d}. */
  List<JsonNode> received() {
    return List.copyOf(received);
  }

  /** The data of all gateway events of a type so far. */
  List<JsonNode> received(String type) {
    return received.stream().filter(event -> event.path("t").asText().equals(type)).map(event -> event.path("d"))
        .toList();
  }

  @Override
  public void close() {
    jda.shutdownNow();
  }

  private static void keep(GenericEvent event, List<JsonNode> received) {
    if (event instanceof RawGatewayEvent raw) {
      try {
        received.add(JSON.readTree(raw.getPackage().toJson()));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
