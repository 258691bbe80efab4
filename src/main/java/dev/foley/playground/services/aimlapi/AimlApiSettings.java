package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.SoundSource;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a {@link SimulatedAimlApi} is made of.
 *
 * @param keys that are accepted, each an account of its own
 * @param random draws times and identifiers; asked by one thread at a time
 */
public record AimlApiSettings(Set<String> keys, JobTimes times, Limits limits, Money money, InstantSource clock,
    RandomGenerator random, SoundSource source) {
  /** The key that is accepted unless others are named. */
  public static final String DEFAULT_KEY = "playground";

  public AimlApiSettings {
    keys = Set.copyOf(keys);
  }

  /**
   * How much is done at once.
   *
   * @param running jobs that the service works on at the same time; the others wait as {@code queued}
   * @param unfinishedPerKey jobs of one key, waiting or running; a submit beyond is answered 429
   */
  public record Limits(int running, int unfinishedPerKey) {
    public Limits {
      if (running < 1 || unfinishedPerKey < 0) {
        throw new IllegalArgumentException("limits " + running + " and " + unfinishedPerKey + " are too low");
      }
    }
  }

  /**
   * What an account has and what a job costs.
   *
   * @param openingCredits of each key; 2,000,000 credits are 1 USD
   * @param creditsPerStep 252 on the service's older pages, the only price ever published in steps
   */
  public record Money(long openingCredits, long creditsPerStep) {
    public Money {
      if (openingCredits < 0 || creditsPerStep < 0) {
        throw new IllegalArgumentException("credits are not negative");
      }
    }
  }

  /** One good key, published times, 20 jobs at once, 100 USD. */
  public static AimlApiSettings defaults(InstantSource clock, RandomGenerator random, SoundSource source) {
    return new AimlApiSettings(Set.of(DEFAULT_KEY), JobTimes.PUBLISHED, new Limits(20, 1_000),
        new Money(200_000_000, 252), clock, random, source);
  }

  public AimlApiSettings withKeys(Set<String> newKeys) {
    return new AimlApiSettings(newKeys, times, limits, money, clock, random, source);
  }

  public AimlApiSettings withTimes(JobTimes newTimes) {
    return new AimlApiSettings(keys, newTimes, limits, money, clock, random, source);
  }

  public AimlApiSettings withLimits(Limits newLimits) {
    return new AimlApiSettings(keys, times, newLimits, money, clock, random, source);
  }

  public AimlApiSettings withMoney(Money newMoney) {
    return new AimlApiSettings(keys, times, limits, newMoney, clock, random, source);
  }
}
