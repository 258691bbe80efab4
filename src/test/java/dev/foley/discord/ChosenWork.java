package dev.foley.discord;

import dev.foley.discord.interaction.PermittedWork;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs tasks on what a test has chosen, with as many permits as are wanted, or with none. */
record ChosenWork(Supplier<Executor> chosen) implements PermittedWork {
  @Override
  public void execute(Runnable task) {
    chosen.get().execute(task);
  }

  @Override
  public Optional<Permit> acquire() {
    return chosen.get().equals(BotOnLocalDiscord.FULL) ? Optional.empty() : Optional.of(new Permit() {
      @Override
      public void use(Runnable task) {
        execute(task);
      }

      @Override
      public void release() {
        // there are enough of them
      }
    });
  }
}
