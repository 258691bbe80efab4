package dev.foley.sketch.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.PcmClip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a member writes can be heard. */
class OddTextTest {
  private static final SpeechSketch SKETCH = new SpeechSketch();

  static List<String> texts() {
    return List.of("a", "I", "x!", "5", "Ng hng why yw hh ngng", "Łódź, naïve straße", "Привет, мир!", "Καλημέρα κόσμε",
        "こんにちは",
        "🎸🔥", "$5.99, 50%, 3/4, 12/34567890123, 10:30, 1st, -3.5e10, 192.168.0.1", "9".repeat(400), "a1".repeat(500),
        "1.".repeat(300), "1/".repeat(300), "1-".repeat(300), "'".repeat(300) + "s", "x'".repeat(300),
        "$".repeat(50) + "1",
        "IVXMDCLXVI XIXIXIX", "St. Dr. Mr. A. B. C.", "dr", "st", "Dr", "ca Ca, CA", "hello".repeat(400),
        "ha".repeat(2_000),
        "bcdfg".repeat(60), "\u0000\u0007\u202E\uFEFFhello", "<b>bold</b> @everyone `*_*` <:pog:123>", "hi\uD83D",
        "word ".repeat(300), "one\n\n\n\n\ntwo\r\nthree\tfour", "((((a))))", "a . b , c ; d", "\"'`\"quoted\"'`\"");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void isSpokenAudibly(String text) {
    Listening heard = new Listening(SKETCH.render(text, "kal", 1, 1));

    assertThat(heard.heardSeconds()).isGreaterThan(0.1);
    assertThat(heard.speechDecibels()).isBetween(-20.5, -16.0);
    assertThat(heard.peakDecibels()).isLessThan(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "...", "?!", "---", "東京", "안녕하세요", "\uD83D", "\u0000", "()[]{}"})
  void isAShortHumWhereNothingCanBeSpoken(String text) {
    PcmClip clip = SKETCH.render(text, "mira", 1, 1);

    assertThat(clip.duration()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2));
    Listening heard = new Listening(clip);
    assertThat(heard.heardSeconds()).isGreaterThan(0.3);
    assertThat(heard.speechDecibels()).isBetween(-20.0, -16.0);
    assertThat(heard.pitchHertz()).isBetween(120.0, 220.0);
    assertThat(SKETCH.estimate(text, 1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void endsBetweenTwoSentencesWhereDigitsWouldTakeHours() {
    SpeechSketch impatient = new SpeechSketch(Duration.ofMinutes(2));
    String digits = "7".repeat(10_000);

    assertThat(impatient.render(digits, "otto", 0.7, 1).duration())
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2));
    assertThat(impatient.estimate(digits, 0.7)).isEqualTo(Duration.ofMinutes(2));
    assertThat(SKETCH.estimate(digits, 0.7)).isEqualTo(SpeechSketch.LONGEST);
  }

  /** Patterns that go back and forth would take minutes. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", " \n", "\t", "-", "- ", ".", ". ", "a.", "1.", "1,", "<", "<a", "(", "'", "\"",
      "\u0000", "東", "😀", "😀😁", "e", "e.g", "https://", "#", "$", "€1", "_", "a ", "!", "! ", "A.", "\u3000", "١"})
  @Timeout(20)
  void isReadInATimeThatGrowsNoFasterThanTheText(String part) {
    assertThat(SKETCH.estimate(part.repeat(10_000 / part.length()), 1)).isPositive();
  }

  @Test
  @SuppressWarnings("SystemConsoleNull") // what is printed is what is tested
  void printsNothingWhateverIsAsked() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream recorder = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(recorder);
    System.setErr(recorder);
    try {
      SpeechSketch fresh = new SpeechSketch();
      texts().forEach(text -> fresh.render(text, "kal", 1.2, 1));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /** Another JVM, since heap, threads and properties of this one belong to all tests. */
  @Test
  void needsLittleMemoryAndLeavesNoThreadAndNoProperty() throws Exception {
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
        "-cp",
        System.getProperty("java.class.path"), OddTextTest.class.getName()).redirectErrorStream(true).start();
    String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(other.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualTo("threads: 0, properties: 0, long enough: true");
  }

  /** What the other JVM runs. */
  public static void main(String[] arguments) throws IOException {
    int threads = Thread.getAllStackTraces().size();
    int properties = System.getProperties().size();
    String text = "Nobody who heard it that night, or said so, would ever forget the sound of it. ".repeat(76);
    PcmClip clip = new SpeechSketch().render(text.substring(0, 6_000), "otto", 0.7, 1);
    System.out.printf("threads: %d, properties: %d, long enough: %b%n", Thread.getAllStackTraces().size() - threads,
        System.getProperties().size() - properties, clip.duration().toMinutes() > 5);
  }
}
