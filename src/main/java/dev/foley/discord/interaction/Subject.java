package dev.foley.discord.interaction;

import dev.foley.generation.GenerationId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;

/** Which request a message of this bot is about: by its buttons, else by the id in its small print. Pure. */
public final class Subject {
  /** At the end of a footer, and of a line of small print. */
  private static final Pattern SMALL_PRINT = Pattern.compile("(?:^| · )([0-9A-HJKMNP-TV-Z]{13})$");
  private static final List<ButtonAction> ABOUT_GENERATIONS = List.of(ButtonAction.CANCEL, ButtonAction.RETRY,
      ButtonAction.AGAIN, ButtonAction.EDIT, ButtonAction.LONGER, ButtonAction.DETAILS, ButtonAction.DELETE);

  private Subject() {}

  /** Empty for somebody else's message, and for one that is about no request. */
  public static Optional<GenerationId> of(Message message) {
    if (message.getAuthor().getIdLong() != message.getJDA().getSelfUser().getIdLong()) {
      return Optional.empty();
    }
    return message.getComponentTree().findAll(Button.class).stream().flatMap(button -> about(button).stream())
        .findFirst().or(() -> footer(message)).or(() -> smallPrint(message.getContentRaw()));
  }

  private static Optional<GenerationId> about(Button button) {
    String customId = button.getCustomId();
    return customId == null
        ? Optional.empty()
        : ABOUT_GENERATIONS.stream().filter(action -> customId.startsWith(action.kind() + ":"))
            .flatMap(action -> Press.generation(customId.substring(action.kind().length() + 1)).stream()).findFirst();
  }

  private static Optional<GenerationId> footer(Message message) {
    return message.getEmbeds().stream().flatMap(embed -> Optional.ofNullable(embed.getFooter()).stream())
        .flatMap(footer -> Optional.ofNullable(footer.getText()).stream())
        .flatMap(text -> smallPrint(text).stream()).findFirst();
  }

  private static Optional<GenerationId> smallPrint(String text) {
    return Arrays.stream(text.split("\n")).map(SMALL_PRINT::matcher).filter(Matcher::find).findFirst()
        .flatMap(found -> Press.generation(found.group(1)));
  }
}
