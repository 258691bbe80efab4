package dev.foley.discord.privacy;

import dev.foley.generation.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;

/** One file of an export, a JSON document of its own: entries by section, until its size is reached. One thread at a time. */
final class ExportFile {
  /** What stands around the entries. */
  private static final int FRAME_BYTES = 1_000;
  private static final int INDENT = 4;

  private final long maxBytes;
  private final Map<Section, List<String>> sections = new EnumMap<>(Section.class);
  private long bytes = FRAME_BYTES;

  /** A list of the document. */
  enum Section {
    DRAFTS, GENERATIONS, LEDGER
  }

  ExportFile(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** @return false if there is no room for it any more; a first entry always has room */
  boolean add(Section section, DataObject entry) {
    String json = entry.toPrettyString().indent(INDENT).stripTrailing();
    int size = json.getBytes(StandardCharsets.UTF_8).length + 2;
    if (bytes > FRAME_BYTES && bytes + size > maxBytes) {
      return false;
    }
    bytes += size;
    sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(json);
    return true;
  }

  /**
   * Written out.
   *
   * @param part counts from 1
   */
  byte[] json(UserId member, Instant now, int part) {
    List<String> lists = Arrays.stream(Section.values()).map(this::list).toList();
    return """
        {
          "account": "%s",
          "exportedAt": "%s",
          "part": %d,
        %s
        }
        """.formatted(member, now, part, String.join(",\n", lists)).getBytes(StandardCharsets.UTF_8);
  }

  private String list(Section section) {
    List<String> entries = sections.getOrDefault(section, List.of());
    return "  \"" + section.name().toLowerCase(Locale.ROOT) + "\": ["
        + (entries.isEmpty() ? "]" : "\n" + String.join(",\n", entries) + "\n  ]");
  }
}
