package dev.foley.discord.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizeFitTest {
  private static final long LIMIT = 10L << 20;
  private static final AudioModel LONG = Models.model("long-audio");

  @Test
  void whatFitsIsSentAsAsked() {
    AudioRequest request = request(LONG, Map.of(Parameter.SECONDS, ParameterValue.of(59)));
    assertThat(SizeFit.adjusted(LONG, request, LIMIT)).isSameAs(request);
    assertThat(refusal(LONG, request, LIMIT)).isEmpty();
  }

  @Test
  void whereNoFormatWasChosenASmallerOneIs() {
    AudioRequest request = request(LONG, Map.of());
    AudioRequest adjusted = SizeFit.adjusted(LONG, request, LIMIT);
    assertThat(adjusted.parameters()).isEqualTo(Map.of(Parameter.FORMAT, ParameterValue.of("mp3")));
    assertThat(refusal(LONG, adjusted, LIMIT)).isEmpty();
  }

  @Test
  void aFormatThatWasChosenIsKeptAndRefused() {
    AudioRequest request = request(LONG, Map.of(Parameter.FORMAT, ParameterValue.of("wav")));
    assertThat(SizeFit.adjusted(LONG, request, LIMIT)).isSameAs(request);
    assertThat(refusal(LONG, request, LIMIT)).hasValueSatisfying(
        sentence -> assertThat(sentence).endsWith("ask for 59 seconds or less, or choose format mp3."));
  }

  @Test
  void whereNoFormatFitsOnlyAShorterOneDoes() {
    AudioRequest request = request(LONG, Map.of(Parameter.FORMAT, ParameterValue.of("mp3")));
    assertThat(refusal(LONG, request, 1 << 20)).contains(
        "The file would have about 4.3 MB, and this channel takes 1 MB: ask for 43 seconds or less.");
    assertThat(refusal(LONG, request, 30_000)).hasValueSatisfying(
        sentence -> assertThat(sentence).endsWith("takes 29.3 KB: ask for 1 second."));
  }

  @Test
  void whereNothingFitsAnotherModelIsAsked() {
    assertThat(refusal(LONG, request(LONG, Map.of()), 10_000)).hasValueSatisfying(
        sentence -> assertThat(sentence).endsWith(": please choose another model."));
  }

  @Test
  void aTextIsToBeShortened() {
    AudioModel speaker = Models.model("speaker");
    AudioRequest request = new AudioRequest(speaker.id(), SoundKind.SPEECH, "a".repeat(6_000), Map.of());
    assertThat(refusal(speaker, request, LIMIT)).contains(
        "The file would have about 18 MB, and this channel takes 10 MB: shorten the text to 3,309 characters or less.");
  }

  @Test
  void whatCanBeLinkedMayBeLarge() {
    AudioModel loops = Models.model("loops");
    assertThat(refusal(loops, request(loops, Map.of()), 1)).isEmpty();
  }

  private static Optional<String> refusal(AudioModel model, AudioRequest request, long limit) {
    return SizeFit.refusal(model, request, limit, Locale.ENGLISH);
  }

  private static AudioRequest request(AudioModel model, Map<Parameter, ParameterValue> parameters) {
    return new AudioRequest(model.id(), SoundKind.MUSIC, "rain", parameters);
  }
}
