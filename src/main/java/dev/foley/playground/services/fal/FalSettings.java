package dev.foley.playground.services.fal;

import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.SoundSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a {@link SimulatedFal} is made of.
 *
 * @param keys that are accepted, each an account of its own
 * @param adminKeys those among them that may also see the balance
 * @param running jobs of one account that are in progress at the same time; more of them wait in the queue
 * @param random draws times and identifiers; asked by one thread at a time
 */
public record FalSettings(Set<String> keys, Set<String> adminKeys, JobTimes times, int running, Money money,
    InstantSource clock, RandomGenerator random, SoundSource source) {
  /** The key that is accepted unless others are named; an admin's. */
  public static final String DEFAULT_KEY = "playground";
  /** What a new account has. */
  public static final int DEFAULT_RUNNING = 2;
  /** No time is published for these models: a guess. */
  public static final JobTimes DEFAULT_TIMES = new JobTimes(Duration.ofSeconds(8), Duration.ofSeconds(15), 0, 1);

  public FalSettings {
    keys = Set.copyOf(keys);
    adminKeys = Set.copyOf(adminKeys);
    if (!keys.containsAll(adminKeys)) {
      throw new IllegalArgumentException("an admin's key is not among the keys");
    }
    if (running < 1) {
      throw new IllegalArgumentException("running " + running + " is below 1");
    }
  }

  /**
   * What an account has and what the models cost, in thousandths of a US dollar.
   *
   * @param opening of each key
   * @param perComputeSecond of {@code stable-audio}, which the service gives away
   * @param perAudio of {@code stable-audio-25}
   * @param perSecondOfSound of the sound effects; not among the published prices that we know
   */
  public record Money(long opening, long perComputeSecond, long perAudio, long perSecondOfSound) {
    public Money {
      if (opening < 0 || perComputeSecond < 0 || perAudio < 0 || perSecondOfSound < 0) {
        throw new IllegalArgumentException("money is not negative");
      }
    }
  }

  /** One good key, 2 jobs at once, 100 USD. */
  public static FalSettings defaults(InstantSource clock, RandomGenerator random, SoundSource source) {
    return new FalSettings(Set.of(DEFAULT_KEY), Set.of(DEFAULT_KEY), DEFAULT_TIMES, DEFAULT_RUNNING,
        new Money(100_000, 0, 200, 2), clock, random, source);
  }

  /** @param admins those among the keys that may also see the balance */
  public FalSettings withKeys(Set<String> newKeys, Set<String> admins) {
    return new FalSettings(newKeys, admins, times, running, money, clock, random, source);
  }

  public FalSettings withTimes(JobTimes newTimes) {
    return new FalSettings(keys, adminKeys, newTimes, running, money, clock, random, source);
  }

  public FalSettings withRunning(int newRunning) {
    return new FalSettings(keys, adminKeys, times, newRunning, money, clock, random, source);
  }

  public FalSettings withMoney(Money newMoney) {
    return new FalSettings(keys, adminKeys, times, running, newMoney, clock, random, source);
  }
}
