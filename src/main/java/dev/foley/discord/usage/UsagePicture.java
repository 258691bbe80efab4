package dev.foley.discord.usage;

import java.awt.AWTError;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The picture of what was spent, where this machine can draw one: a container may have neither fonts nor the libraries that draw
 * them, and the figures are worth reading without it. Thread-safe.
 */
final class UsagePicture {
  private static final Logger log = LoggerFactory.getLogger(UsagePicture.class);

  private final Drawing drawing;
  private final AtomicBoolean logged = new AtomicBoolean();

  /** Draws bars. */
  interface Drawing {
    byte[] png(Usage usage) throws IOException;
  }

  UsagePicture(Drawing drawing) {
    this.drawing = drawing;
  }

  /** A PNG; empty if there is nothing to draw, or nothing to draw it with. */
  Optional<byte[]> of(Usage usage) {
    if (usage.isNothing()) {
      return Optional.empty();
    }
    try {
      return Optional.of(drawing.png(usage));
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      // Without fonts or their libraries AWT throws each of these, at the first text or when its classes are loaded.
      if (logged.compareAndSet(false, true)) {
        log.atWarn().setCause(e).log("The picture of what was spent cannot be drawn; installing a font may help");
      }
      return Optional.empty();
    }
  }
}
