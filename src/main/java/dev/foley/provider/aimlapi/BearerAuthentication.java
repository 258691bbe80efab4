package dev.foley.provider.aimlapi;

import dev.foley.secret.Secret;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Puts the key into each request. Comes last, so that no other interceptor sees the header. */
final class BearerAuthentication implements Interceptor {
  private final Secret key;

  /**
   * @throws IllegalArgumentException if the key cannot stand in a header; the message does not contain it
   */
  BearerAuthentication(Secret key) {
    if (!key.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException("the AIML API key contains a space or another character that no key has");
    }
    this.key = key;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer " + key.reveal()).build());
  }
}
