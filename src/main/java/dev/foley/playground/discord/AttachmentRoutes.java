package dev.foley.playground.discord;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves uploaded files, whole or in part, as Discord's content network does. */
final class AttachmentRoutes {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private record Range(long first, long last) {}

  private final Attachments attachments;

  AttachmentRoutes(Attachments attachments) {
    this.attachments = attachments;
  }

  void register(RoutesConfig config) {
    String path = "/attachments/{channel_id}/{attachment_id}/{filename}";
    config.addHttpHandler(HandlerType.GET, path, this::serve);
    config.addHttpHandler(HandlerType.HEAD, path, this::serve);
  }

  private void serve(Context context) throws IOException {
    Optional<StoredFile> found = find(context);
    if (found.isEmpty()) {
      context.status(404).contentType("text/plain").result("This content is no longer available.");
      return;
    }
    StoredFile file = found.get();
    long size = file.sizeBytes();
    context.header("Accept-Ranges", "bytes").contentType(file.contentType());
    context.header("Content-Disposition", "attachment; filename=\"" + file.filename() + "\"");
    String header = context.header("Range");
    Range range = header == null ? new Range(0, size - 1) : range(header, size);
    if (range == null) {
      context.status(416).header("Content-Range", "bytes */" + size);
      return;
    }
    if (header != null) {
      context.status(206).header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
    }
    long length = range.last() - range.first() + 1;
    context.header("Content-Length", Long.toString(length));
    if (!context.method().equals(HandlerType.HEAD)) {
      send(context, file, range.first(), length);
    }
  }

  private static void send(Context context, StoredFile file, long first, long length) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file.path())) {
      channel.position(first);
      var in = Channels.newInputStream(channel);
      var out = context.outputStream();
      byte[] buffer = new byte[1 << 16];
      long left = length;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new IOException("the file is shorter than it was");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
  }

  private Optional<StoredFile> find(Context context) {
    String ex = context.queryParam("ex");
    String is = context.queryParam("is");
    String hm = context.queryParam("hm");
    try {
      long channelId = Long.parseLong(context.pathParam("channel_id"));
      long id = Long.parseLong(context.pathParam("attachment_id"));
      return ex == null || is == null || hm == null ? Optional.empty() : attachments.open(channelId, id, ex, is, hm);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** @return null if nothing of the file lies in it; several ranges at once are answered by the whole file */
  private static @Nullable Range range(String header, long size) {
    Matcher matcher = RANGE.matcher(header);
    if (!matcher.matches()) {
      return new Range(0, size - 1);
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty() && last.isEmpty()) {
      return null;
    }
    if (first.isEmpty()) {
      long suffix = Math.min(size, Long.parseLong(last));
      return suffix == 0 ? null : new Range(size - suffix, size - 1);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
    return from > to ? null : new Range(from, to);
  }
}
