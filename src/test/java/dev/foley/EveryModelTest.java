package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.WavReport;
import dev.foley.playground.demo.Listener;
import dev.foley.playground.discord.AttachmentView;
import dev.foley.playground.discord.MessageView;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.SoundKind;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that Foley knows, through the whole bot to the simulated service and back: a member gets what can be played. */
class EveryModelTest {
  private static final String PROMPT = "warm lo-fi piano, mellow drums, light rain";
  private static final String LYRICS = " lyrics:Rain on the window, light in the hall";

  @TempDir
  private static Path directory;
  private static WholeBot bot;

  @BeforeAll
  static void start() throws Exception {
    bot = WholeBot.start(directory, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bot.close();
  }

  static Stream<Arguments> everyModel() {
    return ModelFile.builtIn().stream().map(ModelDeclaration::model)
        .flatMap(model -> model.kinds().stream().sorted().map(kind -> Arguments.of(kind, model.id().value(), model)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyModel")
  void makesASoundThatCanBePlayed(SoundKind kind, String id, AudioModel model) throws Exception {
    MessageView answer = bot.answer(bot.type(line(kind, id, model)));

    assertThat(answer.attachments()).as(WholeBot.text(answer)).hasSize(1);
    WavReport heard = listen(answer.attachments().getFirst());
    assertThat(heard.duration()).isPositive();
    assertThat(WholeBot.text(answer)).contains(id);
    assertNothingWasIgnored();
  }

  private static String line(SoundKind kind, String id, AudioModel model) {
    String command = switch (kind) {
      case MUSIC -> "/music prompt:";
      case SOUND -> "/sound prompt:";
      case SPEECH -> "/speak text:";
    };
    StringBuilder line = new StringBuilder(command).append(PROMPT).append(" model:").append(id);
    if (model.required().contains(Parameter.LYRICS)) {
      line.append(LYRICS);
    }
    if (model.range(Parameter.FORMAT).isPresent() && model.usualSeconds().signum() > 0) {
      line.append(" format:mp3"); // a minute and a half of a WAV would not fit
    }
    model.range(Parameter.SECONDS).ifPresent(range -> {
      BigDecimal shortest = ((ParameterRange.Numbers) range).min().max(BigDecimal.valueOf(2));
      line.append(" seconds:").append(shortest);
    });
    return line.toString();
  }

  private static WavReport listen(AttachmentView attachment) throws Exception {
    Path file = directory.resolve(attachment.filename());
    try (InputStream in = URI.create(attachment.url()).toURL().openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return Listener.listen(file);
  }

  /** A field that the service's documents do not name is a mistake of ours, even where the service passes it over. */
  private static void assertNothingWasIgnored() {
    assertThat(Stream.of(bot.playground().aimlApi().observations(), bot.playground().stability().observations(),
        bot.playground().elevenLabs().observations(), bot.playground().fal().observations())
        .flatMap(observations -> observations.submits().stream()))
        .allSatisfy(submit -> assertThat(submit.ignoredFields()).isEmpty());
  }
}
