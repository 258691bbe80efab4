package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectSketchTest {
  private final EffectSketch sketch = new EffectSketch();

  @ParameterizedTest
  @ValueSource(longs = {100, 101, 333, 1000, 4567, 61_003, 130_000})
  void lastsExactlyAsLongAsAsked(long millis) {
    for (boolean loop : new boolean[]{false, true}) {
      PcmClip clip = sketch.render("wind, then a knock", Duration.ofMillis(millis), loop, 3);

      assertThat(clip.format()).isEqualTo(PcmFormat.CD);
      assertThat(clip.frames()).isEqualTo(PcmFormat.CD.framesIn(Duration.ofMillis(millis)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {99, 380_001, 0, -1})
  void refusesLengthsOutsideItsRange(long millis) {
    assertThatThrownBy(() -> render("rain", millis, 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sound effect lasts from 0.1 to 380 s, not " + millis + " ms");
  }

  @Test
  void givesTheSameBytesForTheSameSeedAlsoWhenManyAskAtOnce() {
    String prompt = "footsteps on gravel with rain, then a distant explosion";
    PcmClip alone = render(prompt, 3000, 42);

    List<PcmClip> together = IntStream.range(0, 4).parallel().mapToObj(i -> render(prompt, 3000, 42)).toList();

    assertThat(together).allSatisfy(clip -> assertThat(clip.samples()).isEqualTo(alone.samples()));
  }

  /** The interpreter, which uses none of the compiler's arithmetic, is as near to another machine as one JVM comes. */
  @Test
  void givesTheSameBytesInAnotherJvmWithoutTheCompiler() throws Exception {
    Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint",
        "-cp", System.getProperty("java.class.path"), EffectSketchTest.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String hash = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(other.waitFor()).isZero();
    assertThat(hash).isEqualTo(fingerprint());
  }

  /** What the other JVM runs. */
  public static void main(String... arguments) throws NoSuchAlgorithmException {
    System.out.println(fingerprint());
  }

  private static String fingerprint() throws NoSuchAlgorithmException {
    PcmClip clip = new EffectSketch().render(
        "rain and fire with a church bell, then a laser and a dog barking in a hall",
        Duration.ofMillis(900), true, 5);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(clip.samples()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "knock", "bell", "laser", "xyzzy"})
  void givesAnotherTakeForAnotherSeed(String prompt) {
    assertThat(render(prompt, 1000, 1).samples()).isNotEqualTo(render(prompt, 1000, 2).samples());
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void everySoundIsAudibleAndNeverClips(Sound sound) {
    String name = wordsFor(sound);

    for (long millis : new long[]{100, EffectSketch.usualLength(name).toMillis(), 12_000}) {
      Listening heard = new Listening(render(name, millis, 11));

      assertThat(heard.activeDecibels()).as("%s, %d ms, level", name, millis).isBetween(-24.0, -14.0);
      assertThat(heard.peakDecibels()).as("%s, %d ms, peak", name, millis).isLessThan(-1);
      assertThat(heard.dcOffset()).as("%s, %d ms, DC", name, millis).isLessThan(0.01);
      assertThat(heard.lastSample()).as("%s, %d ms, last sample", name, millis).isLessThan(0.01);
    }
  }

  /** The name in the code is a phrase of the lexicon too, but for the texture, which no word names. */
  private static String wordsFor(Sound sound) {
    String name = switch (sound) {
      case SLAM -> "door slam";
      case DOOR -> "door";
      case IMPACT -> "impact";
      case TEXTURE -> "zorp";
      case CAR_PASS -> "car passing";
      default -> sound.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
    assertThat(EffectReader.read(name)).extracting(EffectCue::sound).containsExactly(sound);
    return name;
  }

  static Stream<String> strangePrompts() {
    return Stream.of("", "   ", "?!", "\uD83D\uDD14\uD83D\uDD25", "xyzzy plugh", "a".repeat(10_000),
        "rain ".repeat(2_000),
        "then then then", "no rain", "\u0000\u202E@everyone `*_*`", "very", "distant", "и дождь", "metal", "999 knocks",
        "Schritte auf Kies, danach ein lauter Knall", "pluie et tonnerre lointain", "雨と雷");
  }

  @ParameterizedTest
  @MethodSource("strangePrompts")
  void everyPromptGivesASound(String prompt) {
    Listening heard = new Listening(render(prompt, 2500, 5));

    assertThat(heard.activeDecibels()).isBetween(-24.0, -14.0);
    assertThat(heard.peakDecibels()).isLessThan(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "wind", "ocean waves", "siren", "helicopter", "drone", "sci-fi hum", "engine",
      "footsteps on gravel", "clock", "heartbeat", "church bell", "campfire with crickets", "explosion", "applause",
      "dripping water in a cave", "vinyl", "alarm", "zorp", "rain, then thunder"})
  void aLoopHasNoStepAtItsSeam(String prompt) {
    for (long millis : new long[]{400, 5000, 61_000}) {
      Listening heard = new Listening(sketch.render(prompt, Duration.ofMillis(millis), true, 4));

      assertThat(heard.seam()).as("%d ms", millis).isLessThanOrEqualTo(1.5 * heard.usualStep() + 3.0 / 32_768);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "stream", "campfire", "applause", "engine", "wind"})
  void aLoopIsAsLoudAtItsSeamAsElsewhere(String prompt) {
    Listening heard = new Listening(sketch.render(prompt, Duration.ofSeconds(6), true, 4));

    double seam = (heard.rmsDecibels(0, 0.5) + heard.rmsDecibels(5.5, 6)) / 2;
    assertThat(seam).isBetween(heard.rmsDecibels() - 6, heard.rmsDecibels() + 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "birds", "footsteps", "clock", "typing", "engine", "dripping water", "crowd",
      "siren"})
  void whatGoesOnFillsTheWholeLength(String prompt) {
    double[] stretches = new Listening(render(prompt, 75_000, 2)).levels(2.5);

    assertThat(Arrays.stream(stretches).min().orElseThrow()).isGreaterThan(-45);
  }

  @ParameterizedTest
  @ValueSource(strings = {"knock", "whoosh", "church bell", "laser", "dog barking", "gunshot"})
  void whatIsOverSoonHappensAgainWhereThereIsTime(String prompt) {
    double[] stretches = new Listening(render(prompt, 20_000, 2)).levels(5);

    assertThat(Arrays.stream(stretches).min().orElseThrow()).isGreaterThan(-45);
  }

  @Test
  void anExplosionHappensOnceAndDiesAway() {
    Listening heard = new Listening(render("explosion", 20_000, 2));

    assertThat(heard.rmsDecibels(0, 1)).isGreaterThan(-22);
    assertThat(heard.rmsDecibels(5, 7)).isBetween(-70.0, -25.0);
    assertThat(heard.rmsDecibels(19, 20)).isLessThan(-60);
  }

  @ParameterizedTest
  @CsvSource({"impact,1.5", "rain,8.0", "laser,0.9", "riser,5.0", "knock,1.1", "three beeps,1.8"})
  void knowsTheUsualLength(String prompt, double seconds) {
    assertThat(EffectSketch.usualLength(prompt)).isEqualTo(Duration.ofMillis(Math.round(1000 * seconds)));
  }

  @Test
  void theUsualLengthOfASequenceIsThatOfItsParts() {
    assertThat(EffectSketch.usualLength("rain, then a laser, then an impact"))
        .isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_900));
    assertThat(EffectSketch.usualLength("rain, then wind, then fire, then a stream, then birds"))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(EffectSketch.usualLength("click")).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void playsASequenceInOrder() {
    Listening heard = new Listening(render("alarm, then ocean waves, then crickets", 15_000, 2));

    double alarm = heard.spectrum(0.3, 1.8, 4096).peak(200, 15_000);
    double crickets = heard.spectrum(12, 14.5, 4096).peak(200, 15_000);
    assertThat(alarm).isBetween(2000.0, 2100.0);
    assertThat(crickets).isBetween(4000.0, 5300.0);
    assertThat(heard.spectrum(5, 8, 4096).band(2040, 2060))
        .isLessThan(heard.spectrum(0.3, 1.8, 4096).band(2040, 2060) - 20);
  }

  @Test
  void mixesWhatSoundsTogether() {
    Listening heard = new Listening(render("crickets with a distant train", 8000, 2));

    for (double from = 1; from < 7; from += 2) {
      Spectrum spectrum = heard.spectrum(from, from + 2, 4096);
      assertThat(spectrum.band(4000, 5300)).isGreaterThan(spectrum.band(6500, 9000) + 15);
      assertThat(spectrum.band(40, 250)).isGreaterThan(spectrum.band(6500, 9000) + 15);
    }
  }

  private PcmClip render(String prompt, long millis, long seed) {
    return sketch.render(prompt, Duration.ofMillis(millis), false, seed);
  }
}
