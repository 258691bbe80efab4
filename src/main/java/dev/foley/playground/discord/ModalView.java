package dev.foley.playground.discord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A modal that is open in front of a member. */
public record ModalView(String customId, String title, List<Input> inputs) {
  public ModalView {
    inputs = List.copyOf(inputs);
  }

  /**
   * A field of it.
   *
   * @param type 4 for text, else as Discord numbers components
   * @param value what stands in it at first
   */
  public record Input(int type, String customId, String label, @Nullable String value, @Nullable String placeholder,
      boolean required, int minLength, int maxLength) {}
}
