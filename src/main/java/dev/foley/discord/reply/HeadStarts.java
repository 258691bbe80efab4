package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.discord.interaction.TokenLife;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Take;
import dev.foley.provider.IncomingSound;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends sounds to Discord while they still come, so that a member does not wait for one way after the other.
 *
 * <p><b>Nothing shows before its time.</b> The last part of the message is held back until delivery asks for it, which is in {@code
 * Ready}: the file is whole by then, it was looked at, and the row says so. If the sound turns out to be silent or cut off, or to need
 * a word that the message does not have, the request is broken off, and Discord has no message.
 *
 * <p><b>Nothing depends on it.</b> It lives in this process only and changes no row. Whatever goes wrong, here or with Discord, delivery
 * goes its usual way from the spool; so does the next process after a crash, to whose eyes there never was a message.
 *
 * <p><b>Twice is once.</b> Only the reply to an interaction is sent like this, and editing that again changes nothing; new messages,
 * which would have to be looked for first, are not. Nor are several takes, which meet in one message, voice messages and what is above
 * the limit.
 *
 * <p>Thread-safe. Bounded by the fetches under way; what nobody claims is dropped after a while.
 */
final class HeadStarts {
  private static final Logger log = LoggerFactory.getLogger(HeadStarts.class);

  /** Of a sound that is ready: delivery is the very next step. Another instance may have taken it. */
  private static final Duration UNTIL_CLAIMED = Duration.ofSeconds(30);
  /** Of any. A fetch has two minutes by default. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ProgressReplies progress;
  private final InstantSource clock;
  private final ProgressReplies.Delay delay;
  private final Map<GenerationId, HeadStart> underWay = new ConcurrentHashMap<>();

  HeadStarts(ProgressReplies progress, InstantSource clock, ProgressReplies.Delay delay) {
    this.progress = progress;
    this.clock = clock;
    this.delay = delay;
  }

  /** Begins, if it is possible. Does not wait. */
  void begin(Take.Sound announced, IncomingSound sound, DiscordReplies.Connection connected, VoiceMessages voices) {
    Generation generation = announced.generation();
    if (!isPossible(announced) || voices.isWanted(announced)) {
      return;
    }
    Letter.Form form = new Letter.Form(List.of(new Part.File(generation, announced.audio())),
        Optional.of(new Notice.Picture(Renderings.pictureName(generation.id()), new byte[0])));
    HeadStart start = new HeadStart(new Notices(connected.outlook()).of(form, reply(generation)), sound);
    drop(underWay.put(generation.id(), start));
    CompletableFuture<?> _ = progress.pause(generation)
        .thenRun(() -> connected.messages().replaceReply(generation.origin().interactionToken(), start.notice(),
            start::open, start::answered))
        .whenComplete((_, failure) -> {
          if (failure != null) {
            start.answered(new Sent.NotNow(Optional.empty(), failure.toString()));
          }
        });
    delay.run(LONGEST, () -> dropIfStill(generation.id(), start));
  }

  private boolean isPossible(Take.Sound announced) {
    Generation generation = announced.generation();
    return generation.takes().count() == 1 && !TokenLife.isOver(generation.origin(), clock.instant())
        && announced.audio().sizeBytes() <= generation.origin().attachmentLimitBytes();
  }

  /** Only a generation that is being fetched, or that is ready, can use one. */
  void changed(Generation generation) {
    HeadStart start = underWay.get(generation.id());
    if (start == null || generation.state() instanceof GenerationState.Completed) {
      return;
    }
    if (generation.state() instanceof GenerationState.Ready) {
      delay.run(UNTIL_CLAIMED, () -> dropIfStill(generation.id(), start));
    } else {
      dropIfStill(generation.id(), start);
    }
  }

  /** The fetch is repeated later; until then there is something to tell again. */
  void retrying(Generation generation) {
    HeadStart start = underWay.remove(generation.id());
    if (start != null) {
      start.drop();
      progress.resume(generation);
    }
  }

  /** To be called when nothing more may be sent. */
  void dropAll() {
    underWay.forEach(this::dropIfStill);
  }

  /**
   * Lets the message of a sound come to its end, if it is under way and says what there is to say.
   *
   * @return empty if the sound has to be delivered in the usual way
   */
  Optional<Sent.Posted> finish(Letter letter, Renderings renderings, Outlook outlook) {
    HeadStart start = letter.onlySound().map(sound -> underWay.remove(sound.generation().id())).orElse(null);
    if (start == null) {
      return Optional.empty();
    }
    Generation generation = letter.takes().getFirst().generation();
    Notice whole = new Notices(outlook).of(letter.form(Part.Rung.AS_IT_IS, renderings), reply(generation));
    Optional<Notice.Picture> picture = whole.card().picture();
    if (picture.isEmpty() || !start.isStillTrue(whole)) {
      start.drop();
      return Optional.empty();
    }
    Sent sent = start.finish(picture.get());
    if (sent instanceof Sent.Posted posted) {
      return Optional.of(posted);
    }
    start.drop();
    log.atInfo().addKeyValue("generationId", generation.id()).addKeyValue("failure", sent)
        .log("What was sent ahead did not arrive; sending it again");
    return Optional.empty();
  }

  private static Place reply(Generation generation) {
    return new Place.Reply(generation.origin().interactionToken());
  }

  private void dropIfStill(GenerationId id, HeadStart start) {
    if (underWay.remove(id, start)) {
      start.drop();
    }
  }

  private static void drop(@Nullable HeadStart before) {
    if (before != null) {
      before.drop();
    }
  }
}
