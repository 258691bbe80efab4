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
 * @param chosen how few and how many lines of a select are to be chosen
 */
public record ComponentView(int type, int row, @Nullable String customId, @Nullable String label,
    @Nullable String emoji, int style, boolean disabled, @Nullable String url, List<Option> options, Amount chosen) {
  /** The type of a button. */
  public static final int BUTTON = 2;

  public ComponentView {
    options = List.copyOf(options);
  }

  /**
   * One line of a string select.
   *
   * @param preset whether it is chosen to begin with
   */
  public record Option(String label, String value, @Nullable String description, @Nullable String emoji,
      boolean preset) {}

  /** How many, both included. */
  public record Amount(int min, int max) {}
}
