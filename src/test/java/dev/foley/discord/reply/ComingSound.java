package dev.foley.discord.reply;

import dev.foley.provider.AudioArtifact;
import dev.foley.provider.IncomingSound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A sound of which half is here; the test says when the rest comes, or that it does not. */
final class ComingSound implements IncomingSound {
  private final AudioArtifact announced;
  /** True when all is here, false when nothing more comes. */
  final CompletableFuture<Boolean> rest = new CompletableFuture<>();

  ComingSound(AudioArtifact announced) {
    this.announced = announced;
  }

  @Override
  public AudioArtifact announced() {
    return announced;
  }

  @Override
  public InputStream open() throws IOException {
    long half = announced.sizeBytes() / 2;
    InputStream second = Files.newInputStream(announced.file());
    second.skipNBytes(half);
    byte[] first;
    try (InputStream in = Files.newInputStream(announced.file())) {
      first = in.readNBytes((int) half);
    }
    return new SequenceInputStream(new ByteArrayInputStream(first), new InputStream() {
      @Override
      public int read() throws IOException {
        awaitRest();
        return second.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        awaitRest();
        return second.read(target, offset, length);
      }

      @Override
      public void close() throws IOException {
        second.close();
      }
    });
  }

  private void awaitRest() throws IOException {
    try {
      if (!rest.get()) {
        throw new IOException("cut off");
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }
}
