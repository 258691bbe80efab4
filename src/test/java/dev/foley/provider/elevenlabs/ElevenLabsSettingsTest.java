package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.foley.provider.ModelFile;
import dev.foley.provider.ProviderCallListener;
import dev.foley.provider.ResultFormat;
import dev.foley.provider.Spool;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Formats;
import dev.foley.provider.elevenlabs.ElevenLabsSettings.Speech;
import dev.foley.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsSettingsTest {
  @TempDir
  private Path directory;

  private Map<String, ResultFormat> formats(Formats formats) {
    ElevenLabsSettings defaults = ElevenLabsSettings.defaults(Secret.of("k"));
    return new ElevenLabsProvider(
        new ElevenLabsSettings(defaults.baseUrl(), defaults.key(), defaults.callTimeout(), defaults.answerTimeout(),
            formats, defaults.speech()),
        ModelFile.builtIn(), new Spool(directory.resolve("s"), 1), new OkHttpClient(), ElevenLabsFixture.CLOCK,
        ProviderCallListener.NONE, ConcurrencyListener.NONE).models().stream()
        .collect(Collectors.toMap(model -> model.id().value(), model -> model.formats().getFirst()));
  }

  @Test
  void theModelsHaveTheFormatsThatAreSetUp() {
    assertThat(formats(Formats.DEFAULT)).containsEntry("music_v1", new ResultFormat("mp3", 16_000))
        .containsEntry("eleven_text_to_sound_v2", new ResultFormat("mp3", 16_000))
        .containsEntry("eleven_v3", new ResultFormat("wav", 48_000));
    assertThat(formats(new Formats("wav_44100", "opus_48000_64", "mp3_48000_320")))
        .containsEntry("music_v1", new ResultFormat("mp3", 40_000))
        .containsEntry("eleven_text_to_sound_v2", new ResultFormat("ogg", 8_000))
        .containsEntry("eleven_flash_v2_5", new ResultFormat("wav", 88_200));
  }

  @ParameterizedTest
  @CsvSource({"ulaw_8000, mp3_44100_128, mp3_44100_128", "mp3_44100_128, wav_24000, mp3_44100_128",
      "pcm_24000, auto, auto", "auto, mp3_44100_128, auto", "pcm_24000, pcm_24000, auto",
      "pcm_24000, mp3_44100_128, mp3",
      "'', mp3_44100_128, auto"})
  void aFormatThatCannotBeUsedIsRefused(String speech, String sound, String music) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Formats(speech, sound, music))
        .withMessageContaining("is not one of").withMessageContaining("mp3_44100_128");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5})
  void aLatencyOutsideItsRangeIsRefused(int latency) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Speech(Speech.DEFAULT_VOICE, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(latency), List.of()));
  }

  @Test
  void whatTheServiceWouldRefuseIsRefusedAtTheStart() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Speech("no voice", Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Speech(Speech.DEFAULT_VOICE, Optional.of("maybe"),
        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), List.of()));
    Dictionary dictionary = Dictionary.parse("d");
    assertThatIllegalArgumentException().isThrownBy(() -> new Speech(Speech.DEFAULT_VOICE, Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
        List.of(dictionary, dictionary, dictionary, dictionary)));
    assertThatIllegalArgumentException().isThrownBy(() -> Dictionary.parse(" :v"));
  }

  @Test
  void aDictionaryIsAnIdAndPerhapsAVersion() {
    assertThat(Dictionary.parse("d1:v2")).isEqualTo(new Dictionary("d1", Optional.of("v2")));
    assertThat(Dictionary.parse(" d1 ")).isEqualTo(new Dictionary("d1", Optional.empty()));
    assertThat(Dictionary.parse("d1:")).isEqualTo(new Dictionary("d1", Optional.empty()));
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(ElevenLabsSettings.defaults(Secret.of("sk_secret_value")).toString()).doesNotContain("sk_secret");
  }
}
