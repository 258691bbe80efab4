package dev.foley.discord.look;

import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.generation.LedgerEntry;
import dev.foley.provider.Cost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request cost, in words. Pure. */
final class MoneyWords {
  private MoneyWords() {}

  /**
   * A line for the estimate, and one for each kind of line in the ledger; all takes together.
   *
   * @param each what one take costs by the price list
   */
  static List<String> lines(Locale locale, Optional<Cost> each, int takes, List<LedgerEntry> entries) {
    List<String> lines = new ArrayList<>();
    each.flatMap(cost -> CostText.sum(Collections.nCopies(takes, cost)))
        .ifPresent(cost -> lines.add(Messages.of(locale, LookText.ESTIMATE, CostText.of(locale, cost))));
    for (LedgerEntry.Kind kind : LedgerEntry.Kind.values()) {
      List<LedgerEntry> ofKind = entries.stream().filter(entry -> entry.kind() == kind).toList();
      CostText.sum(ofKind.stream().map(LedgerEntry::amount).toList()).ifPresent(cost -> lines
          .add(Messages.of(locale, words(kind, ofKind), CostText.of(locale, cost))));
    }
    return lines;
  }

  private static LookText words(LedgerEntry.Kind kind, List<LedgerEntry> entries) {
    return switch (kind) {
      case RESERVED -> LookText.RESERVED;
      case CHARGED ->
        entries.stream().allMatch(LedgerEntry::reported) ? LookText.CHARGED_REPORTED : LookText.CHARGED;
      case RELEASED -> LookText.RELEASED;
      case UNCERTAIN -> LookText.UNCERTAIN;
    };
  }
}
