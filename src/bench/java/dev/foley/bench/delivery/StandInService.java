package dev.foley.bench.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service that is done at once, so that nothing but the delivery takes time: fal's synchronous form, whose answer is an address. The file
 * is noise of any length, made as it is sent, so that it needs no memory here.
 */
final class StandInService implements AutoCloseable {
  private static final byte[] NOISE = noise();
  private static final PcmFormat FORMAT = new PcmFormat(48_000, 2, 16, PcmFormat.Encoding.INTEGER);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile long fileBytes = 1 << 20;
  private volatile boolean tellsLength = true;
  private volatile Rate rate = Rate.unlimited();
  private volatile long answeredNanos;

  private StandInService(HttpServer server) {
    this.server = server;
  }

  static StandInService start() throws IOException {
    StandInService service = new StandInService(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    service.server.setExecutor(service.threads);
    service.server.createContext("/result/", service::send);
    service.server.createContext("/", service::answer);
    service.server.start();
    return service;
  }

  private static byte[] noise() {
    byte[] noise = new byte[64 << 10];
    new Random(1).nextBytes(noise);
    for (int i = 1; i < noise.length; i += 2) {
      noise[i] = (byte) (noise[i] / 4); // far from full scale
    }
    return noise;
  }

  /**
   * What the next results are.
   *
   * @param size bytes of samples
   * @param withLength whether the answer says how long it is; if not, nobody can know early what is coming
   */
  void makes(long size, boolean withLength, Rate speed) {
    fileBytes = size / FORMAT.frameBytes() * FORMAT.frameBytes();
    tellsLength = withLength;
    rate = speed;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Of all, with its header. */
  long resultBytes() {
    return WavWriter.HEADER_BYTES + fileBytes;
  }

  /** When it last said that a result is there, by {@link System#nanoTime}. */
  long answeredNanos() {
    return answeredNanos;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange; InputStream request = exchange.getRequestBody()) {
      request.transferTo(OutputStream.nullOutputStream());
      byte[] body = ("{\"audio\":{\"url\":\"http://" + host() + "/result/" + System.nanoTime() + ".wav\"}}")
          .getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answeredNanos = System.nanoTime();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void send(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "audio/wav");
      exchange.sendResponseHeaders(200, tellsLength ? resultBytes() : 0);
      OutputStream out = exchange.getResponseBody();
      out.write(WavWriter.header(FORMAT, fileBytes));
      for (long left = fileBytes; left > 0;) {
        int count = (int) Math.min(left, 16 << 10);
        rate.await(count);
        out.write(NOISE, 0, count);
        left -= count;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
