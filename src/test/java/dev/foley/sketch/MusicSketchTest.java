package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicSketchTest {
  private final MusicSketch sketch = new MusicSketch();

  @ParameterizedTest
  @ValueSource(longs = {500, 501, 777, 1000, 1999, 3333, 8000, 12_345})
  void lastsExactlyAsLongAsAsked(long millis) {
    PcmClip clip = render("upbeat funk", millis, 3);

    assertThat(clip.format()).isEqualTo(PcmFormat.CD);
    assertThat(clip.frames()).isEqualTo(PcmFormat.CD.framesIn(Duration.ofMillis(millis)));
    assertThat(new Listening(clip).rmsDecibels()).isBetween(-19.0, -14.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {499, 380_001, 0, -1})
  void refusesLengthsOutsideItsRange(long millis) {
    assertThatThrownBy(() -> render("jazz", millis, 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.5 to 380 s");
  }

  @Test
  void givesTheSameBytesForTheSameSeedAlsoWhenManyAskAtOnce() {
    PcmClip alone = render("lo-fi piano with rain", 2000, 42);

    List<PcmClip> together = IntStream.range(0, 4).parallel()
        .mapToObj(i -> render("lo-fi piano with rain", 2000, 42)).toList();

    assertThat(together).allSatisfy(clip -> assertThat(clip.samples()).isEqualTo(alone.samples()));
  }

  /** The interpreter, which uses none of the compiler's arithmetic, is as near to another machine as one JVM comes. */
  @Test
  void givesTheSameBytesInAnotherJvmWithoutTheCompiler() throws Exception {
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint",
        "-cp",
        System.getProperty("java.class.path"), MusicSketchTest.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String hash = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(other.waitFor()).isZero();
    assertThat(hash).isEqualTo(fingerprint());
  }

  /** What the other JVM runs. */
  public static void main(String... arguments) throws IOException, NoSuchAlgorithmException {
    System.out.println(fingerprint());
  }

  private static String fingerprint() throws NoSuchAlgorithmException {
    PcmClip clip = new MusicSketch().render("trance with piano, choir and vinyl crackle", Duration.ofMillis(700), 5);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(clip.samples()));
  }

  @Test
  void playsAnotherTuneForAnotherSeed() {
    assertThat(render("folk", 2000, 1).samples()).isNotEqualTo(render("folk", 2000, 2).samples());
  }

  static List<String> prompts() {
    return List.of("128 BPM deep house with warm pads", "warm lo-fi piano with vinyl crackle",
        "epic orchestral strings, 90 BPM, D minor", "techno", "trance", "drum and bass", "dubstep", "trap", "hip hop",
        "calm ambient drone", "dark ambient horror", "jazz", "bossa nova", "salsa", "disco", "punk rock", "heavy metal",
        "pop", "country banjo", "blues", "reggae", "synthwave", "8-bit chiptune", "waltz", "lullaby music box", "soul",
        "afrobeat", "solo flute", "solo cello, no drums", "harpsichord, baroque", "dry solo marimba", "only choir",
        "sub bass only", "drums only", "no drums, no bass, no chords, no melody, no pads", "", "   ", "?!",
        "\uD83C\uDFB8\uD83D\uDD25",
        "悲しいピアノ", "грустная музыка", "traurige Geige ohne Schlagzeug", "xyzzy plugh", "a".repeat(10_000),
        "rock ".repeat(2_000), "\u0000\u202E@everyone `*_*`", "300 bpm", "1 BPM", "C# locrian sea waves");
  }

  @ParameterizedTest
  @MethodSource("prompts")
  void isAlwaysAudibleAndNeverClips(String prompt) {
    Listening heard = new Listening(render(prompt, 2500, 11));

    assertThat(heard.rmsDecibels()).as("RMS").isBetween(-18.5, -14.0);
    assertThat(heard.truePeakDecibels()).as("true peak").isLessThan(-0.95);
    assertThat(heard.dcOffset()).as("DC").isLessThan(0.001);
  }

  @ParameterizedTest
  @CsvSource({"128 BPM deep house with warm pads,128", "90 bpm boom bap hip hop,90", "drum and bass at 174 BPM,174",
      "140 bpm techno,140", "house 121 bpm,121", "rock 110 BPM,110", "jazz 120 bpm,120", "reggae 76 BPM,76",
      "bossa nova 132 bpm,132"})
  void keepsTheTempoThatIsAskedFor(String prompt, double bpm) {
    assertThat(new Listening(render(prompt, 15_000, 7)).tempoNear(bpm)).isCloseTo(bpm, within(bpm * 0.02));
  }

  @ParameterizedTest
  @CsvSource({"epic orchestral strings in D minor,2,MINOR", "house in F# minor,6,MINOR",
      "pop ballad in E flat major,3,MAJOR",
      "calm ambient in C lydian,0,LYDIAN", "folk in G dorian,7,DORIAN", "synthwave in A minor,9,MINOR",
      "reggae in B major,11,MAJOR"})
  void staysInTheKeyThatIsAskedFor(String prompt, int tonic, Mode mode) {
    double[] chroma = new Listening(render(prompt + ", no drums", 10_000, 3)).chroma();

    double inside = IntStream.range(0, 12).filter(new Key(tonic, mode)::contains).mapToDouble(i -> chroma[i]).sum();
    assertThat(inside).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void soundsMinorWhenSadAndMajorWhenHappy(long seed) {
    double[] sad = new Listening(render("sad piano in the key of C, no drums", 8_000, seed)).chroma();
    double[] happy = new Listening(render("happy piano in the key of C, no drums", 8_000, seed)).chroma();

    assertThat(sad[3]).as("E flat").isGreaterThan(3 * sad[4]);
    assertThat(happy[4]).as("E").isGreaterThan(3 * happy[3]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"techno", "orchestral", "lo-fi with vinyl", "solo piano", "rain and ambient pads", "metal"})
  void endsWithAChordThatDiesAwayInsteadOfACut(String prompt) {
    Listening heard = new Listening(render(prompt, 15_000, 9));

    double chord = heard.rmsDecibels(12.2, 13.2);
    assertThat(chord).as("last chord").isGreaterThan(-30);
    assertThat(heard.rmsDecibels(14.5, 14.75)).as("half a second before the end").isLessThan(chord - 6);
    assertThat(heard.rmsDecibels(14.95, 15)).as("the last moment").isLessThan(-50);
    assertThat(heard.lastSample()).isLessThan(0.0005);
  }

  private PcmClip render(String prompt, long millis, long seed) {
    return sketch.render(prompt, Duration.ofMillis(millis), seed);
  }
}
