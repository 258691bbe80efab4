package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.secret.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What HTTP to a service costs while nothing happens. */
@Isolated("it measures threads of OkHttp that the whole process shares")
class ServiceTransportTest {
  private static final Duration THINKS = Duration.ofSeconds(2);

  private final MockWebServer service = new MockWebServer();
  private final OkHttpClient shared = new OkHttpClient();
  private ServiceTransport transport;

  @BeforeEach
  void start() throws Exception {
    service.start();
    transport = new ServiceTransport(new ProviderName("fake"), KeyHeader.authorization("Bearer", Secret.of("key")),
        Duration.ofSeconds(20), Duration.ofSeconds(20), shared, ProviderCallListener.NONE);
  }

  @AfterEach
  void stop() {
    service.close();
    shared.dispatcher().executorService().shutdown();
  }

  /** A service whose answer is the sound is waited for by the minute, by several members at once. */
  @Test
  void whoWaitsForAnAnswerTakesNoProcessorTime() throws Exception {
    service.enqueue(new MockResponse.Builder().headersDelay(THINKS.toMillis(), TimeUnit.MILLISECONDS).build());
    Map<Long, Long> before = processorNanos();

    AudioRequest request = new AudioRequest(new ModelId("fake/music"), SoundKind.MUSIC, "rain", Map.of());
    int status = transport.submit(
        new Request.Builder().url(service.url("/")).post(RequestBody.create(new byte[1])),
        new Submission(request, "0SA211NR6QW4C", 42), Response::code);

    long taken = processorNanos().entrySet().stream()
        .mapToLong(thread -> thread.getValue() - Objects.requireNonNullElse(before.get(thread.getKey()), 0L)).sum();
    assertThat(status).isEqualTo(200);
    assertThat(Duration.ofNanos(taken)).isLessThan(THINKS.dividedBy(4));
  }

  /** Of the threads on which OkHttp looks after its connections. */
  private static Map<Long, Long> processorNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
        .filter(thread -> thread.getThreadName().contains("OkHttp")).collect(Collectors
            .toMap(thread -> thread.getThreadId(),
                thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId()))));
  }
}
