package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no Discord can bring about; {@code AcknowledgementFaultsTest} has the rest. */
@Timeout(20)
class IntakeTest {
  @Test
  void aPromiseThatCannotBeRememberedHoldsNobodyUp() {
    PromisedReplies broken = new PromisedReplies() {
      @Override
      public void made(Promise promise) {
        throw new IllegalStateException("for the test");
      }

      @Override
      public void kept(Promise promise) {}
    };
    List<Runnable> work = new ArrayList<>();
    Intake intake = new Intake(work::add, broken, Runnable::run);

    assertThat(intake.take(event(), answering(ReplyCallbackAction.class), _ -> fail("not acknowledged"), (_, _) -> {}))
        .isTrue();
    work.getFirst().run(); // within the test's time
  }

  private static IReplyCallback event() {
    return answering(IReplyCallback.class);
  }

  /** Says as little as is asked of it. */
  private static <T> T answering(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, _) -> {
      Class<?> answer = method.getReturnType();
      if (answer == long.class) {
        return 1L;
      }
      return answer == DiscordLocale.class ? DiscordLocale.ENGLISH_UK : "token";
    }));
  }
}
