package dev.foley.provider;

import dev.foley.secret.Secret;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Puts a service's key into each request. Comes last, so that no other interceptor sees the header. */
public final class KeyHeader implements Interceptor {
  private final String header;
  private final String scheme;
  private final Secret key;

  private KeyHeader(String header, String scheme, Secret key) {
    if (!key.reveal().chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException("the key contains a space or another character that no key has");
    }
    this.header = header;
    this.scheme = scheme;
    this.key = key;
  }

  /**
   * {@code Authorization: <scheme> <key>}.
   *
   * @param scheme such as {@code Bearer}
   * @throws IllegalArgumentException if the key cannot stand in a header; the message does not contain it
   */
  public static KeyHeader authorization(String scheme, Secret key) {
    return new KeyHeader("Authorization", scheme + " ", key);
  }

  /**
   * The bare key in a header of the service's own.
   *
   * @throws IllegalArgumentException if the key cannot stand in a header; the message does not contain it
   */
  public static KeyHeader named(String header, Secret key) {
    return new KeyHeader(header, "", key);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header(header, scheme + key.reveal()).build());
  }
}
