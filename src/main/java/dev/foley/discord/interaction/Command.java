package dev.foley.discord.interaction;

import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** One slash command. A new one is a class of this kind and a line in {@link dev.foley.discord.DiscordBot}. */
public interface Command {
  /** What Discord is told of it: name, description, options and their limits. */
  SlashCommandData data();

  /** A member used it. Called on JDA's event thread, so it must not wait: no SQL, no HTTP, no {@code complete()}. */
  void invoked(SlashCommandInteractionEvent event);

  /** A member is filling in an option that has suggestions. Called on JDA's event thread as well. */
  default void typed(CommandAutoCompleteInteractionEvent event) {
    Intake.suggest(event, List.of());
  }
}
