package dev.foley.discord.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import dev.foley.discord.Samples;
import dev.foley.generation.ChannelId;
import dev.foley.generation.Draft;
import dev.foley.generation.GenerationState;
import dev.foley.generation.InMemoryRecords;
import dev.foley.generation.Order;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderJobId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class MemberExportTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final long PLENTY = 1 << 20;
  private static final GenerationState DELIVERED = new GenerationState.Delivered(77, NOW);

  private final Kept kept = new Kept();
  private final InMemoryRecords records = new InMemoryRecords(kept.store);

  @Test
  void everythingThatIsKeptIsInTheFile() {
    kept.record("first", NOW, new GenerationState.Failed(FailureReason.RESULT_SILENT, NOW));
    kept.record("a \"warm\"\npiano 🎹", NOW, new GenerationState.Delivered(77, Optional.of(new ChannelId(9)),
        Optional.of(new AudioArtifact(Path.of("x.wav"), 2_116_844, new AudioContent.Wav(PcmFormat.CD, 529_200),
            Optional.of(new AudioMeasurement(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0)),
            Optional.of(URI.create("https://cdn.example/secret?sig=1")))),
        NOW.plusSeconds(9)));
    records.insert(new Draft(Kept.id(8), Order.of(Samples.origin(), Samples.request("not yet"), 2), NOW));

    DataObject file = DataObject.fromJson(files(PLENTY).getFirst());
    assertThat(file.getString("account")).isEqualTo("300");
    assertThat(file.getString("exportedAt")).isEqualTo("2026-11-21T12:00:00Z");
    DataArray generations = file.getArray("generations");
    assertThat(generations.length()).isEqualTo(2);
    assertThat(generations.getObject(0).toMap()).isEqualTo(DataObject.fromJson("""
        {"id": "0000000000002", "request": "0000000000002", "take": 1, "takes": 1, "askedAt": "2026-11-21T12:00:00Z",
         "state": "Delivered", "since": "2026-11-21T12:00:09Z", "message": "77", "directChannel": "9",
         "channel": "200", "server": "100", "interaction": "400", "language": "en", "private": false, "kind": "MUSIC",
         "model": "stable-audio", "prompt": "a \\"warm\\"\\npiano 🎹", "options": {"seconds": 12},
         "madeFrom": {"request": "0000000000001", "by": "REMIX"}, "submittedAt": "2026-11-21T12:00:00Z",
         "answeredAt": "2026-11-21T12:00:09Z", "cost": {"amount": 25200, "unit": "AIML_CREDITS"},
         "sound": {"format": "WAV", "bytes": 2116844, "seconds": 12.0, "peakDbfs": "-Infinity",
           "rmsDbfs": "-Infinity", "clippedRuns": 0}}
        """).toMap());
    assertThat(generations.getObject(1).getString("failure")).isEqualTo("RESULT_SILENT");
    assertThat(file.getArray("drafts").getObject(0).getString("prompt")).isEqualTo("not yet");
    assertThat(file.getArray("ledger").length()).isEqualTo(2);
    assertThat(file.getArray("ledger").getObject(0).getObject("amount").toMap())
        .isEqualTo(DataObject.fromJson("{\"amount\": 0.12, \"unit\": \"USD\"}").toMap());
  }

  @Test
  void noStateGivesASecretAway() {
    URI signed = URI.create("https://cdn.example/secret?sig=1");
    AudioArtifact sound = new AudioArtifact(Path.of("/spool/x.wav"), 9, new AudioContent.Wav(PcmFormat.CD, 1),
        Optional.of(signed));
    for (GenerationState state : List.of(new GenerationState.Queued(NOW), new GenerationState.Submitting(NOW),
        new GenerationState.Pending(new ProviderJobId("job"), NOW),
        new GenerationState.Cancelling(new ProviderJobId("job"), NOW, NOW),
        new GenerationState.Completed(signed, NOW), new GenerationState.Ready(sound, NOW),
        new GenerationState.Delivered(7, Optional.empty(), Optional.of(sound), NOW),
        new GenerationState.Failing(FailureReason.CANCELLED, NOW),
        new GenerationState.Failed(FailureReason.CANCELLED, NOW))) {
      kept.record("rain", NOW, state);
    }
    records.insert(new Draft(Kept.id(99), Order.of(Samples.origin(), Samples.request("draft"), 1), NOW));

    String file = new String(files(PLENTY).getFirst(), StandardCharsets.UTF_8);
    assertThat(DataObject.fromJson(file).getArray("generations").length()).isEqualTo(9);
    assertThat(file).doesNotContain("cdn.example", "sig=1", "interaction-token", "/spool");
  }

  @Test
  void ofSomebodyUnknownThereIsAFileWithoutEntries() {
    List<byte[]> files = files(PLENTY);
    assertThat(files).hasSize(1);
    assertThat(new String(files.getFirst(), StandardCharsets.UTF_8)).isEqualTo("""
        {
          "account": "300",
          "exportedAt": "2026-11-21T12:00:00Z",
          "part": 1,
          "drafts": [],
          "generations": [],
          "ledger": []
        }
        """);
  }

  @Test
  void whatDoesNotFitIntoAFileIsInTheNext() {
    for (int i = 1; i <= 450; i++) {
      kept.record("rain " + i, NOW, DELIVERED);
    }
    long maxBytes = 50_000;
    List<byte[]> files = files(maxBytes);
    assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(file.length).isLessThanOrEqualTo(50_000));
    List<String> prompts = new ArrayList<>();
    int lines = 0;
    for (int part = 1; part <= files.size(); part++) {
      DataObject file = DataObject.fromJson(files.get(part - 1));
      assertThat(file.getInt("part")).isEqualTo(part);
      DataArray generations = file.getArray("generations");
      for (int i = 0; i < generations.length(); i++) {
        prompts.add(generations.getObject(i).getString("prompt"));
      }
      lines += file.getArray("ledger").length();
    }
    assertThat(prompts).hasSize(450).doesNotHaveDuplicates().startsWith("rain 450").endsWith("rain 1");
    assertThat(lines).isEqualTo(450);
  }

  private List<byte[]> files(long maxBytes) {
    MemberExport export = new MemberExport(records, Samples.MEMBER, NOW, maxBytes);
    List<byte[]> files = new ArrayList<>();
    while (export.hasNext()) {
      files.add(export.next());
    }
    return files;
  }
}
