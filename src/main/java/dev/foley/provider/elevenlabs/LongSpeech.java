package dev.foley.provider.elevenlabs;

import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderException;
import dev.foley.provider.SpoolFile;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speaks a text that may be too long for one request: part after part into one file. Thread-safe.
 *
 * <p>Once a part has been spoken, it is paid for. Whatever goes wrong from then on ends the whole and is said to have cost
 * something; nothing is tried again, because what calls this would begin with the first part.
 *
 * <p>Bare samples join without a seam. Frames of an MP3 follow one another as they come, which players take; between two
 * parts there can be a few hundredths of a second of silence, and a tag of the second part is passed over. Opus joins as a
 * chain of Ogg streams.
 */
final class LongSpeech {
  private final SpeechCall call;
  private final SoundReceiver receiver;
  private final boolean requestsKept;

  /** @param requestsKept whether the service keeps requests, so that a later one can refer to them */
  LongSpeech(SpeechCall call, SoundReceiver receiver, boolean requestsKept) {
    this.call = call;
    this.receiver = receiver;
    this.requestsKept = requestsKept;
  }

  /**
   * @param parts of the text, none of them blank
   * @throws ProviderException of the first part only
   */
  Receipt speak(Submission submission, Wire wire, String voice, OutputFormat format, List<String> parts, SpoolFile file)
      throws ProviderException {
    AudioRequest request = submission.request();
    List<String> requestIds = new ArrayList<>();
    Optional<BigDecimal> credits = Optional.of(BigDecimal.ZERO);
    for (int i = 0; i < parts.size(); i++) {
      SoundRequest next = call.request(wire, request, voice, format, parts.get(i),
          context(wire, parts, i, requestIds));
      switch (part(next, submission, file, i, parts.size())) {
        case Receipt.Unusable unusable -> {
          return unusable;
        }
        case Receipt.Whole whole -> {
          // What the service did not tell of one part is not known of the whole.
          credits = credits.flatMap(sum -> whole.credits().map(sum::add));
          whole.requestId().ifPresent(requestIds::add);
        }
      }
    }
    return new Receipt.Whole(credits, Optional.empty());
  }

  private PartContext context(Wire wire, List<String> parts, int i, List<String> requestIds) {
    if (!PartContext.suits(wire.model())) {
      return PartContext.NONE;
    }
    boolean allKnown = requestsKept && requestIds.size() == i;
    return new PartContext(allKnown ? requestIds : List.of(), i > 0 ? parts.get(i - 1) : "",
        i + 1 < parts.size() ? parts.get(i + 1) : "");
  }

  private Receipt part(SoundRequest request, Submission submission, SpoolFile file, int index, int count)
      throws ProviderException {
    try {
      Receipt receipt = receiver.receive(request, submission, file);
      return index > 0 && receipt instanceof Receipt.Unusable(SubmitOutcome.Refused outcome)
          ? broken(outcome.reason(), outcome.detail(), index, count)
          : receipt;
    } catch (ProviderException e) {
      if (index == 0) {
        throw e;
      }
      return broken(FailureReason.RESULT_TRUNCATED, e.kind() + ": " + e.getMessage(), index, count);
    }
  }

  /** A reason that says that it was free would be wrong by now. */
  private static Receipt broken(FailureReason reason, String detail, int index, int count) {
    FailureReason paid = reason.charge() == FailureReason.Charge.NONE ? FailureReason.RESULT_TRUNCATED : reason;
    return new Receipt.Unusable(
        new SubmitOutcome.Refused(paid, "part " + (index + 1) + " of " + count + ": " + detail));
  }
}
