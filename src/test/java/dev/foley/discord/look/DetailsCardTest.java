package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmFormat;
import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.LedgerEntry;
import dev.foley.generation.Payer;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;

class DetailsCardTest {
  private static final Kin NONE = new Kin(Optional.empty(), Optional.empty(), List.of());

  @Test
  void loudnessTimesAndMoneyAreInPlainWords() {
    MessageEmbed card = card(delivered("rain", new AudioMeasurement(-1.04, -18.26, 2)),
        List.of(line(LedgerEntry.Kind.RESERVED, false), line(LedgerEntry.Kind.CHARGED, true)));

    assertThat(text(card)).contains("Loudest −1 dBFS, on average −18.3 dBFS. Clipped in 2 places",
        "asked <t:" + Samples.ASKED.getEpochSecond(), "the service took 30 s",
        "reserved 25,200 AIML credits (0.01 USD)", "charged 25,200 AIML credits (0.01 USD), as the service says");
  }

  @Test
  void silenceHasNoFigures() {
    MessageEmbed card = card(delivered("rain",
        new AudioMeasurement(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0)), List.of());

    assertThat(text(card)).contains("There is nothing to be heard in it.").doesNotContain("dBFS");
  }

  @Test
  void theLongestPromptStaysWithinDiscordsLimits() {
    MessageEmbed card = card(delivered("*".repeat(6_000), new AudioMeasurement(-1, -18, 0)), List.of());

    assertThat(card.getDescription()).hasSizeLessThanOrEqualTo(MessageEmbed.DESCRIPTION_MAX_LENGTH);
    assertThat(card.getLength()).isLessThanOrEqualTo(MessageEmbed.EMBED_MAX_LENGTH_BOT);
    assertThat(text(card)).contains("Times", "Cost");
  }

  private static MessageEmbed card(Generation generation, List<LedgerEntry> lines) {
    return new DetailsCard(new Viewer(Samples.origin(), false), BotOnLocalDiscord.catalogue())
        .of(List.of(generation), lines, NONE).getEmbeds().getFirst();
  }

  private static Generation delivered(String prompt, AudioMeasurement measured) {
    AudioArtifact audio = new AudioArtifact(Path.of("sound.wav"), 2_116_844,
        new AudioContent.Wav(PcmFormat.CD, 529_200), Optional.of(measured), Optional.empty());
    return new Generation(Samples.ID, 4, Samples.origin(), Samples.request(prompt), Takes.single(Samples.ID),
        Optional.empty(), Samples.ASKED, 0, Optional.empty(),
        new Timing(Optional.of(Samples.ASKED.plusSeconds(1)), Optional.of(Samples.ASKED.plusSeconds(31))),
        new GenerationState.Delivered(500, Optional.empty(), Optional.of(audio), Samples.ASKED.plusSeconds(32)));
  }

  private static LedgerEntry line(LedgerEntry.Kind kind, boolean reported) {
    return new LedgerEntry(Samples.ID, Samples.ID, kind, new Cost(new BigDecimal(25_200), CostUnit.AIML_CREDITS),
        reported, new ProviderName("aimlapi"), Samples.STABLE_AUDIO.id(),
        new Payer(Samples.MEMBER, Optional.of(Samples.GUILD), Samples.CHANNEL), Samples.ASKED, Samples.ASKED);
  }

  private static String text(MessageEmbed card) {
    return card.getFields().stream().map(field -> field.getName() + "\n" + field.getValue())
        .collect(Collectors.joining("\n"));
  }
}
