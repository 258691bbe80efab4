package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.foley.provider.FailureReason;
import dev.foley.provider.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedListenersTest {
  private final List<String> heard = new ArrayList<>();
  private final GenerationListener guarded = GenerationListener.of(List.of(hearing(true), hearing(false)));

  @Test
  void whatOneThrowsReachesNeitherTheOthersNorTheCaller() {
    Generation generation = new GenerationFixture().accept();

    assertThatCode(() -> {
      guarded.changed(generation);
      guarded.progressed(generation, Progress.QUEUED);
      guarded.retrying(generation, "503");
      guarded.failed(generation, FailureReason.GENERATION_FAILED, "error");
    }).doesNotThrowAnyException();

    assertThat(heard).containsExactly("changed", "progressed", "retrying", "failed");
  }

  private GenerationListener hearing(boolean broken) {
    return new GenerationListener() {
      @Override
      public void changed(Generation generation) {
        hear("changed");
      }

      @Override
      public void progressed(Generation generation, Progress progress) {
        hear("progressed");
      }

      @Override
      public void retrying(Generation generation, String detail) {
        hear("retrying");
      }

      @Override
      public void failed(Generation generation, FailureReason reason, String detail) {
        hear("failed");
      }

      private void hear(String event) {
        if (broken) {
          throw new IllegalStateException("a broken listener");
        }
        heard.add(event);
      }
    };
  }
}
