package dev.foley.discord.interaction;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each interaction to its command, button, menu or form, on JDA's event thread. One that fails harms no other. */
public final class InteractionRouter implements EventListener {
  private static final Logger log = LoggerFactory.getLogger(InteractionRouter.class);

  private final Map<String, Command> commands;
  private final Map<String, Menu> menus;
  private final Map<String, Press> presses;
  private final Map<String, Selection> selections;
  private final Map<String, Form> forms;
  private volatile boolean accepting = true;

  public InteractionRouter(Interactions interactions) {
    this.commands = by(interactions.commands(), command -> command.data().getName());
    this.menus = by(interactions.menus(), menu -> menu.data().getName());
    this.presses = by(interactions.presses(), Press::kind);
    this.selections = by(interactions.selections(), Selection::kind);
    this.forms = by(interactions.forms(), Form::kind);
  }

  private static <T> Map<String, T> by(Collection<? extends T> all, Function<T, String> name) {
    return all.stream().collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }

  /** What Discord is told of them. */
  public List<CommandData> data() {
    return Stream.<CommandData>concat(commands.values().stream().map(Command::data),
        menus.values().stream().map(Menu::data)).toList();
  }

  public void stopAccepting() {
    accepting = false;
  }

  /** What JDA's {@code ListenerAdapter} does by walking through the superclasses of each event, for each listener. */
  @Override
  public void onEvent(GenericEvent event) {
    switch (event) {
      case SlashCommandInteractionEvent command -> invoked(command);
      case CommandAutoCompleteInteractionEvent option -> typed(option);
      case MessageContextInteractionEvent menu -> chosen(menu);
      case ButtonInteractionEvent button -> pressed(button);
      case StringSelectInteractionEvent selection -> chosen(selection);
      case ModalInteractionEvent form -> submitted(form);
      default -> {
      }
    }
  }

  private void invoked(SlashCommandInteractionEvent event) {
    Command command = commands.get(event.getName());
    route(event, command == null ? null : () -> command.invoked(event), Text.UNKNOWN_COMMAND);
  }

  private void typed(CommandAutoCompleteInteractionEvent event) {
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

  private void chosen(MessageContextInteractionEvent event) {
    Menu menu = menus.get(event.getName());
    route(event, menu == null ? null : () -> menu.chosen(event), Text.UNKNOWN_COMMAND);
  }

  private void pressed(ButtonInteractionEvent event) {
    CustomId id = CustomId.of(event.getComponentId());
    Press press = presses.get(id.kind());
    route(event, press == null ? null : () -> press.pressed(event, id.argument()), Text.UNKNOWN_BUTTON);
  }

  private void chosen(StringSelectInteractionEvent event) {
    CustomId id = CustomId.of(event.getComponentId());
    Selection selection = selections.get(id.kind());
    route(event, selection == null ? null : () -> selection.chosen(event, id.argument()), Text.UNKNOWN_BUTTON);
  }

  private void submitted(ModalInteractionEvent event) {
    CustomId id = CustomId.of(event.getModalId());
    Form form = forms.get(id.kind());
    route(event, form == null ? null : () -> form.submitted(event, id.argument()), Text.UNKNOWN_BUTTON);
  }

  /** {@code kind:argument}; anything may come. */
  private record CustomId(String kind, String argument) {
    static CustomId of(String text) {
      String[] parts = text.split(":", 2);
      return new CustomId(parts[0], parts.length == 2 ? parts[1] : "");
    }
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
