package dev.foley.playground.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * One demo.
 *
 * @param line what the member types, as Discord shows it
 * @param out directory for the sound
 * @param timeFactor how many times faster than real the simulated services are
 * @param bot command that starts the bot
 */
public record DemoSettings(String line, Path out, double timeFactor, List<String> bot) {
  public static final String DEFAULT_LINE = "/music prompt:warm lo-fi piano, mellow drums, vinyl crackle, 82 BPM seconds:12";
  /** 50 to 60 seconds become 5 to 6. */
  public static final double DEFAULT_TIME_FACTOR = 10;

  public DemoSettings {
    bot = List.copyOf(bot);
  }
}
