package dev.foley.bench.chaos;

import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that is known of one request, for who has to find out what went wrong. */
final class Story {
  /** Of a generation: 13 characters, as the store's ids are. */
  private static final Pattern ID = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{13}\\b");

  private Story() {}

  static List<String> of(Verdict verdict, Seen seen, Flights flights, Path log) throws IOException {
    List<String> lines = new ArrayList<>();
    Asked asked = verdict.asked();
    lines.add("");
    lines.add(verdict.end() + ": " + asked.ask().member() + " typed " + asked.ask().line() + " before kill "
        + asked.kill() + " (" + asked.moment().words() + "), then " + asked.ask().after() + "; " + verdict);
    lines.add("  interaction " + asked.interactionId() + ": " + seen.interaction().status());
    seen.messages().forEach(message -> lines.add("  message " + message.id() + " in " + message.channel() + ", "
        + message.edits() + " edits, " + message.attachments().size() + " files: "
        + Seen.text(message).replace('\n', '|')));
    flights.story(asked.word()).forEach(line -> lines.add("  " + line));
    Optional<String> id = seen.messages().stream().flatMap(Story::ids).findFirst();
    if (id.isPresent()) {
      try (Stream<String> all = Files.lines(log)) {
        all.filter(line -> line.contains(id.get())).forEach(line -> lines.add("  " + line));
      }
    }
    return lines;
  }

  private static Stream<String> ids(MessageView message) {
    Stream<String> texts = Stream.concat(Stream.of(Seen.text(message)),
        message.components().stream().map(component -> String.valueOf(component.customId())));
    return texts.flatMap(text -> ID.matcher(text).results().map(MatchResult::group));
  }
}
