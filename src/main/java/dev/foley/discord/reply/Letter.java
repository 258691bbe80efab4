package dev.foley.discord.reply;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Origin;
import dev.foley.generation.Take;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be told of a request, before it is known where.
 *
 * @param request its first take's id
 * @param hasSound whether there is a sound to be told of, or only why there is none
 * @param nonce its own, so that the notice of a failure is not taken for a repeat of the result
 * @param forms best first; the next one is for a place that finds the files too large, and the last one has none
 * @param trace whether a message is this letter, delivered before
 */
record Letter(GenerationId request, Origin origin, boolean hasSound, String nonce, List<Form> forms,
    Predicate<OwnMessage> trace) {
  Letter {
    forms = List.copyOf(forms);
  }

  /** One way to tell of all takes, in their order. */
  record Form(List<Part> parts) {
    Form {
      parts = List.copyOf(parts);
    }

    Notice at(Place place) {
      return Notices.of(parts, place);
    }

    /** Whether the member gets to hear anything. */
    boolean hasSound() {
      return parts.stream().anyMatch(Part::isSound);
    }
  }

  /** @param takes all of a request, in their order */
  static Letter of(List<Take> takes) {
    Generation first = takes.getFirst().generation();
    GenerationId request = first.takes().first();
    List<Form> forms = new ArrayList<>();
    forms.add(new Form(takes.stream().map(Part::attached).toList()));
    Form withoutFiles = new Form(takes.stream().map(Part::linked).toList());
    if (!forms.contains(withoutFiles)) {
      forms.add(withoutFiles);
    }
    boolean isFailure = takes.stream().allMatch(Take.Missing.class::isInstance);
    return isFailure
        ? new Letter(request, first.origin(), false, request + "-f", forms, message -> message.isFailureOf(request))
        : new Letter(request, first.origin(), true, request.value(), forms, message -> message.isResultOf(request));
  }
}
