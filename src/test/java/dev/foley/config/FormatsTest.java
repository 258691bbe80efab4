package dev.foley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final Durations DURATIONS = new Durations(Duration.ZERO, Duration.ofDays(365));
  private static final Amounts AMOUNTS = new Amounts(BigDecimal.ZERO, BigDecimal.valueOf(1_000));
  private static final Sizes SIZES = new Sizes(0, 1L << 40);

  @ParameterizedTest
  @CsvSource({"0s, PT0S, 0s", "250ms, PT0.25S, 250ms", "90s, PT1M30S, 90s", "60s, PT1M, 1m", "10 m, PT10M, 10m",
      "1h 30m, PT1H30M, 90m", "1h30m, PT1H30M, 90m", "24h, PT24H, 1d", "' 7d ', PT168H, 7d"})
  void durationsAreReadAndWritten(String text, Duration expected, String written) throws UnfitValueException {
    assertThat(DURATIONS.read(text)).isEqualTo(expected);
    assertThat(Durations.write(expected)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "m", "-1s", "1.5h", "10 minutes", "PT10M", "10m x", "9999999999s", " "})
  void otherDurationsAreRefused(String text) {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> DURATIONS.read(text));
  }

  @ParameterizedTest
  @CsvSource({"1 KB, 1024, 1 KB", "200 MB, 209715200, 200 MB", "200mb, 209715200, 200 MB", "1 GiB, 1073741824, 1 GB",
      "1536 KB, 1572864, 1536 KB"})
  void sizesAreReadAndWritten(String text, long expected, String written) throws UnfitValueException {
    assertThat(SIZES.read(text)).isEqualTo(expected);
    assertThat(Sizes.write(expected)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "MB", "-1 MB", "1.5 MB", "1 TB", "1  MB", "9999999999 KB"})
  void otherSizesAreRefused(String text) {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> SIZES.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.022", " 100 ", "1000", "000.5"})
  void amountsAreReadAsTheyAreWritten(String text) throws UnfitValueException {
    assertThat(AMOUNTS.read(text)).isEqualTo(new BigDecimal(text.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e3", "1,5", ".5", "1.", "1000.1", "one", " ", "0.1234567890", "$5"})
  void otherAmountsAreRefused(String text) {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> AMOUNTS.read(text));
  }

  @Test
  void hostsAreLowerCaseAndMayHavePorts() throws UnfitValueException {
    assertThat(new Hosts().read("CDN.Example.com, 127.0.0.1:9000,[::1]:80,, my_host"))
        .containsExactlyInAnyOrder("cdn.example.com", "127.0.0.1:9000", "[::1]:80", "my_host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "https://a", "a b", "a:", "-a", "a:123456", "*.example.com", "a@b"})
  void otherHostsAreRefused(String text) {
    assertThatExceptionOfType(UnfitValueException.class).isThrownBy(() -> new Hosts().read(text));
  }

  @Test
  void aLongOrHarmfulValueIsShownShortAndHarmless() {
    assertThatExceptionOfType(UnfitValueException.class)
        .isThrownBy(() -> Formats.integer(0, 1).read("\u001b[31m" + "x".repeat(1000)))
        .withMessageStartingWith("is \"[31mxxx").withMessageContaining("x…\"")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(130));
  }
}
