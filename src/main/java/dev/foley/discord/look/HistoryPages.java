package dev.foley.discord.look;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GuildId;
import dev.foley.generation.History;
import java.util.List;
import java.util.Optional;

/**
 * Finds the pages of a history. Each is found by a request next to it rather than counted, so that none is shown twice when more is
 * made meanwhile. Thread-safe, blocking.
 */
final class HistoryPages {
  static final int PAGE = 8;

  private final History history;
  private final KnownRequests requests;

  HistoryPages(History history, KnownRequests requests) {
    this.history = history;
    this.requests = requests;
  }

  /** @param guild where the requests were made; empty for everywhere */
  HistoryPage of(HistoryCursor cursor, Optional<GuildId> guild) {
    if (cursor.newer()) {
      GenerationId than = cursor.id().orElseThrow();
      List<Generation> found = history.newerOfMember(cursor.member(), guild, than, PAGE + 1);
      if (found.size() > PAGE) {
        return page(cursor, found.subList(found.size() - PAGE, found.size()), true, true);
      }
    }
    boolean newest = cursor.newer() || cursor.id().isEmpty(); // what is newer than all but a page is the first page, and a whole one
    List<Generation> found = history.ofMember(cursor.member(), guild, newest ? Optional.empty() : cursor.id(),
        PAGE + 1);
    return page(cursor, found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE, !newest);
  }

  private HistoryPage page(HistoryCursor cursor, List<Generation> firstTakes, boolean older, boolean newer) {
    return new HistoryPage(cursor.member(), firstTakes.stream().map(requests::takes).toList(), older, newer);
  }
}
