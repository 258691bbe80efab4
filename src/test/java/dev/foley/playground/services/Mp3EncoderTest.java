package dev.foley.playground.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp3EncoderTest {
  @ParameterizedTest
  @CsvSource({"44100,2,128000", "44100,2,192000", "44100,1,128000", "44100,1,192000", "44100,2,256000",
      "22050,1,32000", "16000,2,64000"})
  void framesFollowEachOtherAndLastAsLongAsTheSound(int rate, int channels, int bitRate) {
    PcmClip tone = new TestTone().music("x", Duration.ofSeconds(3), 1);
    PcmFormat format = new PcmFormat(rate, channels, 16, PcmFormat.Encoding.INTEGER);

    Mp3Frames frames = Mp3Frames.read(Mp3Encoder.encode(Resampler.convert(tone, format, 3L * rate), bitRate));

    assertThat(frames.sampleRate()).isEqualTo(rate);
    assertThat(frames.channelCount()).isEqualTo(channels);
    assertThat(frames.bitRate()).isEqualTo(bitRate);
    assertThat(frames.seconds()).isCloseTo(3, within(0.2));
  }
}
