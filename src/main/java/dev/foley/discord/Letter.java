package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is to be told, before it is known where.
 *
 * @param nonce its own, so that the notice of a failure is not taken for a repeat of the result
 * @param forms best first; the next one is for a place that finds the file too large. Empty for a form that cannot be had.
 * @param trace whether a message is this letter, delivered before
 */
record Letter(String nonce, List<Function<Place, Optional<Notice>>> forms, Predicate<OwnMessage> trace) {
  static Letter result(Generation generation, AudioArtifact audio) {
    List<Function<Place, Optional<Notice>>> forms = new ArrayList<>();
    if (audio.sizeBytes() <= generation.origin().attachmentLimitBytes()) {
      forms.add(place -> Optional.of(Notices.withFile(generation, audio, place)));
    }
    forms.add(place -> Notices.withLink(generation, audio, place));
    return new Letter(generation.id().value(), forms, message -> message.isResultOf(generation.id()));
  }

  static Letter failure(Generation generation, FailureReason reason) {
    return new Letter(generation.id() + "-f", List.of(place -> Optional.of(Notices.failure(generation, reason, place))),
        message -> message.isFailureOf(generation.id()));
  }
}
