package dev.foley.discord.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.generation.Expectation;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.ModelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;

class ModelPagesTest {
  @Test
  void whatIsSetUpComesFirst() {
    List<List<MessageEmbed>> pages = new ModelPages(
        new ModelCatalogue(Models.ALL, List.of(Models.service("stability"))),
        request -> Optional.of(Duration.ofSeconds(17)), Locale.ENGLISH).pages();
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst()).extracting(MessageEmbed::getTitle).containsExactly("/music", "/sound", "/speak");
    assertThat(pages.getFirst().getFirst().getDescription()).isEqualTo("""
        **long-audio** · the usual one
        1–190 s · wav or mp3 · 20 Stability credits (0.20 USD) · Stability AI · usually made in 17 s
        Options: seconds, seed, guidance, format

        loops
        1–47 s · wav · 25,200 AIML credits (0.01 USD) · AIML API · not set up here

        songs/large
        about 90 s · mp3 · AIML API · not set up here""");
  }

  @Test
  void whatAModelCannotDoWithoutIsMarked() {
    MessageEmbed music = new ModelPages(Models.catalogue(), Expectation.NONE, Locale.ENGLISH).pages().getFirst()
        .getFirst();
    assertThat(music.getDescription()).contains("Options: seed, negative, lyrics (needed)");
  }

  @Test
  void whatWeKnowByOurselvesIsWithinDiscordsLimits() {
    areWithinLimits(pages(ModelFile.builtIn().stream().map(ModelDeclaration::model).toList()));
  }

  @Test
  void moreModelsThanAMessageHoldsAreSeveral() {
    List<AudioModel> many = new ArrayList<>(Models.ALL);
    AudioModel loops = Models.model("loops");
    IntStream.range(0, 200).forEach(i -> many.add(new AudioModel(new ModelId("model-" + i), loops.provider(),
        loops.kinds(), loops.prompt(), loops.parameters(), loops.required(), loops.formats(), loops.usualSeconds(),
        loops.price(), loops.maxInFlight(), true)));
    List<List<MessageEmbed>> pages = pages(many);
    assertThat(pages).hasSizeGreaterThan(3);
    areWithinLimits(pages);
    String all = String.join("\n", pages.stream().flatMap(List::stream).map(MessageEmbed::getDescription).toList());
    assertThat(all).contains("model-0\n", "model-199\n");
  }

  @Test
  void withoutAnyModelThereIsStillAnAnswer() {
    assertThat(pages(List.of()).getFirst().getFirst().getDescription())
        .isEqualTo("The host of this bot has set up no model.");
  }

  private static List<List<MessageEmbed>> pages(List<AudioModel> models) {
    return new ModelPages(new ModelCatalogue(models, List.of()), Expectation.NONE, Locale.ENGLISH).pages();
  }

  private static void areWithinLimits(List<List<MessageEmbed>> pages) {
    assertThat(pages).isNotEmpty().allSatisfy(page -> {
      assertThat(page).hasSizeBetween(1, 10);
      assertThat(page.stream().mapToInt(MessageEmbed::getLength).sum()).isLessThanOrEqualTo(6_000);
    });
  }
}
