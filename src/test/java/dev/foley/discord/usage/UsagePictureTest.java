package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.AWTError;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsagePictureTest {
  private static final Usage USAGE = UsageSamples.of(UsagePeriod.TODAY, true);

  static Stream<UsagePicture.Drawing> failures() {
    return Stream.of(
        _ -> {
          throw new IOException("no encoder");
        },
        _ -> {
          throw new IllegalStateException("Fontconfig head is null, check your fonts or fonts configuration");
        },
        _ -> {
          throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
        },
        _ -> {
          throw new InternalError("java.lang.reflect.InvocationTargetException");
        },
        _ -> {
          throw new AWTError("no display");
        });
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatCannotBeDrawnIsLeftOut(UsagePicture.Drawing broken) {
    UsagePicture picture = new UsagePicture(broken);
    assertThat(picture.of(USAGE)).isEmpty();
    assertThat(picture.of(USAGE)).isEmpty();
  }

  @Test
  void anErrorOfAnotherKindIsNotHidden() {
    assertThatThrownBy(() -> new UsagePicture(_ -> {
      throw new AssertionError("a defect");
    }).of(USAGE)).isInstanceOf(AssertionError.class);
  }

  @Test
  void whereNothingWasSpentNothingIsDrawn() {
    assertThat(new UsagePicture(_ -> new byte[]{1}).of(UsageSamples.nothing())).isEmpty();
    assertThat(new UsagePicture(_ -> new byte[]{1}).of(USAGE)).isPresent();
  }
}
