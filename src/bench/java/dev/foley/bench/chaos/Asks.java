package dev.foley.bench.chaos;

import dev.foley.bench.chaos.Ask.After;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws what members ask for: all kinds of services, and of ways to the member. One thread at a time. */
final class Asks {
  /** How a service answers a submit, which decides what moments there are. */
  private enum Kind {
    /** With a job and, later, an address. */
    JOB("/music prompt:%s warm lo-fi piano model:stable-audio seconds:2",
        "/music prompt:%s brass fanfare model:stable-audio seconds:1"),
    /** With a job that can be cancelled. */
    QUEUE("/music prompt:%s techno, 128 BPM model:fal-ai/stable-audio-25/text-to-audio seconds:2"),
    /** With the sound. */
    AT_ONCE("/sound prompt:%s rain on a tin roof model:stable-audio-2.5 seconds:2",
        "/sound prompt:%s heavy wooden door slams model:eleven_text_to_sound_v2 seconds:1",
        "/speak text:%s. Good evening. voice:George"),
    /** With a job whose answer is the sound. */
    JOB_WITH_SOUND("/music prompt:%s solo cello, slow model:stable-audio-3 seconds:2");

    @SuppressWarnings("ImmutableEnumChecker") // it comes from List.of
    private final List<String> lines;

    Kind(String... lines) {
      this.lines = List.of(lines);
    }
  }

  private final List<String> members;
  private final RandomGenerator random;
  private int drawn;

  Asks(List<String> members, RandomGenerator random) {
    this.members = members;
    this.random = random;
  }

  /** One that comes to a moment by itself. */
  Ask suiting(KillMoment moment, String channel) {
    return switch (moment) {
      case POLLED, DOWNLOADING, PROGRESS -> ask(Kind.JOB, channel, 1, false, After.NOTHING);
      case CANCELLED -> ask(Kind.QUEUE, channel, 1, false, After.CANCEL);
      case RESULT_DIRECT -> ask(Kind.JOB, channel, 1, true, After.TOKEN_EXPIRES);
      case RESULT_IN_CHANNEL, LOOKING -> ask(Kind.JOB, channel, 1, false, After.TOKEN_EXPIRES);
      case RESULT_IN_REPLY, UPLOADED -> ask(kind(), channel, 1, false, After.NOTHING);
      case AT_RANDOM, STARTING, STARTED, ACKNOWLEDGED, SUBMIT_RECEIVED, SUBMIT_ACCEPTED, SUBMIT_ANSWERED ->
        any(channel);
    };
  }

  Ask any(String channel) {
    Kind kind = kind();
    boolean isPrivate = random.nextInt(5) == 0;
    int takes = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
    After after = switch (random.nextInt(10)) {
      case 0, 1, 2 -> After.TOKEN_EXPIRES;
      case 3 -> After.CANCEL;
      default -> After.NOTHING;
    };
    // A private reply cannot be looked for once its token has ended, so that has to happen before there is a result.
    boolean couldBeLate = isPrivate && after == After.TOKEN_EXPIRES && kind != Kind.JOB;
    return ask(kind, channel, takes, isPrivate, couldBeLate ? After.NOTHING : after);
  }

  private Kind kind() {
    return Kind.values()[random.nextInt(Kind.values().length)];
  }

  private Ask ask(Kind kind, String channel, int takes, boolean isPrivate, After after) {
    String word = "k" + (1000 + drawn++);
    String asked = kind.lines.get(random.nextInt(kind.lines.size())).formatted(word);
    int possible = asked.startsWith("/speak") ? 1 : takes; // the one command without takes
    String line = asked + (possible > 1 ? " takes:" + possible : "") + (isPrivate ? " private:true" : "");
    return new Ask(word, members.get(random.nextInt(members.size())), channel, line, possible, isPrivate, after);
  }
}
