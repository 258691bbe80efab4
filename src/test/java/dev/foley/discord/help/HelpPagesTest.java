package dev.foley.discord.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.Models;
import dev.foley.discord.UnusedProvider;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.generation.policy.Budget;
import dev.foley.generation.policy.Limits;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpPagesTest {
  private static final List<AudioModel> BUILT_IN = ModelFile.builtIn().stream().map(ModelDeclaration::model).toList();
  private static final ModelCatalogue EVERYTHING = new ModelCatalogue(BUILT_IN,
      List.of(new UnusedProvider(BUILT_IN)));
  private static final Limits LIMITS = new Limits(
      new Budget(Optional.of(BigDecimal.valueOf(1_200)), Optional.empty()),
      new Budget(Optional.empty(), Optional.of(BigDecimal.valueOf(5_000))), OptionalInt.of(1), OptionalInt.of(50),
      Duration.ofSeconds(30), Optional.of(BigDecimal.valueOf(100)));

  /** With every model that there is, the fullest that a page gets. */
  @ParameterizedTest
  @EnumSource(HelpTopic.class)
  void everyPageIsWholeAndWithinDiscordsLimits(HelpTopic topic) {
    MessageEmbed page = new HelpPages(EVERYTHING, LIMITS, true, Locale.ENGLISH).page(topic);

    assertThat(page.getTitle()).isNotBlank();
    assertThat(page.getDescription()).hasSizeBetween(100, 3_900).doesNotContain("{", "null");
  }

  @ParameterizedTest
  @EnumSource(CommandForm.class)
  void theOptionsOfACommandAreDescribedAsTheyAreRegistered(CommandForm form) {
    String page = page(HelpTopic.about(form));

    assertThat(page).contains("**Options of /" + form.command() + "**", "**" + form.prompt() + "** · ",
        "**model** · Who makes it.", "**private** · ");
    assertThat(form.options()).filteredOn(option -> EVERYTHING.models(form.kind()).stream().anyMatch(model -> model
        .parameters().keySet().stream().anyMatch(parameter -> parameter.optionName().equals(option))))
        .isNotEmpty().allSatisfy(option -> assertThat(page).contains("**" + option + "** · "));
  }

  @Test
  void rangesAreThoseOfTheModelsThatAreSetUp() {
    assertThat(new HelpPages(Models.catalogue(), LIMITS, true, Locale.ENGLISH).page(HelpTopic.OPTIONS).getDescription())
        .contains("""
            **seconds** · 1–47 (loops) · 1–190 (long-audio) · 0.5–22 (effects)
            **steps** · 2–1,000 (loops)
            """)
        .contains("**loop** · on or off (effects)", "**format** · wav or mp3 (long-audio)",
            "**voice** · type to search (speaker)", "**lyrics** · up to 3,000 characters (songs/large)");
  }

  @Test
  void manyModelsOfOneRangeAreCounted() {
    assertThat(page(HelpTopic.OPTIONS)).containsPattern("\\(\\S+, \\S+, \\S+, \\d+ more\\)");
  }

  @Test
  void whatItCostsNamesTheLimitsThatCountHere() {
    assertThat(page(HelpTopic.COST)).endsWith("""
        **What counts for you here**
        You can spend 1,200 credits a day.
        All members together can spend 5,000 credits a month.
        Days and months are those of UTC.
        Above 100 credits you see the price and are asked first.
        You can have 1 sound under way at a time.
        A channel can have 50 sounds under way at a time.
        Between two requests you wait 30 s.""");
    assertThat(new HelpPages(EVERYTHING, LIMITS, false, Locale.ENGLISH).page(HelpTopic.COST).getDescription())
        .doesNotContain("All members");
  }

  @Test
  void aBotWithoutModelsSaysSo() {
    HelpPages pages = new HelpPages(new ModelCatalogue(List.of(), List.of()), LIMITS, true, Locale.ENGLISH);

    assertThat(pages.page(HelpTopic.MUSIC).getDescription())
        .isEqualTo("The host of this bot has set up no model for this.");
    assertThat(pages.page(HelpTopic.START).getDescription()).doesNotContain("/music prompt");
    assertThat(pages.page(HelpTopic.OPTIONS).getDescription()).endsWith("no model for this.");
  }

  @Test
  void everySubcommandOfTheSettingsIsNamed() {
    assertThat(page(HelpTopic.SETTINGS)).contains("`/settings show` · Everything that is set here",
        "`/settings words` · ", "`/settings reset` · ");
  }

  private static String page(HelpTopic topic) {
    return String.valueOf(new HelpPages(EVERYTHING, LIMITS, true, Locale.ENGLISH).page(topic).getDescription());
  }
}
