package dev.foley;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly end of a process that runs until it is told to stop. SIGTERM and Ctrl-C close what is open and end with 0: for the host
 * that is success, while the JVM by itself would say 143.
 */
final class Shutdown {
  private static final Logger log = LoggerFactory.getLogger(Shutdown.class);
  private static final AtomicInteger EXIT = new AtomicInteger();

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Closes this when the process is asked to end, whoever asks. */
  Shutdown(AutoCloseable open) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      int code = EXIT.get();
      try {
        open.close();
      } catch (Exception e) {
        log.atError().setCause(e).log("Not everything could be closed");
        code = code == 0 ? 1 : code;
      }
      asked.countDown();
      Runtime.getRuntime().halt(code);
    }, "shutdown"));
  }

  /** Waits until the process is asked to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** Ends the process with this code, after the hooks have run. */
  static void exit(int code) {
    EXIT.set(code);
    System.exit(code);
  }
}
