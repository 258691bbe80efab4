package dev.foley.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Finds the gateway. A single JDA always dials Discord's own, whatever the configured API says, so that a proxy or a local Discord
 * would be passed by; here it is what is configured, else what the configured API answers, else Discord's own.
 */
final class GatewayAddress extends SessionControllerAdapter {
  private final DiscordSettings settings;
  private final OkHttpClient http;

  GatewayAddress(DiscordSettings settings, OkHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** @throws UncheckedIOException if the API cannot be asked just now */
  @Override
  public String getGateway() {
    if (settings.gatewayUrl().isPresent()) {
      return settings.gatewayUrl().get().toString();
    }
    return settings.apiUrl().isPresent() ? ask().getString("url") : super.getGateway();
  }

  /**
   * How many shards Discord recommends; it requires several of a bot in thousands of servers.
   *
   * @throws UncheckedIOException if the API cannot be asked just now
   * @throws InvalidTokenException if Discord does not know the token
   */
  int recommendedShards() {
    return Math.max(ask().getInt("shards", 1), 1);
  }

  private DataObject ask() {
    Request request = new Request.Builder().url(settings.apiBase() + "gateway/bot")
        .header("Authorization", "Bot " + settings.token().reveal()).build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() == 401) {
        throw new InvalidTokenException();
      }
      if (!response.isSuccessful()) {
        throw new IOException("the API answered " + response.code());
      }
      return DataObject.fromJson(response.body().byteStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
