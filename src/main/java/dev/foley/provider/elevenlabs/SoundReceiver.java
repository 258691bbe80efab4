package dev.foley.provider.elevenlabs;

import dev.foley.audio.FileKind;
import dev.foley.provider.Answer;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ServiceTransport;
import dev.foley.provider.SpoolException;
import dev.foley.provider.SpoolFile;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.Response;
import okio.BufferedSource;

/** Sends requests for sound and puts what comes into a file. Thread-safe. */
final class SoundReceiver {
  /** Nothing costs as much; a number like 1e999999999 is not one to calculate with. */
  private static final BigDecimal MAX_CREDITS = new BigDecimal("1e12");

  private final ServiceTransport transport;
  private final ServiceErrors errors;
  private final ConcurrencyListener concurrency;

  SoundReceiver(ServiceTransport transport, ServiceErrors errors, ConcurrencyListener concurrency) {
    this.transport = transport;
    this.errors = errors;
    this.concurrency = concurrency;
  }

  /**
   * Appends the sound to the file. The file is not finished: further parts may follow.
   *
   * @throws ProviderException if trying again can help, or it is not known what became of the request
   */
  Receipt receive(SoundRequest request, Submission submission, SpoolFile file) throws ProviderException {
    return transport.submit(request.http(), submission, response -> receive(response, request, file));
  }

  private Receipt receive(Response response, SoundRequest request, SpoolFile file) throws ProviderException {
    observe(response);
    if (!response.isSuccessful()) {
      return new Receipt.Unusable(errors.toSubmit(Answer.of(response), request.words()));
    }
    try {
      CountedChannel sound = new CountedChannel(response.body().source());
      Optional<FetchOutcome> fault = notSound(response, request.raw());
      fault = fault.isPresent() ? fault : file.append(sound);
      if (fault.isEmpty() && request.raw() && sound.bytes() % 2 == 1) {
        fault = Optional.of(new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED,
            sound.bytes() + " bytes are not whole samples"));
      }
      return fault.map(SoundReceiver::unusable).orElseGet(() -> whole(response));
    } catch (SpoolException e) {
      return notKept(e);
    }
  }

  /** The sound came, is paid for, and the disk does not take it: nothing that a repeat would mend. */
  static Receipt.Unusable notKept(SpoolException e) {
    return new Receipt.Unusable(
        new SubmitOutcome.Refused(FailureReason.RESULT_NOT_KEPT, String.valueOf(e.getMessage())));
  }

  static Receipt unusable(FetchOutcome fault) {
    return new Receipt.Unusable(switch (fault) {
      case FetchOutcome.Broken broken -> new SubmitOutcome.Refused(broken.reason(), broken.detail());
      case FetchOutcome.Rejected rejected -> new SubmitOutcome.Refused(rejected.reason(), rejected.detail());
      case FetchOutcome.Fetched _ -> throw new IllegalArgumentException("a whole file is no fault");
    });
  }

  private static Receipt whole(Response response) {
    return new Receipt.Whole(credits(header(response, "character-cost")),
        Optional.of(header(response, "request-id")).filter(id -> id.matches("[\\x21-\\x7E]{1,200}")));
  }

  /** Empty where there is none. */
  private static String header(Response response, String name) {
    return Objects.requireNonNullElse(response.headers().get(name), "").strip();
  }

  private static Optional<BigDecimal> credits(String header) {
    if (!header.matches("\\d{1,12}(\\.\\d{1,12})?")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(header)).filter(credits -> credits.compareTo(MAX_CREDITS) <= 0);
  }

  /**
   * Looks at the beginning, since the content type is {@code audio/mpeg} whatever comes, and the file's own check sees neither a
   * later part nor what bare samples should be.
   */
  private static Optional<FetchOutcome> notSound(Response response, boolean raw) {
    BufferedSource ahead = response.body().source().peek();
    try {
      var _ = ahead.request(FileKind.HEAD_BYTES); // fewer are fine
    } catch (IOException broken) {
      return Optional.empty(); // whoever reads the rest meets it too, and knows what it means
    }
    byte[] head = ahead.getBuffer().snapshot((int) Math.min(ahead.getBuffer().size(), FileKind.HEAD_BYTES))
        .toByteArray();
    FileKind kind = FileKind.of(head);
    boolean sound = raw ? head.length > 0 && !isText(head) && !startsAsFile(head) : kind instanceof FileKind.Audio;
    return sound
        ? Optional.empty()
        : Optional.of(new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO,
            "not " + (raw ? "samples" : "audio") + " but " + kind + ", HTTP " + response.code()));
  }

  /** A hundred samples that are all letters do not occur; a page of the web, or JSON, is nothing else. */
  private static boolean isText(byte[] head) {
    for (int i = 0; i < Math.min(head.length, 200); i++) {
      int c = head[i];
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** A file where bare samples were asked for. A lone MPEG frame could be samples; with its tag it could not. */
  private static boolean startsAsFile(byte[] head) {
    return FileKind.of(head) instanceof FileKind.Audio && head[0] != (byte) 0xFF;
  }

  private void observe(Response response) {
    OptionalInt current = count(header(response, "current-concurrent-requests"));
    OptionalInt maximum = count(header(response, "maximum-concurrent-requests"));
    if (current.isPresent() && maximum.isPresent()) {
      concurrency.observed(current.getAsInt(), maximum.getAsInt());
    }
  }

  private static OptionalInt count(String header) {
    return header.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(header)) : OptionalInt.empty();
  }
}
