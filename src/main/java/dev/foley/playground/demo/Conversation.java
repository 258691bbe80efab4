package dev.foley.playground.demo;

import dev.foley.audio.WavReport;
import dev.foley.playground.discord.InteractionView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a conversation in a channel as a member sees it, each change once. For one thread at a time. */
final class Conversation {
  private final Appendable terminal;
  private final InstantSource clock;
  private long begun = System.nanoTime();
  private String last = "";
  private String place = "";

  Conversation(Appendable terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
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
    String now = interaction.responses().stream().map(message -> Reading.text(message, clock.instant()))
        .collect(Collectors.joining("\n"));
    if (!now.isEmpty() && !now.equals(last)) {
      last = now;
      said(now);
    }
  }

  /** What somebody does in a channel; the time of what follows is counted from here. */
  void did(String channel, String member, String what) {
    begun = System.nanoTime();
    line("");
    if (!channel.equals(place)) {
      place = channel;
      line(channel);
      line("");
    }
    line(member + "  " + what);
  }

  void heading(String text) {
    line("");
    line("── " + text);
  }

  /** What the bot says, or shows, now. */
  void said(String now) {
    String stamp = String.format(Locale.ROOT, "%6.1f s  ", (System.nanoTime() - begun) / 1e9);
    line(stamp + now.replace("\n", "\n" + " ".repeat(stamp.length())));
  }

  void saved(Path file) {
    line("");
    line("Saved " + file);
  }

  void saved(Path file, WavReport report) {
    saved(file);
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
