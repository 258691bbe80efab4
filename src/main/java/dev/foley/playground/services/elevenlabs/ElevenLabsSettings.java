package dev.foley.playground.services.elevenlabs;

import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.Pace;
import dev.foley.playground.services.SoundSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What a {@link SimulatedElevenLabs} is made of.
 *
 * @param keys that are accepted, each an account of its own
 * @param random draws times, seeds and identifiers; asked by one thread at a time
 */
public record ElevenLabsSettings(Set<String> keys, Times times, Account account, InstantSource clock,
    RandomGenerator random, SoundSource source) {
  /** The key that is accepted unless others are named. */
  public static final String DEFAULT_KEY = "playground";

  public ElevenLabsSettings {
    keys = Set.copyOf(keys);
  }

  /** How long an answer takes. The service publishes none; these are what its users see. */
  public record Times(JobTimes speech, JobTimes sound, JobTimes music) {
    public static final Times USUAL = new Times(seconds(1, 3), seconds(3, 6), seconds(10, 25));

    private static JobTimes seconds(int shortest, int longest) {
      return new JobTimes(Duration.ofSeconds(shortest), Duration.ofSeconds(longest), 0, 1);
    }

    /** The same times, divided by a factor. */
    public Times dividedBy(double factor) {
      return at(new Pace(factor));
    }

    /** The same times, at a pace that may change. */
    public Times at(Pace pace) {
      return new Times(speech.at(pace), sound.at(pace), music.at(pace));
    }
  }

  /**
   * What an account has.
   *
   * @param characters credits for the month
   * @param usedUp how a request is refused that they do not suffice for
   */
  public record Account(ElevenPlan plan, long characters, UsedUp usedUp) {
    public Account {
      if (characters < 0) {
        throw new IllegalArgumentException("credits are not negative");
      }
    }

    /** With as many characters as the plan has. */
    public static Account of(ElevenPlan plan) {
      return new Account(plan, plan.characters(), UsedUp.PAYMENT_REQUIRED);
    }

    public Account withCharacters(long other) {
      return new Account(plan, other, usedUp);
    }

    public Account withUsedUp(UsedUp other) {
      return new Account(plan, characters, other);
    }
  }

  /** The service's two ways to say that the credits are used up. */
  public enum UsedUp {
    /** 402 {@code insufficient_credits}, in the newer shape. */
    PAYMENT_REQUIRED,
    /** 401 {@code quota_exceeded}, in the older shape. */
    QUOTA_EXCEEDED
  }

  /** One good key, usual times, the Creator plan. */
  public static ElevenLabsSettings defaults(InstantSource clock, RandomGenerator random, SoundSource source) {
    return new ElevenLabsSettings(Set.of(DEFAULT_KEY), Times.USUAL, Account.of(ElevenPlan.CREATOR), clock, random,
        source);
  }

  public ElevenLabsSettings withKeys(Set<String> newKeys) {
    return new ElevenLabsSettings(newKeys, times, account, clock, random, source);
  }

  public ElevenLabsSettings withTimes(Times newTimes) {
    return new ElevenLabsSettings(keys, newTimes, account, clock, random, source);
  }

  public ElevenLabsSettings withAccount(Account newAccount) {
    return new ElevenLabsSettings(keys, times, newAccount, clock, random, source);
  }
}
