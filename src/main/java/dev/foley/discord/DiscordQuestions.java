package dev.foley.discord;

import dev.foley.discord.DiscordQuestionException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * What Discord says of a token before a bot is started with it. Free, repeatable, and without a session: a bot that runs with the same
 * token does not notice. Thread-safe; each call blocks for as long as the client is set to.
 */
public final class DiscordQuestions {
  private final DiscordSettings settings;
  private final OkHttpClient http;

  public DiscordQuestions(DiscordSettings settings, OkHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** The bot's own account. */
  public record Account(String id, String name) {}

  /**
   * Where the gateway is, and what it allows.
   *
   * @param recommendedShards at least 1
   */
  public record Gateway(String url, int recommendedShards, SessionStarts starts) {}

  /**
   * How often the bot may begin a session; each shard begins one at each start.
   *
   * @param total from one renewal to the next
   * @param renewedAfter zero where none has been used
   */
  public record SessionStarts(int total, int remaining, Duration renewedAfter) {}

  @FunctionalInterface
  private interface Reader<T> {
    /** @throws ParsingException if something is missing */
    T read(DataObject body);
  }

  /** @see "Discord API documentation: Get Current User" */
  public Account account() throws DiscordQuestionException {
    return ask("users/@me", body -> new Account(body.getString("id"), body.getString("username")));
  }

  /** @see "Discord API documentation: Get Current Application" */
  public ApplicationFacts application() throws DiscordQuestionException {
    return ask("applications/@me", ApplicationFacts::read);
  }

  /** @see "Discord API documentation: Get Gateway Bot" */
  public Gateway gateway() throws DiscordQuestionException {
    return ask("gateway/bot", body -> {
      DataObject starts = body.getObject("session_start_limit");
      return new Gateway(body.getString("url"), Math.max(body.getInt("shards"), 1), new SessionStarts(
          starts.getInt("total"), starts.getInt("remaining"), Duration.ofMillis(starts.getLong("reset_after"))));
    });
  }

  /** The second in which Discord answered, by its own clock; needs no token. Empty where the answer has no date. */
  public Optional<Instant> time() throws DiscordQuestionException {
    try (Response response = http.newCall(new Request.Builder().url(settings.apiBase() + "gateway").build())
        .execute()) {
      return Optional.ofNullable(response.headers().getInstant("Date"));
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /**
   * Opens the gateway, waits for its greeting, and hangs up.
   *
   * @param gateway is asked unless the settings name another
   */
  public void greet(Gateway gateway) throws DiscordQuestionException, InterruptedException {
    String address = settings.gatewayUrl().map(URI::toString).orElse(gateway.url());
    CompletableFuture<String> greeting = new CompletableFuture<>();
    WebSocket socket;
    try {
      socket = http.newWebSocket(new Request.Builder().url(address + "?v=10&encoding=json").build(),
          new Greeted(greeting));
    } catch (IllegalArgumentException e) {
      throw new DiscordQuestionException(Kind.NOT_UNDERSTOOD, "its address is none", e);
    }
    try {
      greeting.get();
    } catch (ExecutionException e) {
      throw unreachable(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      socket.cancel();
    }
  }

  private static final class Greeted extends WebSocketListener {
    private final CompletableFuture<String> greeting;

    Greeted(CompletableFuture<String> greeting) {
      this.greeting = greeting;
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      greeting.complete(text);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
      greeting.completeExceptionally(failure);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      greeting.completeExceptionally(new IOException("closed with " + code));
    }
  }

  private <T> T ask(String path, Reader<T> reader) throws DiscordQuestionException {
    Request request = new Request.Builder().url(settings.apiBase() + path)
        .header("Authorization", "Bot " + settings.token().reveal()).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return reader.read(DataObject.fromJson(response.body().byteStream()));
      }
      throw new DiscordQuestionException(kind(response.code()), "HTTP " + response.code(), null);
    } catch (ParsingException e) {
      throw new DiscordQuestionException(Kind.NOT_UNDERSTOOD, "an answer of another form", e);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.TOKEN_REFUSED;
      case 429 -> Kind.THROTTLED;
      default -> status >= 500 ? Kind.DOWN : Kind.NOT_UNDERSTOOD;
    };
  }

  /** By type alone: messages name addresses. */
  private static DiscordQuestionException unreachable(Throwable cause) {
    return new DiscordQuestionException(Kind.UNREACHABLE, cause.getClass().getSimpleName(), cause);
  }
}
