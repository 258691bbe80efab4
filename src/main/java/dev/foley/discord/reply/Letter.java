package dev.foley.discord.reply;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Origin;
import dev.foley.generation.Take;
import java.util.List;
import java.util.Optional;

/**
 * What is to be told of a request, before it is known where and in which form.
 *
 * @param takes all of a request, in their order
 */
record Letter(List<Take> takes) {
  Letter {
    takes = List.copyOf(takes);
  }

  Origin origin() {
    return takes.getFirst().generation().origin();
  }

  /** The request's first take's id. */
  GenerationId request() {
    return takes.getFirst().generation().takes().first();
  }

  /** Whether there is a sound to be told of, or only why there is none. */
  boolean hasSound() {
    return takes.stream().anyMatch(Take.Sound.class::isInstance);
  }

  /** Its own, so that the notice of a failure is not taken for a repeat of the result. */
  String nonce() {
    return hasSound() ? request().value() : request() + "-f";
  }

  /** Whether a message is this letter, delivered before. */
  boolean isTrace(OwnMessage message) {
    return hasSound() ? message.isResultOf(request()) : message.isFailureOf(request());
  }

  /** The one sound that it is about; empty if there are several takes, or none that can be heard. */
  Optional<Take.Sound> onlySound() {
    return takes.size() == 1 && takes.getFirst() instanceof Take.Sound sound ? Optional.of(sound) : Optional.empty();
  }

  /** The best form from a rung on. Several sounds have no picture: it would stand for all and show one. */
  Form form(Part.Rung from, Renderings renderings) {
    List<Part> parts = takes.stream().map(take -> Part.of(take, from, renderings)).toList();
    return new Form(parts, picture(renderings));
  }

  /** When the sound stands in a voice message. */
  Form spoken(Renderings renderings) {
    return new Form(
        onlySound().stream().<Part>map(sound -> new Part.Spoken(sound.generation(), sound.audio())).toList(),
        picture(renderings));
  }

  private Optional<Notice.Picture> picture(Renderings renderings) {
    return onlySound().flatMap(sound -> renderings.picture(sound.generation(), sound.audio()));
  }

  /** One way to tell of all takes, in their order. */
  record Form(List<Part> parts, Optional<Notice.Picture> picture) {
    Form {
      parts = List.copyOf(parts);
    }

    /** Whether the member gets to hear anything. */
    boolean hasSound() {
      return parts.stream().anyMatch(Part::isSound);
    }

    /** All takes share it. */
    Generation generation() {
      return parts.getFirst().generation();
    }

    /** The sounds that were made, whether they can be posted or not. */
    List<Part.Heard> heard() {
      return parts.stream().filter(Part.Heard.class::isInstance).map(Part.Heard.class::cast).toList();
    }
  }
}
