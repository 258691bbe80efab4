package dev.foley.check;

import dev.foley.discord.DiscordQuestionException;
import dev.foley.discord.DiscordQuestions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How far this host's clock is from Discord's. The bot counts a reply's 15 minutes, and how long a member has waited, from moments that
 * Discord names; several instances read each other's times. A clock that is kept by NTP is wrong by milliseconds, so one that is wrong
 * by seconds is not kept, and drifts on; by a minute, replies are given up that could still be edited, or edited when they cannot.
 *
 * <p>Discord tells whole seconds, and the answer takes its time, so a difference counts from the nearest moment that both could mean.
 */
public final class ClockProbe implements Probe {
  private static final String SUBJECT = "Clock";
  private static final Duration UNKEPT = Duration.ofSeconds(5);
  private static final Duration HARMFUL = Duration.ofMinutes(1);
  private static final String ADVICE = "Let NTP keep it: timedatectl set-ntp true, or what your system has.";

  private final DiscordQuestions discord;
  private final InstantSource clock;

  public ClockProbe(DiscordQuestions discord, InstantSource clock) {
    this.discord = discord;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    Instant before = clock.instant();
    Optional<Instant> told;
    try {
      told = discord.time();
    } catch (DiscordQuestionException e) {
      return DiscordTrouble.besides(SUBJECT, e);
    }
    Instant after = clock.instant();
    return told.map(second -> judged(before, second, after))
        .orElseGet(() -> Finding.notAsked(SUBJECT, "Discord's answer has no date to compare with."));
  }

  static Finding judged(Instant before, Instant second, Instant after) {
    Duration ahead = Duration.between(second.plusSeconds(1), before);
    Duration behind = Duration.between(after, second);
    Duration off = ahead.compareTo(behind) > 0 ? ahead : behind;
    if (off.compareTo(UNKEPT) <= 0) {
      return Finding.ok(SUBJECT, "Agrees with Discord's.");
    }
    String words = off.toSeconds() + " seconds " + (off.equals(ahead) ? "ahead of" : "behind") + " Discord's.";
    return off.compareTo(HARMFUL) > 0
        ? Finding.problem(SUBJECT, words + " Replies would be given up too early, or too late.", ADVICE)
        : Finding.warning(SUBJECT, words, ADVICE);
  }
}
