package dev.foley.playground.demo;

import dev.foley.audio.WavReport;
import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.ComponentView;
import dev.foley.playground.discord.EmbedView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.MessageView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a conversation in a channel as a member sees it, each change once. For one thread at a time. */
final class Conversation {
  private final Appendable terminal;
  private long begun;
  private String last = "";

  Conversation(Appendable terminal) {
    this.terminal = terminal;
  }

  void introduce(DemoSettings settings) {
    line("A local Discord, the real bot and simulated services, which are " + number(settings.timeFactor())
        + " times as fast as the real ones.");
    line("Their sound is a sketch by Foley's built-in synthesiser, not an AI model.");
    line("");
  }

  void typed(String member, String channel, String command) {
    begun = System.nanoTime();
    line("#" + channel);
    line("");
    line(member + "  " + command);
    line("");
    line("Foley [APP]");
  }

  /** Prints what is new about the answer. */
  void saw(InteractionView interaction) {
    String now = interaction.responses().stream().map(Conversation::text).collect(Collectors.joining("\n"));
    if (now.isEmpty() || now.equals(last)) {
      return;
    }
    last = now;
    String stamp = String.format(Locale.ROOT, "%6.1f s  ", (System.nanoTime() - begun) / 1e9);
    line(stamp + now.replace("\n", "\n" + " ".repeat(stamp.length())));
  }

  void saved(Path file, WavReport report) {
    line("");
    line("Saved " + file);
    line(String.format(Locale.ROOT, "      %.2f s, %,d Hz, %s, %d bits, RMS %.1f dBFS, peak %.1f dBFS",
        report.duration().toNanos() / 1e9, report.format().sampleRate(), channels(report.format().channelCount()),
        report.format().bitDepth(), report.measurement().rmsDbfs(), report.measurement().peakDbfs()));
  }

  private static String channels(int count) {
    return switch (count) {
      case 1 -> "mono";
      case 2 -> "stereo";
      default -> count + " channels";
    };
  }

  private static String text(MessageView message) {
    StringBuilder text = new StringBuilder();
    if (message.ephemeral()) {
      text.append("(Only you can see this)\n");
    }
    if (message.loading()) {
      text.append("is thinking…\n");
    }
    if (!message.content().isEmpty()) {
      text.append(message.content().replaceAll("(?m)^-# ", "")).append('\n'); // small print, to Discord
    }
    message.embeds().forEach(embed -> append(text, embed));
    for (AttachmentView file : message.attachments()) {
      text.append("▶ ").append(file.filename()).append("  ").append(megabytes(file.sizeBytes())).append('\n');
    }
    if (!message.components().isEmpty()) {
      text.append(message.components().stream().map(Conversation::button).collect(Collectors.joining(" ")));
    }
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, EmbedView embed) {
    if (embed.title() != null) {
      text.append("┃ ").append(embed.title()).append('\n');
    }
    if (embed.description() != null) {
      text.append("┃ ").append(embed.description().replace("\n", "\n┃ ")).append('\n');
    }
    for (EmbedView.Field field : embed.fields()) {
      text.append("┃ ").append(field.name()).append(": ").append(field.value()).append('\n');
    }
    if (embed.footer() != null) {
      text.append("┃ ").append(embed.footer()).append('\n');
    }
  }

  private static String button(ComponentView component) {
    return "[" + component.label() + "]";
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20)); // as Discord counts
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private void line(String text) {
    try {
      terminal.append(text).append(System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
