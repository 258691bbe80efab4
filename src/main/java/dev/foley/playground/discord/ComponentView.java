package dev.foley.playground.discord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button or a select.
 *
 * @param type 2 for buttons, 3 and 5 to 8 for selects, as Discord numbers them
 * @param row counts from 0
 * @param label of a button, or the placeholder of a select
 * @param style of a button, 1 to 6; 0 for selects
 */
public record ComponentView(int type, int row, @Nullable String customId, @Nullable String label,
    @Nullable String emoji, int style, boolean disabled, @Nullable String url, List<Option> options) {
  public ComponentView {
    options = List.copyOf(options);
  }

  /** One line of a string select. */
  public record Option(String label, String value, @Nullable String description) {}
}
