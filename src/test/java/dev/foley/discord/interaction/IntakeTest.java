package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.reflect.Proxy;
import java.util.Optional;
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
    Permits work = new Permits();
    Intake intake = new Intake(work, broken, Runnable::run);

    assertThat(intake.take(event(), answering(ReplyCallbackAction.class), _ -> fail("not acknowledged"), (_, _) -> {}))
        .isTrue();

    assertThat(work.released).isEqualTo(1);
  }

  /** One after the other, as many as are wanted. */
  private static final class Permits implements PermittedWork, PermittedWork.Permit {
    private int released;

    @Override
    public Optional<Permit> acquire() {
      return Optional.of(this);
    }

    @Override
    public void execute(Runnable task) {
      use(task);
    }

    @Override
    public void use(Runnable task) {
      task.run();
    }

    @Override
    public void release() {
      released++;
    }
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
