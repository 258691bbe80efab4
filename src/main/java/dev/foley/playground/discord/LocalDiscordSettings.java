package dev.foley.playground.discord;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a local Discord is made of.
 *
 * @param token the one bot token that is accepted
 * @param directory where uploads are kept; null for a temporary one
 * @param deleteOnClose whether the directory goes with the local Discord
 * @param clock decides ids, the 3-second and the 15-minute rule, rate limits and the addresses of files
 * @param attachmentLimitBytes for each file, and what interactions announce
 * @param random session ids, interaction tokens, signatures
 */
public record LocalDiscordSettings(String token, @Nullable Path directory, boolean deleteOnClose, InstantSource clock,
    long attachmentLimitBytes, RandomGenerator random) {
  /** The token that other people's bots may use. */
  public static final String DEFAULT_TOKEN = "playground";

  private static final long DEFAULT_ATTACHMENT_LIMIT = 10L << 20;

  public LocalDiscordSettings {
    if (token.isBlank()) {
      throw new IllegalArgumentException("the bot token is empty");
    }
    if (attachmentLimitBytes < 1) {
      throw new IllegalArgumentException("the attachment limit is below 1 byte");
    }
  }

  /** The system's clock, a temporary directory, 10 MiB for each file, the token {@value #DEFAULT_TOKEN}. */
  public static LocalDiscordSettings defaults() {
    return new LocalDiscordSettings(DEFAULT_TOKEN, null, true, InstantSource.system(), DEFAULT_ATTACHMENT_LIMIT,
        RandomGenerator.of("SecureRandom"));
  }

  public LocalDiscordSettings withToken(String changed) {
    return new LocalDiscordSettings(changed, directory, deleteOnClose, clock, attachmentLimitBytes, random);
  }

  /** Keeps the files there, also after closing. */
  public LocalDiscordSettings withDirectory(Path changed) {
    return new LocalDiscordSettings(token, changed, false, clock, attachmentLimitBytes, random);
  }

  public LocalDiscordSettings withClock(InstantSource changed) {
    return new LocalDiscordSettings(token, directory, deleteOnClose, changed, attachmentLimitBytes, random);
  }

  public LocalDiscordSettings withAttachmentLimit(long bytes) {
    return new LocalDiscordSettings(token, directory, deleteOnClose, clock, bytes, random);
  }

  public LocalDiscordSettings withRandom(RandomGenerator changed) {
    return new LocalDiscordSettings(token, directory, deleteOnClose, clock, attachmentLimitBytes, changed);
  }

  @Override
  public String toString() {
    return "LocalDiscordSettings[directory=" + directory + ", attachmentLimitBytes=" + attachmentLimitBytes + "]";
  }
}
