package dev.foley.discord.interaction;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each interaction to its command or button, on JDA's event thread. One that fails harms no other. */
public final class InteractionRouter extends ListenerAdapter {
  private static final Logger log = LoggerFactory.getLogger(InteractionRouter.class);

  private final Map<String, Command> commands;
  private final Map<String, Press> presses;
  private volatile boolean accepting = true;

  public InteractionRouter(Collection<? extends Command> commands, Collection<? extends Press> presses) {
    this.commands = commands.stream().collect(Collectors.toUnmodifiableMap(command -> command.data().getName(),
        Function.identity()));
    this.presses = presses.stream().collect(Collectors.toUnmodifiableMap(Press::kind, Function.identity()));
  }

  public List<SlashCommandData> data() {
    return commands.values().stream().map(Command::data).toList();
  }

  public void stopAccepting() {
    accepting = false;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Command command = commands.get(event.getName());
    route(event, command == null ? null : () -> command.invoked(event), Text.UNKNOWN_COMMAND);
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    Command command = commands.get(event.getName());
    try {
      if (accepting && command != null) {
        command.typed(event);
      } else {
        Intake.suggest(event, List.of());
      }
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("Suggestions could not be made");
      if (!event.isAcknowledged()) {
        Intake.suggest(event, List.of());
      }
    }
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    String[] id = event.getComponentId().split(":", 2);
    Press press = presses.get(id[0]);
    route(event, press == null ? null : () -> press.pressed(event, id.length == 2 ? id[1] : ""), Text.UNKNOWN_BUTTON);
  }

  private void route(IReplyCallback event, @Nullable Runnable handler, Text unknown) {
    Locale locale = Received.locale(event);
    if (!accepting) {
      Intake.refuse(event, Messages.of(locale, Text.RESTARTING));
    } else if (handler == null) {
      Intake.refuse(event, Messages.of(locale, unknown));
    } else {
      Intake.guarded(event, handler);
    }
  }
}
