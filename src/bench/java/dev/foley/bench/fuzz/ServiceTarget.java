package dev.foley.bench.fuzz;

import dev.foley.audio.PcmFormat;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.Spool;
import dev.foley.provider.Submission;
import dev.foley.provider.aimlapi.AimlApiProvider;
import dev.foley.provider.aimlapi.AimlApiSettings;
import dev.foley.provider.elevenlabs.ElevenLabsProvider;
import dev.foley.provider.elevenlabs.ElevenLabsSettings;
import dev.foley.provider.fal.FalProvider;
import dev.foley.provider.fal.FalSettings;
import dev.foley.provider.stability.StabilityProvider;
import dev.foley.provider.stability.StabilitySettings;
import dev.foley.provider.stability.StabilitySettings.AnswerForm;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whatever a service answers to whatever it was asked, an adapter may throw a {@link ProviderException} and nothing else. */
final class ServiceTarget implements FuzzTarget {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  private static final Secret KEY = Secret.of("0123456789:abcdef-0123456789abcdef");
  private static final int MAX_SOUND_BYTES = 64 << 10;
  private static final int QUESTIONS_BESIDE = 4;

  private final Path spool;
  private final CannedAnswer answers;
  private final AudioProvider provider;
  private final List<String> bodies;

  private ServiceTarget(Path spool, CannedAnswer answers, AudioProvider provider, List<String> bodies) {
    this.spool = spool;
    this.answers = answers;
    this.provider = provider;
    this.bodies = bodies;
  }

  static AudioProvider aimlApi(CannedAnswer answers) {
    return new AimlApiProvider(
        new AimlApiSettings(AimlApiSettings.DEFAULT_URL, KEY, AimlApiSettings.DEFAULT_CALL_TIMEOUT),
        ModelFile.builtIn(), answers.client(), CLOCK, ProviderCallListener.NONE);
  }

  static AudioProvider stability(CannedAnswer answers, Path spool) {
    return new StabilityProvider(new StabilitySettings(StabilitySettings.DEFAULT_URL, KEY,
        StabilitySettings.DEFAULT_CALL_TIMEOUT, StabilitySettings.DEFAULT_ANSWER_TIMEOUT, AnswerForm.AUDIO),
        ModelFile.builtIn(), "1", new Spool(spool, MAX_SOUND_BYTES), answers.client(), CLOCK,
        ProviderCallListener.NONE);
  }

  static AudioProvider elevenLabs(CannedAnswer answers, Path spool) {
    return new ElevenLabsProvider(ElevenLabsSettings.defaults(KEY), ModelFile.builtIn(),
        new Spool(spool, MAX_SOUND_BYTES),
        answers.client(), CLOCK, ProviderCallListener.NONE, (_, _) -> {});
  }

  static AudioProvider fal(CannedAnswer answers, boolean synchronous) {
    return new FalProvider(new FalSettings(FalSettings.DEFAULT_QUEUE_URL, FalSettings.DEFAULT_RUN_URL,
        FalSettings.DEFAULT_API_URL, KEY, synchronous, FalSettings.DEFAULT_CALL_TIMEOUT,
        FalSettings.DEFAULT_SYNCHRONOUS_TIMEOUT, FalSettings.DEFAULT_START_TIMEOUT), ModelFile.builtIn(),
        answers.client(), CLOCK, ProviderCallListener.NONE);
  }

  static ServiceTarget aimlApi(Path directory) {
    CannedAnswer answers = new CannedAnswer();
    return new ServiceTarget(directory, answers, aimlApi(answers), List.of(
        "{\"id\":\"a1:stable-audio\",\"status\":\"queued\",\"meta\":{\"usage\":{\"credits_used\":42}}}",
        "{\"generation_id\":\"a1\",\"status\":\"completed\",\"audio_file\":{\"url\":\"https://cdn.example/a.wav\"}}",
        "{\"status\":\"error\",\"error\":{\"name\":\"Bad\",\"message\":\"no \\\"good\\\"\"}}",
        "{\"error\":\"x\",\"message\":\"y\",\"title\":\"z\"}", "{\"current_balance\":12.5}"));
  }

