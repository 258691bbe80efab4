package dev.foley.discord.reply;

import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.provider.Cost;
import dev.foley.provider.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What pending replies and results say alike of a request, so that one becomes the other without a jump. Pure. */
final class RequestText {
  private static final int SHOWN_PROMPT = 300;

  private RequestText() {}

  /** Such as {@code Music}, {@code Music · 3 takes}. */
  static String title(Generation generation) {
    Locale locale = generation.origin().locale();
    String title = Messages.title(locale, generation.request().kind());
    int takes = generation.takes().count();
    return takes == 1 ? title : Messages.of(locale, Text.RESULT_TAKES, title, takes);
  }

  static String quoted(Generation generation) {
    return "“" + SafeText.shown(generation.request().prompt(), SHOWN_PROMPT) + "”";
  }

  /**
   * Model, seed, what else there is to say, and at the end the id by which support, and delivery after a restart, find the message.
   */
  static String footer(Generation generation, List<Optional<String>> facts) {
    Locale locale = generation.origin().locale();
    List<String> footer = new ArrayList<>();
    footer.add(generation.request().model().value());
    generation.request().number(Parameter.SEED)
        .ifPresent(seed -> footer.add(Messages.of(locale, Text.RESULT_SEED, seed.toPlainString())));
    facts.stream().flatMap(Optional::stream).forEach(footer::add);
    footer.add(generation.takes().first().value());
    return String.join(" · ", footer);
  }

  /** What some takes of a request cost: as the service has said, else by the price list, and then it says "about". */
  static Optional<String> cost(List<Generation> takes, Outlook outlook) {
    Locale locale = takes.getFirst().origin().locale();
    List<Cost> each = takes.stream()
        .flatMap(take -> take.cost().or(() -> outlook.estimate(take.request())).stream()).toList();
    boolean isReported = takes.stream().allMatch(take -> take.cost().isPresent());
    return CostText.sum(each).map(cost -> CostText.of(locale, cost))
        .map(cost -> isReported ? cost : Messages.of(locale, Text.ESTIMATE, cost));
  }
}
