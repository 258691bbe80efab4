package dev.foley.playground.services.stability;

import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.SoundSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a {@link SimulatedStability} is made of.
 *
 * @param keys that are accepted, each an account of its own
 * @param times of a generation: until a synchronous call is answered, in real time; until an asynchronous one can be
 *     fetched, by the clock
 * @param random draws times, seeds and identifiers; asked by one thread at a time
 */
public record StabilitySettings(Set<String> keys, JobTimes times, Limits limits, Money money, InstantSource clock,
    RandomGenerator random, SoundSource source) {
  /** The key that is accepted unless others are named. */
  public static final String DEFAULT_KEY = "playground";
  /** No document says how long it takes; clients wait two to three minutes at most. */
  public static final JobTimes USUAL_TIMES = new JobTimes(Duration.ofSeconds(10), Duration.ofSeconds(20), 0, 1);

  public StabilitySettings {
    keys = Set.copyOf(keys);
  }

  /**
   * How much is taken at once. The time factor does not change them.
   *
   * @param requests of one key within the window; one more, and the key is locked out
   * @param running asynchronous generations that are worked on at the same time
   * @param requestBytes of a body; documented for uploads only
   */
  public record Limits(int requests, Duration window, Duration lockout, int running, long requestBytes) {
    /** 150 requests in 10 seconds, then a minute of silence; 50 MB. */
    public static final Limits PUBLISHED = new Limits(150, Duration.ofSeconds(10), Duration.ofSeconds(60), 20,
        50_000_000);

    public Limits {
      if (requests < 1 || running < 1) {
        throw new IllegalArgumentException("limits " + requests + " and " + running + " are too low");
      }
    }
  }

  /**
   * What an account has at first.
   *
   * @param openingCredits 1 credit is 0.01 USD
   */
  public record Money(long openingCredits) {
    public Money {
      if (openingCredits < 0) {
        throw new IllegalArgumentException("credits are not negative");
      }
    }
  }

  /** One good key, usual times, published limits, 10,000 credits. */
  public static StabilitySettings defaults(InstantSource clock, RandomGenerator random, SoundSource source) {
    return new StabilitySettings(Set.of(DEFAULT_KEY), USUAL_TIMES, Limits.PUBLISHED, new Money(10_000), clock, random,
        source);
  }

  public StabilitySettings withKeys(Set<String> newKeys) {
    return new StabilitySettings(newKeys, times, limits, money, clock, random, source);
  }

  public StabilitySettings withTimes(JobTimes newTimes) {
    return new StabilitySettings(keys, newTimes, limits, money, clock, random, source);
  }

  public StabilitySettings withLimits(Limits newLimits) {
    return new StabilitySettings(keys, times, newLimits, money, clock, random, source);
  }

  public StabilitySettings withMoney(Money newMoney) {
    return new StabilitySettings(keys, times, limits, newMoney, clock, random, source);
  }
}
