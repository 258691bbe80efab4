package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsageBarsTest {
  /** White, and the greys on which Discord shows embeds. */
  private static final List<Color> THEMES = List.of(Color.WHITE, new Color(0xF2F3F5), new Color(0x313338),
      new Color(0x2B2D31));

  @ParameterizedTest
  @EnumSource(UsagePeriod.class)
  void thePictureHasTheBarsOfBoth(UsagePeriod period) throws Exception {
    Map<Color, Integer> pixels = pixels(UsageSamples.of(period, true));
    assertThat(pixels.get(UsageBars.MEMBER)).isGreaterThan(1_000);
    assertThat(pixels.get(UsageBars.SERVER)).isGreaterThan(pixels.get(UsageBars.MEMBER));
    assertThat(pixels.get(UsageBars.LABELS)).isGreaterThan(100);
  }

  @Test
  void withoutAServerThereIsOneColour() throws Exception {
    Map<Color, Integer> pixels = pixels(UsageSamples.of(UsagePeriod.THIS_MONTH, false));
    assertThat(pixels).containsKey(UsageBars.MEMBER).doesNotContainKey(UsageBars.SERVER);
  }

  @Test
  void coloursAreToldFromEveryTheme() {
    for (Color theme : THEMES) {
      assertThat(contrast(UsageBars.MEMBER, theme)).as("member on %s", theme).isGreaterThanOrEqualTo(3);
      assertThat(contrast(UsageBars.SERVER, theme)).as("server on %s", theme).isGreaterThanOrEqualTo(3);
    }
    assertThat(contrast(UsageBars.LABELS, UsageBars.CARD)).isGreaterThanOrEqualTo(7);
  }

  private static Map<Color, Integer> pixels(Usage usage) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(new UsageBars().png(usage)));
    Map<Color, Integer> pixels = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels.merge(new Color(image.getRGB(x, y)), 1, Integer::sum);
      }
    }
    return pixels;
  }

  /** As WCAG 2 has it. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
