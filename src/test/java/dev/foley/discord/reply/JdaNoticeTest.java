package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.audio.AudioContainer;
import dev.foley.audio.Transcoder;
import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.utils.data.SerializableData;
import org.junit.jupiter.api.Test;

class JdaNoticeTest {
  private static final AudioArtifact WAV = Samples.wav(Path.of("result.wav"));
  private static final Place REPLY = new Place.Reply(Samples.TOKEN);
  private static final Place CHANNEL = new Place.InChannel(Samples.CHANNEL);

  @Test
  void anEditPingsNobodyAndReplacesEverything() throws IOException {
    Generation hostile = Samples.ready(WAV, Samples.origin(), "@everyone <@1> <@&2>");
    JsonNode edit = json(JdaNotice.edit(file(hostile, REPLY)));

    assertThat(edit.at("/allowed_mentions/parse")).isEmpty();
    assertThat(edit.at("/allowed_mentions/users").isMissingNode() || edit.at("/allowed_mentions/users").isEmpty())
        .isTrue();
    assertThat(edit.at("/content").asText()).isEmpty();
    assertThat(edit.at("/components").isArray()).isTrue();
    assertThat(edit.at("/embeds/0/color").asInt()).isEqualTo(0x5B8C85);
    assertThat(edit.at("/embeds/0/footer/text").asText()).contains("0ABCDEFGHJKMN");
    assertThat(edit.at("/attachments")).hasSize(1);
  }

  @Test
  void aLateMessagePingsItsAuthorAlone() throws IOException {
    JsonNode message = json(JdaNotice.create(file(Samples.ready(WAV), CHANNEL)));

    assertThat(message.at("/allowed_mentions/parse")).isEmpty();
    assertThat(message.at("/allowed_mentions/users")).extracting(JsonNode::asText).containsExactly("300");
  }

  @Test
  void aLinkIsAButtonInARowOfItsOwn() throws IOException {
    JsonNode edit = json(
        JdaNotice.edit(notice(new Part.Link(Samples.ready(WAV), WAV, "https://cdn.example.com/x.wav"), REPLY)));

    assertThat(edit.at("/components/0/components")).hasSize(4);
    assertThat(edit.at("/components/1/components/0/style").asInt()).isEqualTo(5);
    assertThat(edit.at("/components/1/components/0/url").asText()).isEqualTo("https://cdn.example.com/x.wav");
    assertThat(edit.at("/attachments")).isEmpty();
  }

  @Test
  void aFailureHasItsButton() throws IOException {
    Notice failure = notice(new Part.Missing(Samples.pending(2), FailureReason.OUT_OF_CREDITS), REPLY);

    assertThat(json(JdaNotice.edit(failure)).at("/components/0/components/0/custom_id").asText())
        .isEqualTo("retry:0ABCDEFGHJKMN");
  }

  @Test
  void aLineTakesAwayButtonsFilesAndEmbeds() throws IOException {
    JsonNode line = json(JdaNotice.line("Queued."));

    assertThat(line.at("/embeds").isArray()).isTrue();
    assertThat(line.at("/components").isArray()).isTrue();
    assertThat(line.at("/attachments").isArray()).isTrue();
    assertThat(line.at("/allowed_mentions/parse")).isEmpty();
  }

  @Test
  void aButtonThatCannotHelpIsGrey() throws IOException {
    TakesHeard takes = new TakesHeard();
    takes.hear(Samples.queued(), TakesHeard.Stage.QUEUED, OptionalInt.empty());
    JsonNode edit = json(JdaNotice.edit(new PendingCard(Outlook.NONE).of(takes, Samples.ASKED)));

    assertThat(edit.at("/components/0/components/0/custom_id").asText()).isEqualTo("cancel:0ABCDEFGHJKMN");
    assertThat(edit.at("/components/0/components/0/disabled").asBoolean()).isTrue();
  }

  @Test
  void thePictureStandsInTheCard() throws IOException {
    Letter.Form form = new Letter.Form(List.of(new Part.File(Samples.ready(WAV), WAV)),
        Optional.of(new Notice.Picture("waveform.png", new byte[]{1, 2, 3})));
    JsonNode edit = json(JdaNotice.edit(new Notices(Outlook.NONE).of(form, REPLY)));

    assertThat(edit.at("/embeds/0/image/url").asText()).isEqualTo("attachment://waveform.png");
    assertThat(edit.at("/attachments")).extracting(file -> file.path("filename").asText())
        .containsExactly("warm-lo-fi-piano-rain-0ABCDEFGHJKMN.wav", "waveform.png");
  }

  @Test
  void aVoiceMessageHoldsNothingButItsSound() throws IOException {
    var made = new Transcoder.Made(Path.of("x.ogg"), 100, AudioContainer.OGG, Duration.ofMillis(2_500));
    JsonNode message = json(JdaNotice.voice(new VoiceMessages.Voice(
        new Notice.Attachment(made.file(), "good-evening-0ABCDEFGHJKMN.ogg"), new Transcoder.Voice(made, "AAD/"))));

    assertThat(message.at("/flags").asInt() & 1 << 13).isNotZero();
    assertThat(message.at("/attachments/0/waveform").asText()).isEqualTo("AAD/");
    assertThat(message.at("/attachments/0/duration_secs").asDouble()).isEqualTo(2.5);
    assertThat(message.at("/content").asText()).isEmpty();
    assertThat(message.at("/components")).isEmpty();
  }

  private static Notice file(Generation generation, Place place) {
    return notice(new Part.File(generation, WAV), place);
  }

  private static Notice notice(Part part, Place place) {
    return new Notices(Outlook.NONE).of(new Letter.Form(List.of(part), Optional.empty()), place);
  }

  private static JsonNode json(SerializableData data) throws IOException {
    return new ObjectMapper().readTree(data.toData().toString());
  }
}
