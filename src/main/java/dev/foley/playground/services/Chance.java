package dev.foley.playground.services;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Everything about a service that is drawn by lot: times, seeds and identifiers. Thread-safe. */
public final class Chance {
  private static final String TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  private static final String HEX = "0123456789abcdef";

  private final RandomGenerator random; // guarded by this

  public Chance(RandomGenerator random) {
    this.random = random;
  }

  public synchronized long nextLong() {
    return random.nextLong();
  }

  /** @return at least 0 and below the bound */
  public synchronized long nextLong(long bound) {
    return random.nextLong(bound);
  }

  public synchronized JobTimes.Drawn draw(JobTimes times) {
    return times.draw(random);
  }

  /** A random (version 4) UUID. */
  public synchronized String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  /** So many letters, digits, dashes and underscores. */
  public String token(int length) {
    return drawn(TOKEN_ALPHABET, length);
  }

  /** So many hexadecimal digits. */
  public String hex(int length) {
    return drawn(HEX, length);
  }

  private synchronized String drawn(String alphabet, int length) {
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return token.toString();
  }
}
