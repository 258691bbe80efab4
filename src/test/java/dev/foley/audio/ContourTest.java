package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContourTest {
  /** As loud as it is late. */
  private static Contour rising(long frames) {
    Contour contour = new Contour(1);
    for (long at = 0; at < frames;) {
      long count = Math.min(contour.room(), frames - at);
      double level = (at + count) / (double) frames;
      contour.add(count, level, count * level * level);
      at += count;
    }
    return contour;
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 4_096, 4_097, 10_000, 8_379_000, 400_000_000})
  void theShapeIsTheSameWhateverTheLength(long frames) {
    Envelope envelope = rising(frames).envelope(100);

    assertThat(rising(frames).frames()).isEqualTo(frames);
    for (int column = 0; column < 100; column++) {
      assertThat(envelope.peak(column)).isCloseTo((column + 1) / 100.0, within(0.011));
      assertThat(envelope.rms(column)).isBetween(envelope.peak(column) - 0.011, envelope.peak(column));
    }
  }

  @Test
  void aSingleFrameIsTheFirstColumn() {
    Envelope envelope = rising(1).envelope(3);

    assertThat(envelope.peak(0)).isEqualTo(1);
    assertThat(envelope.peak(1)).isZero();
  }

  @Test
  void nothingIsSilent() {
    assertThat(new Contour(2).envelope(4).rms(3)).isZero();
  }
}
