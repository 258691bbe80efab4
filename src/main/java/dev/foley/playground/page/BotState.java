package dev.foley.playground.page;

import dev.foley.playground.discord.WorldControl;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the bot is there, and whether it can be switched. Thread-safe. */
final class BotState {
  /** What the page shows. */
  enum Kind {
    ONLINE, STARTING, OFFLINE
  }

  /**
   * As it stands.
   *
   * @param state in small letters
   * @param switchable whether it is a process of ours; a bot of somebody else comes and goes as it likes
   * @param starts how often a bot has come online
   */
  record Now(String state, boolean switchable, int starts) {}

  private final WorldControl world;
  private final AtomicReference<Optional<BotSwitch>> process = new AtomicReference<>(Optional.empty());

  BotState(WorldControl world) {
    this.world = world;
  }

  void manage(BotSwitch bot) {
    process.set(Optional.of(bot));
  }

  Optional<BotSwitch> process() {
    return process.get();
  }

  Now now() {
    boolean running = process().map(BotSwitch::running).orElse(false);
    Kind kind = world.connectedSessions() > 0 ? Kind.ONLINE : running ? Kind.STARTING : Kind.OFFLINE;
    return new Now(kind.name().toLowerCase(Locale.ROOT), process().isPresent(), world.begunSessions());
  }
}
