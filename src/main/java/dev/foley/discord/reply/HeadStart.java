package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.provider.IncomingSound;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One message on its way to Discord while its sound is still coming. Its files are sent in order, the picture after the sound, and what
 * the message says after both; so as long as the picture is held back Discord has no message, and if it never comes, neither does
 * the message. Thread-safe.
 */
final class HeadStart {
  private static final long PATIENCE_SECONDS = 300;

  private final Notice notice;
  private final IncomingSound sound;
  private final CompletableFuture<Notice.Picture> picture = new CompletableFuture<>();
  private final CompletableFuture<Sent> answer = new CompletableFuture<>();

  /** @param notice has one file, which is the sound, and a picture, of which only the name counts */
  HeadStart(Notice notice, IncomingSound sound) {
    this.notice = notice;
    this.sound = sound;
  }

  Notice notice() {
    return notice;
  }

  /** A file of the message, by its name; reading it waits for what is not here yet, and fails once it was {@link #drop dropped}. */
  InputStream open(String name) throws IOException {
    return notice.attachments().getFirst().name().equals(name)
        ? new Droppable(sound.open())
        : new Droppable(new HeldBack());
  }

  /** Whether the message says what there is to say of the sound, now that it is here. Only when it came stands in it as it stood at first. */
  boolean isStillTrue(Notice whole) {
    Notice.Card card = notice.card();
    return notice.attachments().equals(whole.attachments()) && notice.actions().equals(whole.actions())
        && notice.content().equals(whole.content()) && card.title().equals(whole.card().title())
        && card.description().equals(whole.card().description());
  }

  /** Lets the message come to its end. Blocking, bounded in time. */
  Sent finish(Notice.Picture last) {
    picture.complete(last);
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return new Sent.NotNow(Optional.empty(), "no answer to what was sent ahead");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sent.NotNow(Optional.empty(), "interrupted");
    }
  }

  /** Discord never gets the rest, unless it has it already. Idempotent. */
  void drop() {
    picture.cancel(false);
  }

  void answered(Sent sent) {
    answer.complete(sent);
  }

  private final class Droppable extends FilterInputStream {
    Droppable(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      check();
      return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      check();
      return super.read(target, offset, length);
    }

    private void check() throws IOException {
      if (picture.isCancelled()) {
        throw new IOException("dropped");
      }
    }
  }

  /** The picture, once it may be sent. */
  private final class HeldBack extends InputStream {
    private InputStream png = InputStream.nullInputStream();
    private boolean opened;

    @Override
    public int read() throws IOException {
      return png().read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return png().read(target, offset, length);
    }

    private InputStream png() throws IOException {
      if (!opened) {
        try {
          png = picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS).open();
          opened = true;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException(e);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
          throw new IOException("dropped", e);
        }
      }
      return png;
    }
  }
}
