package dev.foley.discord.look;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.generation.Generation;
import dev.foley.generation.History;
import dev.foley.generation.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /show}: an earlier sound once more. */
final class ShowCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(ShowCommand.class);
  private static final String NAME = "show";
  private static final String ID = "id";
  /** Discord drops suggestions after 3 seconds. */
  private static final long SUGGEST_MILLIS = 2_500;

  private final Show show;
  private final History history;
  private final Executor work;
  private final InstantSource clock;

  ShowCommand(Show show, History history, Executor work, InstantSource clock) {
    this.show = show;
    this.history = history;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash(NAME)
        .addOptions(Localized.option(OptionType.STRING, NAME, ID).setRequired(true).setAutoComplete(true));
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    show.show(event, event.getOption(ID, "", OptionMapping::getAsString));
  }

  /** A member's own; whatever goes wrong, the id can still be typed. */
  @Override
  public void typed(CommandAutoCompleteInteractionEvent event) {
    UserId member = new UserId(event.getUser().getIdLong());
    String typed = event.getFocusedOption().getValue().strip();
    CompletableFuture<List<Generation>> found = new CompletableFuture<>();
    try {
      work.execute(() -> {
        try {
          found.complete(history.search(member, typed, OptionData.MAX_CHOICES));
        } catch (RuntimeException e) {
          found.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException full) {
      found.complete(List.of());
    }
    CompletableFuture<Void> _ = found.orTimeout(SUGGEST_MILLIS, TimeUnit.MILLISECONDS).exceptionally(failure -> {
      log.atWarn().addKeyValue("failure", failure.getClass().getSimpleName())
          .log("Earlier sounds could not be suggested");
      return List.of();
    }).thenAccept(earlier -> Intake.suggest(event,
        ShowChoices.of(Received.locale(event), earlier, clock.instant())));
  }
}
