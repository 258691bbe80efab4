package dev.foley.playground.demo;

import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.EmbedView;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.ModalView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Messages and forms as plain text, the way a member reads them. */
final class Reading {
  private static final Pattern TIMESTAMP = Pattern.compile("<t:(\\d{1,12})(:[a-zA-Z])?>");
  private static final Pattern MARKUP = Pattern.compile("(?m)^-# |^#{1,3} |\\*\\*|\\\\(?=[*_~`|<>@#])");

  private Reading() {}

  /** @param now what a timestamp's “in 12 s” is counted from */
  static String text(MessageView message, Instant now) {
    StringBuilder text = new StringBuilder();
    if (message.ephemeral()) {
      text.append("(Only you can see this)\n");
    }
    if (message.loading()) {
      text.append("is thinking…\n");
    }
    if (message.unanswered()) {
      text.append("The application did not respond\n");
    }
    if (!message.content().isEmpty()) {
      text.append(plain(message.content(), now)).append('\n');
    }
    message.embeds().forEach(embed -> append(text, embed, now));
    message.attachments().forEach(file -> append(text, file));
    message.components().stream().collect(Collectors.groupingBy(ComponentView::row)).values()
        .forEach(
            row -> text.append(row.stream().map(Reading::component).collect(Collectors.joining(" "))).append('\n'));
    return text.toString().stripTrailing();
  }

  static String text(ModalView form) {
    return "┃ " + form.title() + "\n" + form.inputs().stream()
        .map(input -> "┃ " + input.label() + ": " + (input.value() == null ? "" : input.value()))
        .collect(Collectors.joining("\n"));
  }

  private static void append(StringBuilder text, EmbedView embed, Instant now) {
    for (String line : new String[]{embed.author(), embed.title(), embed.description()}) {
      if (line != null) {
        text.append("┃ ").append(plain(line, now).replaceAll("\n(?=.)", "\n┃ ")).append('\n');
      }
    }
    for (EmbedView.Field field : embed.fields()) {
      text.append("┃ ").append(plain(field.name(), now)).append(": ")
          .append(plain(field.value(), now).replace("\n", "\n┃   ")).append('\n');
    }
    if (embed.imageUrl() != null) {
      text.append("┃ [picture]\n");
    }
    if (embed.footer() != null) {
      text.append("┃ ").append(embed.footer()).append('\n');
    }
  }

  private static void append(StringBuilder text, AttachmentView file) {
    AttachmentView.Voice voice = file.voice();
    text.append("▶ ").append(file.filename()).append("  ");
    if (voice != null) {
      text.append(String.format(Locale.ROOT, "voice message, %.1f s\n", voice.durationSeconds()));
    } else {
      text.append(size(file.sizeBytes())).append('\n');
    }
  }

  private static String component(ComponentView component) {
    String label = component.label() == null ? String.valueOf(component.emoji()) : component.label();
    List<String> lines = component.options().stream().map(ComponentView.Option::label).toList();
    String shown = component.type() == ComponentView.BUTTON
        ? label
        : label + " ▾" + (lines.isEmpty() ? "" : " " + String.join(", ", lines));
    return component.disabled() ? "(" + shown + ")" : "[" + shown + "]";
  }

  private static String plain(String markdown, Instant now) {
    String timed = TIMESTAMP.matcher(markdown)
        .replaceAll(found -> relative(Instant.ofEpochSecond(Long.parseLong(found.group(1))), now));
    return MARKUP.matcher(timed).replaceAll("");
  }

  private static String relative(Instant time, Instant now) {
    Duration distance = Duration.between(now, time);
    Duration length = distance.abs();
    String amount = length.toMinutes() < 2
        ? length.toSeconds() + " s"
        : length.toHours() < 2 ? length.toMinutes() + " min" : length.toHours() + " h";
    return distance.isNegative() ? amount + " ago" : "in " + amount;
  }

  /** As Discord counts: a megabyte has 1,048,576 bytes. */
  private static String size(long bytes) {
    return bytes < 100 << 10
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }
}
