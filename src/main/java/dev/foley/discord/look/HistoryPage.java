package dev.foley.discord.look;

import dev.foley.generation.Generation;
import dev.foley.generation.UserId;
import java.util.List;

/**
 * Some of a member's requests, newest first, each by all its takes.
 *
 * @param older whether there are some beyond the last
 * @param newer whether there are some beyond the first
 */
record HistoryPage(UserId member, List<List<Generation>> requests, boolean older, boolean newer) {
  HistoryPage {
    requests = List.copyOf(requests);
  }
}