  static ServiceTarget stability(Path directory) throws IOException {
    CannedAnswer answers = new CannedAnswer();
    Path spool = Files.createDirectories(directory.resolve("spool"));
    return new ServiceTarget(spool, answers, stability(answers, spool), List.of(
        "{\"id\":\"f00\",\"name\":\"content_moderation\",\"errors\":[\"a\",\"b\"]}", "{\"message\":\"m\"}",
        "{\"id\":\"0123\"}", "{\"audio\":\"UklGRiQAAABXQVZF\",\"seed\":1,\"finish_reason\":\"SUCCESS\"}",
        "{\"credits\":3.5}"));
  }

  static ServiceTarget elevenLabs(Path directory) throws IOException {
    CannedAnswer answers = new CannedAnswer();
    Path spool = Files.createDirectories(directory.resolve("spool"));
    return new ServiceTarget(spool, answers, elevenLabs(answers, spool), List.of(
        "{\"detail\":{\"code\":\"quota_exceeded\",\"message\":\"m\",\"status\":\"s\"}}",
        "{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"m\"}]}", "{\"detail\":\"text\"}",
        "{\"character_limit\":100,\"character_count\":7,\"next_character_count_reset_unix\":1790000000}",
        "{\"voices\":[{\"voice_id\":\"JBFqnCBsd6RMkjVDRZzb\",\"name\":\"G\",\"labels\":{\"gender\":\"male\"}}],"
            + "\"has_more\":true,\"next_page_token\":\"t\"}"));
  }

  static ServiceTarget fal(Path directory) {
    CannedAnswer answers = new CannedAnswer();
    String base = "https://queue.fal.run/fal-ai/stable-audio/requests/764cabcf";
    return new ServiceTarget(directory, answers, fal(answers, false), List.of(
        "{\"request_id\":\"764cabcf\",\"response_url\":\"" + base + "\",\"status_url\":\"" + base
            + "/status\",\"cancel_url\":\"" + base + "/cancel\",\"queue_position\":3}",
        "{\"status\":\"IN_QUEUE\",\"queue_position\":0}",
        "{\"status\":\"COMPLETED\",\"error\":\"e\",\"error_type\":\"t\"}",
        "{\"audio_file\":{\"url\":\"https://v3.fal.media/a.wav\"}}",
        "{\"audio\":{\"url\":\"https://v3.fal.media/a.wav\"}}",
        "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"m\",\"type\":\"content_policy_violation\"}]}",
        "{\"credits\":{\"current_balance\":1.5,\"currency\":\"USD\"}}"));
  }

  @Override
  public void read(byte[] input) throws IOException {
    List<AudioModel> models = provider.models();
    int question = answers.next(input, models.size() + QUESTIONS_BESIDE);
    try {
      switch (question - models.size()) {
        case 0 -> provider.poll(new ProviderJobId("fal-ai/stable-audio/requests/764cabcf"), "0ABCDEFGHJKMN");
        case 1 -> provider.voices();
        case 2 -> provider.balance();
        case 3 -> provider.cancel(new ProviderJobId("fal-ai/stable-audio/requests/764cabcf"));
        default -> provider.submit(submission(models.get(question)));
      }
    } catch (ProviderException declared) {
      // that is what it is for
    }
    empty();
  }

  private static Submission submission(AudioModel model) {
    AudioRequest request = new AudioRequest(model.id(), model.kinds().iterator().next(), "warm piano, rain", Map.of());
    return new Submission(request, "0ABCDEFGHJKMN", 42);
  }

  private void empty() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(spool, Files::isRegularFile)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    byte[] wav = WavTarget.wav(PcmFormat.CD, 32);
    for (int question = 0; question < provider.models().size() + QUESTIONS_BESIDE; question++) {
      for (String body : bodies) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        seeds.add(CannedAnswer.seed(question, 200, 0, "1.5", bytes));
        seeds.add(CannedAnswer.seed(question, 422, 0, "downstream_service_error", bytes));
      }
      seeds.add(CannedAnswer.seed(question, 200, 1, "7", wav));
      seeds.add(CannedAnswer.seed(question, 429, 3, "Wed, 21 Oct 2026 07:28:00 GMT", new byte[0]));
    }
    return seeds;
  }
}
