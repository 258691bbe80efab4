package dev.foley.discord.privacy;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.MemberData;
import dev.foley.generation.UserId;
import dev.foley.generation.policy.Period;
import dev.foley.provider.AudioSpool;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Removes what is kept of a member: rows, and the files that belong to them. Waits for database and disk. Thread-safe. */
final class Forgetting {
  /** More than anybody may have under way. */
  private static final int COUNTED = 1_000;

  private final MemberData members;
  private final AudioSpool spool;
  private final InstantSource clock;

  Forgetting(MemberData members, AudioSpool spool, InstantSource clock) {
    this.members = members;
    this.spool = spool;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param requests that were removed
   * @param underWay sounds that stay, since their request has not ended
   */
  record Forgotten(int requests, int underWay) {}

  /** @throws dev.foley.generation.StoreException if the database does not answer; nothing was removed then */
  Forgotten forget(UserId member) {
    List<Generation> forgotten = members.forget(member, Period.month(clock.instant()).start());
    forgotten.forEach(this::discard);
    int underWay = members.generations(member, Optional.empty(), COUNTED).size();
    return new Forgotten((int) forgotten.stream().filter(row -> row.takes().number() == 1).count(), underWay);
  }

  /** Of what failed the row names no file, but one that could not be delivered was left in the spool. */
  private void discard(Generation forgotten) {
    if (forgotten.state() instanceof GenerationState.Delivered(_, _, var audio, _)) {
      audio.ifPresent(spool::discard);
    } else {
      spool.find(forgotten.id().value()).ifPresent(spool::discard);
    }
  }
}
