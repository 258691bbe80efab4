package dev.foley.generation;

import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Generations of the past, to be read. Thread-safe, blocking. Every method throws {@link StoreException} when the database does not
 * answer. A request of several takes is found as its first take.
 */
public interface History {
  /**
   * A page of a member's requests, newest first.
   *
   * @param guild only those made there; empty for all, those of direct messages included
   * @param before only those older than this request; empty from the newest on
   * @param most at most so many
   */
  List<Generation> ofMember(UserId member, Optional<GuildId> guild, Optional<GenerationId> before, int most);

  /**
   * The page before that one: a member's requests that are newer than one of them, and nearest to it; newest first as well.
   *
   * @param guild as above
   */
  List<Generation> newerOfMember(UserId member, Optional<GuildId> guild, GenerationId than, int most);

  /** How many of a member's requests {@link #search} looks at. */
  int SEARCHED = 1_000;

  /**
   * A member's delivered requests whose prompt or id contains a text, newest first; for suggestions. Looks at the newest
   * {@value #SEARCHED} of them.
   *
   * @param part of what was typed, in any case; may be empty
   */
  List<Generation> search(UserId member, String part, int most);

  /** How many requests a member made in a period, of each kind with each model; the most frequent first. */
  List<Tally> tally(UserId member, Instant from, Instant until);

  /**
   * How often something was asked for.
   *
   * @param sounds takes of all these requests together, whether they were made or not
   */
  record Tally(SoundKind kind, ModelId model, int requests, int sounds) {}

  /** The requests that were made out of this one, oldest first. */
  List<Generation> descendants(GenerationId request, int most);

  /** How long the service took for this model's latest sounds, with the request of each, newest first. */
  List<Generation> timed(ModelId model, int most);
}
