package dev.foley.bench.fuzz;

import dev.foley.discord.interaction.Received;
import dev.foley.discord.request.Refusals;
import dev.foley.discord.request.Wish;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Origin;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ProviderException;
import dev.foley.provider.Submission;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A forged client can send any value for any option. May throw nothing: it is refused in sentences, or goes to its service. The first
 * byte is the model, the second the language, two are how many characters of UTF-16 (lone surrogates too) the prompt has; then the
 * options follow, a byte naming each and its type, then its length and its text.
 */
final class RequestTarget implements FuzzTarget {
  private static final Locale[] LOCALES = {Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.JAPANESE,
      Locale.of("es"), Locale.of("tr")};
  private static final List<Parameter> PARAMETERS = List.of(Parameter.values());
  private static final int DISCORDS_LIMIT = 10 << 20;

  private final CannedAnswer answers = new CannedAnswer();
  private final List<AudioModel> models = ModelFile.builtIn().stream().map(ModelDeclaration::model).toList();
  private final ModelCatalogue catalogue;
  private final Refusals refusals;

  RequestTarget(Path directory) {
    catalogue = new ModelCatalogue(models, List.of(ServiceTarget.aimlApi(answers),
        ServiceTarget.stability(answers, directory.resolve("stability")),
        ServiceTarget.elevenLabs(answers, directory.resolve("elevenlabs")), ServiceTarget.fal(answers, false)));
    refusals = new Refusals(catalogue);
  }

  @Override
  public void read(byte[] input) throws IOException {
    if (input.length < 4) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(input);
    AudioModel model = models.get((bytes.get() & 0xFF) % models.size());
    Locale locale = LOCALES[(bytes.get() & 0xFF) % LOCALES.length];
    char[] prompt = new char[Math.min(bytes.getShort() & 0xFFFF, bytes.remaining() / 2)];
    for (int i = 0; i < prompt.length; i++) {
      prompt[i] = bytes.getChar();
    }
    AudioRequest request = new AudioRequest(model.id(), model.kinds().iterator().next(), new String(prompt),
        options(bytes));
    Origin origin = new Origin(new ChannelId(1), new UserId(2), Optional.empty(), 3, Secret.of("t"), Instant.EPOCH,
        DISCORDS_LIMIT, locale, false);
    Wish wish = refusals.fitted(new Wish(request, 1, false), origin);
    Optional<String> refusal = refusals.of(wish, new Received(origin, List.of(), false, Set.of()));
    Optional<AudioProvider> provider = catalogue.provider(model.id());
    if (refusal.isEmpty() && provider.isPresent()) {
      submit(provider.get(), wish.request());
    }
  }

  private void submit(AudioProvider provider, AudioRequest request) {
    answers.next(new byte[0], 1);
    try {
      provider.submit(new Submission(request, "0ABCDEFGHJKMN", 42));
    } catch (ProviderException declared) {
      // an empty answer is none
    }
  }

  private static Map<Parameter, ParameterValue> options(ByteBuffer bytes) {
    Map<Parameter, ParameterValue> options = new EnumMap<>(Parameter.class);
    while (bytes.remaining() >= 2) {
      int head = bytes.get() & 0xFF;
      byte[] text = new byte[Math.min(bytes.get() & 0xFF, bytes.remaining())];
      bytes.get(text);
      Parameter parameter = PARAMETERS.get(head % PARAMETERS.size());
      options.put(parameter, value(head / PARAMETERS.size() % 3, new String(text, StandardCharsets.UTF_8)));
    }
    return options;
  }

  private static ParameterValue value(int type, String text) {
    return switch (type) {
      case 0 -> ParameterValue.number(text);
      case 1 -> ParameterValue.of(text);
      default -> ParameterValue.of(text.isEmpty());
    };
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (int model = 0; model < models.size(); model++) {
      seeds.add(seed(model, "warm lo-fi piano \uD83C\uDFB9 \u202Ex", Map.of()));
      seeds
          .add(seed(model, "rain", Map.of(Parameter.SECONDS, "12", Parameter.SEED, "4294967295", Parameter.STEPS, "1e2",
              Parameter.GUIDANCE, "7.5")));
    }
    return seeds;
  }

  private static byte[] seed(int model, String prompt, Map<Parameter, String> numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(1_024).put((byte) model).put((byte) model).putShort((short) prompt.length());
    prompt.chars().forEach(c -> bytes.putChar((char) c));
    numbers.forEach((parameter, text) -> bytes.put((byte) PARAMETERS.indexOf(parameter)).put((byte) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII)));
    byte[] seed = new byte[bytes.position()];
    bytes.flip().get(seed);
    return seed;
  }
}
