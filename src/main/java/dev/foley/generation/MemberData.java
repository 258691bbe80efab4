package dev.foley.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is kept of a member. Thread-safe, blocking. Every method throws {@link StoreException} when the database does not answer. */
public interface MemberData {
  /**
   * A page of a member's generations, every take, newest first.
   *
   * @param before only those older than this one; empty from the newest on
   * @param most at most so many
   */
  List<Generation> generations(UserId member, Optional<GenerationId> before, int most);

  /** The member's requests that wait for a yes, oldest first. */
  List<Draft> drafts(UserId member);

  /** Every line of the ledger about a member, oldest request first. */
  List<LedgerEntry> ledger(UserId member);

  /**
   * Forgets a member: the rows of requests that have ended, with their prompts, and drafts. A request stays until all of its takes have
   * ended, with its lines in the ledger. The other lines stay without the member, since they are the guild's accounts too.
   *
   * @param accountsFrom lines about requests from then on stay with the member: were they forgotten, so were a budget that has been spent
   * @return what was forgotten, whose files are to be removed too
   */
  List<Generation> forget(UserId member, Instant accountsFrom);
}
