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
   * The lines of a member, wherever they asked, oldest request first; all of a generation's or none.
   *
   * @param from the first moment that counts
   * @param until the first that does not
   */
  List<LedgerEntry> lines(UserId member, Instant from, Instant until);

  /** The lines of all members of a guild about what they asked for there, in the same way. */
  List<LedgerEntry> lines(GuildId guild, Instant from, Instant until);

  /** What a member spent, wherever they asked, in the same way. */
  default Spending ofMember(UserId member, Instant from, Instant until) {
    return Spending.of(lines(member, from, until));
  }

  /** What all members of a guild spent there, in the same way. */
  default Spending ofGuild(GuildId guild, Instant from, Instant until) {
    return Spending.of(lines(guild, from, until));
  }
}
