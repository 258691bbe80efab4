package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes are, a report comes or a {@link WavFormatException}; nothing else, and soon. */
class WavInspectorFuzzTest {
  private static final int MUTANTS = 5_000;
  private static final Duration BOUND = Duration.ofSeconds(2);
  /** Numbers that break arithmetic, to be written over any four bytes. */
  private static final int[] NASTY = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, -2, 0xFFFF, 0x8000, 8, 1 << 30};

  @TempDir
  Path directory;

  @Test
  void mutatedHeadersMeetOnlyTheDeclaredException() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_121);
    List<byte[]> seeds = List.of(
        RiffBuilder.wave().fmt(1, 2, 44_100, 16).chunk("LIST", new byte[26]).chunk("data", new byte[64]).build(),
        RiffBuilder.wave().extensible(3, 1, 48_000, 32, 32).chunk("fact", new byte[4]).chunk("data", new byte[64])
            .build(),
        RiffBuilder.wave().chunk("JUNK", new byte[5]).fmt(1, 1, 8_000, 8).chunkSaying("data", 0, new byte[9]).build());
    Path file = directory.resolve("mutant.wav");
    int readable = 0;
    long start = System.nanoTime();
    int mutants = 0;
    for (; mutants < MUTANTS && System.nanoTime() - start < BOUND.toNanos(); mutants++) {
      Files.write(file, mutate(seeds.get(mutants % seeds.size()).clone(), random));
      try {
        WavReport report = WavInspector.inspect(file);
        assertThat(report.frames()).isPositive();
        readable++;
      } catch (WavFormatException declared) {
        assertThat(declared).hasMessageNotContainingAny("null", "\0");
      }
    }
    assertThat(readable).as("of %s mutants, some are still WAVs and some are not", mutants).isBetween(1, mutants - 1);
  }

  private static byte[] mutate(byte[] bytes, RandomGenerator random) {
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = 4 + random.nextInt(bytes.length - 8);
      if (random.nextBoolean()) {
        bytes[at] = (byte) random.nextInt();
      } else {
        RiffBuilder.little(4).putInt(NASTY[random.nextInt(NASTY.length)]).flip().get(bytes, at, 4);
      }
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
