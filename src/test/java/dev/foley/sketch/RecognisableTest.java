package dev.foley.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The physical properties by which an ear knows what it hears. */
class RecognisableTest {
  private final EffectSketch sketch = new EffectSketch();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLaserFalls(long seed) {
    Listening heard = hear("laser", 0.9, seed);

    double start = heard.spectrum(0, 0.04, 1024).peak(100, 8000);
    double middle = heard.spectrum(0.15, 0.2, 1024).peak(100, 8000);
    double end = heard.spectrum(0.4, 0.5, 4096).peak(60, 8000);
    assertThat(start).isGreaterThan(2 * middle);
    assertThat(middle).isGreaterThan(1.8 * end);
  }

  @Test
  void aRiserRisesAndADownerFalls() {
    Listening riser = hear("riser", 6, 1);
    Listening downer = hear("downer", 6, 1);

    assertThat(centroids(riser, 6)).isSorted();
    assertThat(riser.rmsDecibels(4.5, 5.5)).isGreaterThan(riser.rmsDecibels(0.5, 1.5) + 10);
    assertThat(downer.spectrum(0.2, 1, 4096).centroid()).isGreaterThan(3 * downer.spectrum(4.5, 5.5, 4096).centroid());
  }

  private static double[] centroids(Listening heard, int count) {
    return IntStream.range(0, count)
        .mapToDouble(
            i -> heard.spectrum(heard.seconds() * i / count, heard.seconds() * (i + 1) / count, 4096).centroid())
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"footsteps,0.56", "slow footsteps,0.85", "running footsteps,0.333", "footsteps on gravel,0.56",
      "footsteps on snow,0.56", "footsteps on a wooden floor,0.56", "clock ticking,0.5", "slow dripping water,1.44"})
  void aRhythmHasItsPace(String prompt, double period) {
    List<Double> onsets = hear(prompt, 12, 1).onsets(0.62 * period);

    double mean = (onsets.getLast() - onsets.getFirst()) / (onsets.size() - 1);
    assertThat(mean).isCloseTo(period, within(0.1 * period));
  }

  @Test
  void theGroundIsHeard() {
    double gravel = hear("footsteps on gravel", 4, 1).spectrum().centroid();
    double snow = hear("footsteps on snow", 4, 1).spectrum().centroid();
    double wood = hear("footsteps on wood", 4, 1).spectrum().centroid();

    assertThat(gravel).isGreaterThan(1.5 * snow);
    assertThat(snow).isGreaterThan(1.5 * wood);
  }

  @Test
  void heartbeatsComeInPairs() {
    List<Double> onsets = hear("heartbeat", 9, 1).onsets(0.12);

    assertThat(onsets).hasSizeBetween(18, 22);
    for (int i = 2; i < onsets.size() - 1; i += 2) {
      assertThat(onsets.get(i + 1) - onsets.get(i)).as("first to second").isBetween(0.22, 0.38);
      assertThat(onsets.get(i) - onsets.get(i - 1)).as("second to first").isBetween(0.45, 0.7);
    }
  }

  @Test
  void aBellsPartialsAreInharmonicAndTheHighOnesDieFirst() {
    Listening heard = hear("bell", 1.6, 1);
    Spectrum strike = heard.spectrum(0, 0.4, 16_384);

    double first = strike.peak(900, 1500);
    double second = strike.peak(2500, 4000);
    assertThat(second / first).isCloseTo(2.76, within(0.03));
    assertThat(strike.peak(5500, 7500) / first).isCloseTo(5.4, within(0.05));
    Spectrum later = heard.spectrum(0.9, 1.3, 16_384);
    double lowFalls = strike.band(first - 40, first + 40) - later.band(first - 40, first + 40);
    double highFalls = strike.band(5500, 7500) - later.band(5500, 7500);
    assertThat(lowFalls).isPositive();
    assertThat(highFalls).isGreaterThan(lowFalls + 15);
  }

  @Test
  void aChurchBellHasAHumAMinorThirdAndALongDecay() {
    Listening heard = hear("church bell", 6, 1);
    Spectrum spectrum = heard.spectrum(0.05, 0.8, 16_384);

    double prime = spectrum.peak(250, 275);
    assertThat(spectrum.peak(120, 140) / prime).as("hum").isCloseTo(0.5, within(0.01));
    assertThat(spectrum.peak(295, 330) / prime).as("tierce").isCloseTo(1.183, within(0.02));
    assertThat(heard.rmsDecibels(1.8, 2.3)).isGreaterThan(heard.rmsDecibels(0, 0.5) - 22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rain", "applause", "radio static", "heavy rain"})
  void isBroadAndSteady(String prompt) {
    Listening heard = hear(prompt, 8, 1);
    double[] levels = heard.levels(0.5);
    double[] inner = Arrays.copyOfRange(levels, 1, levels.length - 1);

    assertThat(heard.spectrum().flatness(500, 5000)).isGreaterThan(0.35);
    assertThat(Arrays.stream(inner).max().orElse(0) - Arrays.stream(inner).min().orElse(0)).isLessThan(3.5);
  }

  @Test
  void fireCracklesWhereRainIsSteady() {
    assertThat(hear("campfire", 8, 1).onsets(0.02).size()).isGreaterThan(10);
    assertThat(hear("rain", 8, 1).onsets(0.02).size()).isLessThan(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whoosh", "sword swing", "car passing"})
  void whatPassesSwellsAndDies(String prompt) {
    Listening heard = hear(prompt, EffectSketch.usualLength(prompt).toMillis() / 1000.0, 1);
    double[] levels = heard.levels(heard.seconds() / 20);
    int loudest = IntStream.range(0, 20).reduce(0, (a, b) -> levels[b] > levels[a] ? b : a);

    assertThat(loudest).isBetween(4, 14);
    assertThat(levels[0]).isLessThan(levels[loudest] - 12);
    assertThat(levels[19]).isLessThan(levels[loudest] - 12);
    for (int i = 0; i < 3; i++) {
      assertThat(levels[i + 1]).isGreaterThan(levels[i]);
    }
  }

  @Test
  void aSirenWails() {
    Listening heard = new Listening(sketch.render("siren", Duration.ofSeconds(8), true, 1));

    for (double low = 0; low < 7; low += 4) {
      Spectrum bottom = heard.spectrum(low, low + 0.2, 8192);
      Spectrum top = heard.spectrum(low + 1.9, low + 2.1, 8192);
      assertThat(bottom.band(530, 650)).isGreaterThan(bottom.band(700, 1000) + 10);
      assertThat(top.band(1300, 1500)).isGreaterThan(top.band(530, 1200) + 10);
    }
  }

  @Test
  void wavesComeAndGoAndTheirFoamIsAtTheCrest() {
    Listening heard = hear("ocean waves", 28, 1);
    double[] levels = heard.levels(0.5);

    assertThat(Arrays.stream(levels).limit(54).max().orElse(0))
        .isGreaterThan(Arrays.stream(levels).limit(54).min().orElse(0) + 6);
  }

  @Test
  void thunderCracksNearAndOnlyRumblesFar() {
    double near = hear("thunder", 6, 1).spectrum().centroid();
    double far = hear("distant thunder", 6, 1).spectrum().centroid();

    assertThat(far).isLessThan(160);
    assertThat(near).isGreaterThan(2 * far);
  }

  @ParameterizedTest
  @CsvSource({"knock,3,3", "two knocks,3,2", "five beeps,4,5", "dog barking,1.1,2", "alarm,0.9,4"})
  void comesAsOftenAsItShould(String prompt, double seconds, int count) {
    List<Double> onsets = hear(prompt, seconds, 1).onsets(0.07);

    assertThat(onsets.stream().filter(onset -> onset < 2.5 || count == 5)).hasSize(count);
  }

  @Test
  void aCoinBouncesEverFaster() {
    List<Double> onsets = hear("coin drop", 1.6, 1).onsets(0.03);

    assertThat(onsets).hasSizeGreaterThan(4);
    for (int i = 2; i < 5; i++) {
      assertThat(onsets.get(i) - onsets.get(i - 1)).isLessThan(onsets.get(i - 1) - onsets.get(i - 2));
    }
  }

  @Test
  void glassIsHighAndHeartsAreLow() {
    assertThat(hear("breaking glass", 1.9, 1).spectrum().centroid()).isGreaterThan(2500);
    assertThat(hear("heartbeat", 5, 1).spectrum().centroid()).isLessThan(150);
    assertThat(hear("birds", 8, 1).spectrum().centroid()).isBetween(1800.0, 6500.0);
    assertThat(hear("crickets", 8, 1).spectrum().centroid()).isBetween(4000.0, 5600.0);
    assertThat(hear("explosion", 4, 1).spectrum().centroid()).isLessThan(800);
  }

  @Test
  void adjectivesAreHeard() {
    assertThat(hear("small impact", 1.5, 1).spectrum().centroid())
        .isGreaterThan(1.3 * hear("huge impact", 1.5, 1).spectrum().centroid());
    assertThat(hear("high-pitched beep", 0.5, 1).spectrum().peak(200, 5000))
        .isGreaterThan(1.9 * hear("low-pitched beep", 0.5, 1).spectrum().peak(200, 5000));
    assertThat(hear("loud rain", 4, 1).activeDecibels()).isGreaterThan(hear("soft rain", 4, 1).activeDecibels() + 2);
    assertThat(hear("distant rain", 3, 1).spectrum().centroid())
        .isLessThan(0.6 * hear("rain", 3, 1).spectrum().centroid());
    assertThat(hear("knock in a cave", 2.5, 1).rmsDecibels(1.2, 1.8))
        .isGreaterThan(hear("dry knock", 2.5, 1).rmsDecibels(1.2, 1.8) + 15);
    assertThat(hear("metal impact", 1.5, 1).rmsDecibels(0.7, 1))
        .isGreaterThan(hear("wooden impact", 1.5, 1).rmsDecibels(0.7, 1) + 6);
  }

  private Listening hear(String prompt, double seconds, long seed) {
    return new Listening(sketch.render(prompt, Duration.ofMillis(Math.round(1000 * seconds)), false, seed));
  }
}
