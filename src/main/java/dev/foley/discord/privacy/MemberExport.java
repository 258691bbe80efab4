package dev.foley.discord.privacy;

import dev.foley.discord.privacy.ExportFile.Section;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.MemberData;
import dev.foley.generation.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Everything that is kept of a member, in as many files as its size asks for: drafts, then generations from the newest on, then the
 * ledger. Reads a page at a time, and holds one file; a member may have made ten thousand requests. Waits for the database. One
 * thread at a time.
 */
final class MemberExport {
  private static final int PAGE = 200;

  private final MemberData members;
  private final UserId member;
  private final Instant now;
  private final long maxBytes;
  private final Queue<Entry> page = new ArrayDeque<>();
  private Optional<Section> reading = Optional.of(Section.DRAFTS);
  private Optional<GenerationId> before = Optional.empty();
  private int parts;

  private record Entry(Section section, Supplier<DataObject> json) {}

  /** @param maxBytes of a file */
  MemberExport(MemberData members, UserId member, Instant now, long maxBytes) {
    this.members = members;
    this.member = member;
    this.now = now;
    this.maxBytes = maxBytes;
  }

  /** Whether there is another file. There always is a first one. */
  boolean hasNext() {
    return parts == 0 || peek().isPresent();
  }

  /** The next file, a whole JSON document. */
  byte[] next() {
    ExportFile file = new ExportFile(maxBytes);
    for (Optional<Entry> entry = peek(); entry.isPresent(); entry = peek()) {
      if (!file.add(entry.get().section(), entry.get().json().get())) {
        break;
      }
      page.remove();
    }
    parts++;
    return file.json(member, now, parts);
  }

  private Optional<Entry> peek() {
    while (page.isEmpty() && reading.isPresent()) {
      reading = read(reading.get());
    }
    return Optional.ofNullable(page.peek());
  }

  /** Reads the next page, and says where to read on. */
  private Optional<Section> read(Section section) {
    return switch (section) {
      case DRAFTS -> {
        members.drafts(member).forEach(draft -> page.add(new Entry(section, () -> ExportJson.of(draft))));
        yield Optional.of(Section.GENERATIONS);
      }
      case GENERATIONS -> {
        List<Generation> rows = members.generations(member, before, PAGE);
        rows.forEach(row -> page.add(new Entry(section, () -> ExportJson.of(row))));
        before = rows.stream().map(Generation::id).reduce((_, last) -> last);
        yield Optional.of(rows.isEmpty() ? Section.LEDGER : section);
      }
      case LEDGER -> {
        members.ledger(member).forEach(line -> page.add(new Entry(section, () -> ExportJson.of(line))));
        yield Optional.empty();
      }
    };
  }
}
