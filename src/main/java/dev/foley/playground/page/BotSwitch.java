package dev.foley.playground.page;

import java.io.IOException;

/** The bot's process, as far as the page can switch it on and off. Thread-safe. */
public interface BotSwitch {
  /** Whether its process lives; it may not be online yet. */
  boolean running();

  /** Starts it unless it runs; returns at once. */
  void start() throws IOException;

  /** SIGTERM, and time to finish what is in hand; returns when it is gone. */
  void stop() throws InterruptedException;

  /** SIGKILL; returns when it is gone. */
  void kill() throws InterruptedException;
}
