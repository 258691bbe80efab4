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
   * @param description below the label
   * @param style 2 for a text of several lines
   * @param value what stands in it at first
   * @param choices what a select, radio buttons or check boxes offer
   * @param chosen how few and how many of them
   */
  public record Input(int type, String customId, String label, @Nullable String description, int style,
      @Nullable String value, @Nullable String placeholder, boolean required, int minLength, int maxLength,
      List<ComponentView.Option> choices, ComponentView.Amount chosen) {
    public Input {
      choices = List.copyOf(choices);
    }
  }
}
