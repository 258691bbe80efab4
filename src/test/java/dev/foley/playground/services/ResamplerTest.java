package dev.foley.playground.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static PcmFormat format(int rate, int channels) {
    return new PcmFormat(rate, channels, 16, PcmFormat.Encoding.INTEGER);
  }

  /** A second of a sine on the left, silence on the right. */
  private static PcmClip sine(double frequency) {
    ByteBuffer samples = ByteBuffer.allocate(44_100 * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 44_100; i++) {
      samples.putShort((short) Math.round(20_000 * Math.sin(2 * Math.PI * frequency * i / 44_100))).putShort((short) 0);
    }
    return new PcmClip(PcmFormat.CD, samples.array());
  }

  private static short sample(PcmClip clip, int frame, int channel) {
    return ByteBuffer.wrap(clip.samples()).order(ByteOrder.LITTLE_ENDIAN)
        .getShort((frame * clip.format().channelCount() + channel) * 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 32_000, 48_000})
  void aToneKeepsItsPitchAndLoudnessAtAnotherRate(int rate) {
    PcmClip there = Resampler.convert(sine(440), format(rate, 2), rate);
    assertThat(there.frames()).isEqualTo(rate);
    for (int i = rate / 4; i < rate * 3 / 4; i++) {
      double ideal = 20_000 * Math.sin(2 * Math.PI * 440 * i / rate);
      assertThat((double) sample(there, i, 0)).isCloseTo(ideal, within(60.0));
      assertThat(sample(there, i, 1)).isZero();
    }
  }

  @Test
  void whatLiesAboveTheNewHalfRateIsTakenAwayRatherThanFolded() {
    PcmClip there = Resampler.convert(sine(12_000), format(16_000, 2), 16_000);
    for (int i = 4_000; i < 12_000; i++) {
      assertThat(Math.abs(sample(there, i, 0))).isLessThan((short) 20);
    }
  }

  @Test
  void monoIsTheMeanOfBothSides() {
    PcmClip stereo = sine(440);
    PcmClip mono = Resampler.convert(stereo, format(44_100, 1), 44_100);
    for (int i = 0; i < 44_100; i++) {
      assertThat((double) sample(mono, i, 0)).isCloseTo(sample(stereo, i, 0) / 2.0, within(1.0));
    }
  }

  @Test
  void aMissingFrameAtTheEndIsSilence() {
    assertThat(Resampler.convert(sine(440), PcmFormat.CD, 44_101).frames()).isEqualTo(44_101);
  }
}
