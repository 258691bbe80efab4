package dev.foley.discord.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Samples;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Lineage;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.provider.ProviderJobId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.junit.jupiter.api.Test;

class QueueCardTest {
  private static final Viewer AUTHOR = new Viewer(Samples.origin(), false);

  @Test
  void whatIsUsuallyReadyAtSomeTimeSaysWhen() {
    List<Generation> submitted = List.of(submitted("rain"));
    long due = Samples.ASKED.plusSeconds(41).getEpochSecond();

    assertThat(description(card(10, List.of(submitted)))).endsWith("ready <t:" + due + ":R>\n");
    assertThat(description(card(41, List.of(submitted)))).endsWith("any moment now\n");
    assertThat(description(card(10, List.of(List.of(Samples.queued()))))).doesNotContain("ready");
  }

  @Test
  void aLongListEndsWithHowManyMoreThereAre() {
    List<List<Generation>> requests = Collections.nCopies(200, List.of(submitted("*".repeat(500))));

    MessageEditData card = card(0, requests);
    assertThat(description(card)).hasSizeLessThanOrEqualTo(MessageEmbed.DESCRIPTION_MAX_LENGTH)
        .matches("(?s).*\nand 1\\d\\d more");
    assertThat(card.getComponents()).hasSizeLessThanOrEqualTo(5)
        .allSatisfy(row -> assertThat(((ActionRow) row).getComponents()).hasSizeLessThanOrEqualTo(5));
  }

  private static Generation submitted(String prompt) {
    return new Generation(Samples.ID, 2, Samples.origin(), Samples.request(prompt), Takes.single(Samples.ID),
        Optional.<Lineage>empty(), Samples.ASKED, 0, Optional.empty(),
        new Timing(Optional.of(Samples.ASKED.plusSeconds(1)), Optional.empty()),
        new GenerationState.Pending(new ProviderJobId("job"), Samples.ASKED));
  }

  private static MessageEditData card(int seconds, List<List<Generation>> requests) {
    return new QueueCard(Locale.ENGLISH, AUTHOR, _ -> Optional.of(Duration.ofSeconds(40)), _ -> true,
        Samples.ASKED.plusSeconds(seconds)).of(requests);
  }

  private static String description(MessageEditData card) {
    return String.valueOf(card.getEmbeds().getFirst().getDescription());
  }
}
