package dev.foley.playground.discord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An embed; what it does not have is null. */
public record EmbedView(@Nullable String title, @Nullable String description, @Nullable String url,
    @Nullable Integer color, @Nullable String author, @Nullable String footer, @Nullable String imageUrl,
    @Nullable String thumbnailUrl, @Nullable String timestamp, List<Field> fields) {
  public EmbedView {
    fields = List.copyOf(fields);
  }

  /** One of its name-value pairs. */
  public record Field(String name, String value, boolean inline) {}
}
