package dev.foley.generation;

import java.util.List;

/** All that is kept of a member. Thread-safe, blocking. Every method throws {@link StoreException} when the database does not answer. */
public interface MemberData {
  /** Every generation of a member, oldest first. */
  List<Generation> generations(UserId member);

  /** Every line of the ledger about a member, oldest first. */
  List<LedgerEntry> ledger(UserId member);

  /**
   * Forgets a member: rows of what has ended, with their prompts, and drafts. The ledger's lines stay without the member, since they
   * are the guild's accounts too. What is under way stays until it has ended.
   *
   * @return the generations that were forgotten, whose files are to be removed too
   */
  List<GenerationId> forget(UserId member);
}
