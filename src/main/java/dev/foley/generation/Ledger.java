package dev.foley.generation;

import java.time.Instant;
import java.util.List;

/**
 * What generations cost, to be read; written by {@link GenerationStore#replace(Generation, List)}. Thread-safe, blocking. Every
 * method throws {@link StoreException} when the database does not answer.
 */
public interface Ledger {
  /** The lines of one generation, in the order of their kinds. */
  List<LedgerEntry> entries(GenerationId generation);

  /**
   * What a member spent, wherever they asked.
   *
   * @param from the first moment that counts
   * @param until the first that does not
   */
  Spending ofMember(UserId member, Instant from, Instant until);

  /** What all members of a guild spent there, in the same way. */
  Spending ofGuild(GuildId guild, Instant from, Instant until);
}
