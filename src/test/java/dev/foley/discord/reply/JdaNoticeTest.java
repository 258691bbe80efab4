package dev.foley.discord.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.Take;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  void aLinkIsAButton() throws IOException {
    JsonNode edit = json(
        JdaNotice.edit(Notices.of(List.of(Part.linked(new Take.Sound(Samples.ready(WAV), WAV))), REPLY)));

    assertThat(edit.at("/components/0/components/0/style").asInt()).isEqualTo(5);
    assertThat(edit.at("/components/0/components/0/url").asText()).isEqualTo(WAV.source().orElseThrow().toString());
    assertThat(edit.at("/attachments")).isEmpty();
  }

  @Test
  void aFailureHasItsButton() throws IOException {
    Notice failure = Notices.of(List.of(new Part.Missing(Samples.pending(2), FailureReason.OUT_OF_CREDITS)), REPLY);

    assertThat(json(JdaNotice.edit(failure)).at("/components/0/components/0/custom_id").asText())
        .isEqualTo("again:0ABCDEFGHJKMN");
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
  void aPendingLineCanHaveAButton() throws IOException {
    var cancel = new Notice.Action.Press("cancel:0ABCDEFGHJKMN", "Cancel");
    JsonNode line = json(JdaNotice.line(new ProgressReply.Line("Queued.", Optional.of(cancel))));

    assertThat(line.at("/components/0/components/0/custom_id").asText()).isEqualTo("cancel:0ABCDEFGHJKMN");
  }

  private static Notice file(Generation generation, Place place) {
    return Notices.of(List.of(new Part.File(generation, WAV)), place);
  }

  private static JsonNode json(SerializableData data) throws IOException {
    return new ObjectMapper().readTree(data.toData().toString());
  }
}
