package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.demo.Demo;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.services.Fault;
import dev.foley.playground.services.Fault.Moment;
import dev.foley.playground.services.aimlapi.AimlApiSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process with the heap that the launcher gives it, 96 MB, under more than it will ever have to bear. */
class BoundedHeapTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String CONFIG = """
      providers:
        aimlapi: {inFlight: 200, perSecond: 1000}
      limits: {pendingPerMember: 5000, pendingPerChannel: 5000}
      """;

  @TempDir
  private Path directory;
  private Playground playground;

  @BeforeEach
  void open() {
    playground = WholeBot.newPlayground(new AimlApiSettings.Limits(2_000, 2_000));
    playground.discord().faults().enforceRateLimits(false);
  }

  @AfterEach
  void close() {
    playground.close();
  }

  @Test
  void aThousandPendingGenerationsLeaveRoomForOneMore() throws Exception {
    int requests = 250;
    int takes = 4;
    playground.aimlApi().faults().plan(Moment.JOB, new Fault.Outcome(Fault.Outcome.End.NEVER), requests * takes,
        "endless");
    try (BotProcess bot = start(Map.of())) {
      for (int i = 0; i < requests; i++) {
        BotHost.ask(playground, "mia", "/music prompt:endless " + i + " seconds:1 takes:" + takes);
      }
      Awaitility.await().atMost(PATIENCE)
          .until(() -> playground.aimlApi().observations().submitsAccepted() == (long) requests * takes);

      MessageView answer = member().awaitInteraction(
          BotHost.ask(playground, "ben", "/music prompt:one more seconds:1"), Demo::isFinal, PATIENCE)
          .responses().getFirst();

      assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
      assertLivesOn(bot);
    }
  }

  @Test
  void twentyResultsOfFiftyMegabytesAtOnceGoThrough() throws Exception {
    int results = 20;
    try (BigFiles files = new BigFiles(50_000_000)) {
      playground.discord().world().setAttachmentLimit(60_000_000);
      playground.aimlApi().faults().plan(Moment.JOB, new Fault.ResultAt(files.url()), results, "large");
      try (BotProcess bot = start(
          Map.of("FOLEY_RESULT_HOSTS", playground.url().getAuthority() + "," + files.authority()))) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < results; i++) {
          asked.add(BotHost.ask(playground, "mia", "/music prompt:large " + i + " seconds:47"));
        }
        for (String id : asked) {
          MessageView answer = member().awaitInteraction(id, Demo::isFinal, PATIENCE).responses().getFirst();
          assertThat(answer.attachments()).as(WholeBot.text(answer)).singleElement()
              .satisfies(file -> assertThat(file.sizeBytes()).isEqualTo(files.size()));
        }
        assertLivesOn(bot);
      }
    }
  }

  private BotProcess start(Map<String, String> changed) throws Exception {
    Path config = Files.writeString(directory.resolve("roomy.yaml"), CONFIG);
    Map<String, String> environment = new HashMap<>(changed);
    environment.put("FOLEY_CONFIG", config.toString());
    BotProcess bot = BotHost.start(playground, directory, environment, List.of());
    BotHost.awaitOnline(playground);
    return bot;
  }

  private void assertLivesOn(BotProcess bot) throws IOException {
    assertThat(bot.isAlive()).isTrue();
    assertThat(BotHost.log(directory)).doesNotContain("OutOfMemoryError");
  }

  private MemberControl member() {
    return playground.discord().control();
  }

  /** Serves one WAV, made while it is sent, to as many as ask. */
  private static final class BigFiles implements AutoCloseable {
    private static final int PIECE_BYTES = 64 << 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final long dataBytes;

    BigFiles(long bytes) throws IOException {
      this.dataBytes = bytes - WavWriter.HEADER_BYTES;
      this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(threads);
      server.createContext("/", this::answer);
      server.start();
    }

    long size() {
      return dataBytes + WavWriter.HEADER_BYTES;
    }

    String authority() {
      return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url() {
      return "http://" + authority() + "/large.wav";
    }

    private void answer(HttpExchange exchange) throws IOException {
      byte[] piece = new byte[PIECE_BYTES];
      for (int i = 1; i < piece.length; i += 2) {
        piece[i] = (byte) (i / 100 % 2 == 0 ? 20 : -20); // a square wave
      }
      exchange.sendResponseHeaders(200, size());
      try (exchange; OutputStream out = exchange.getResponseBody()) {
        out.write(WavWriter.header(PcmFormat.CD, dataBytes));
        for (long left = dataBytes; left > 0; left -= piece.length) {
          out.write(piece, 0, (int) Math.min(left, piece.length));
        }
      }
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
