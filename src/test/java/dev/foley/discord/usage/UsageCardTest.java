package dev.foley.discord.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.discord.usage.Usage.Allowance;
import dev.foley.discord.usage.Usage.Scope;
import dev.foley.discord.usage.Usage.Spent;
import dev.foley.generation.History.Tally;
import dev.foley.generation.Spending;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.MessageEmbed.Field;
import org.junit.jupiter.api.Test;

class UsageCardTest {
  private static final Spent MEMBER = new Spent(
      new Spending(Map.of(CostUnit.AIML_CREDITS, new BigDecimal("50400"), CostUnit.FAL_UNITS, new BigDecimal("3"))),
      new BigDecimal("5.52"), List.of());
  private static final Spent SERVER = new Spent(new Spending(Map.of(CostUnit.USD, new BigDecimal("0.01"))),
      BigDecimal.ONE, List.of());

  @Test
  void saysWhatWasSpentAndWhatIsLeft() {
    Usage usage = new Usage(UsagePeriod.THIS_MONTH, MEMBER, Optional.of(SERVER),
        List.of(new Tally(SoundKind.MUSIC, new ModelId("stable_audio"), 2, 3),
            new Tally(SoundKind.SPEECH, new ModelId("speaker"), 1, 1)),
        List.of(
            new Allowance(Scope.MEMBER, true, new BigDecimal("14.488"), new BigDecimal("20"), UsageSamples.NOW),
            new Allowance(Scope.SERVER, false, new BigDecimal("0"), new BigDecimal("1000"), UsageSamples.NOW)));
    MessageEmbed card = UsageCard.of(Locale.ENGLISH, usage, true);
    assertThat(card.getTitle()).isEqualTo("Usage this month");
    assertThat(card.getDescription()).isNull();
    assertThat(card.getFields()).extracting(Field::getName).containsExactly("🟦 You", "🟧 This server", "Your requests",
        "What is left");
    assertThat(card.getFields()).extracting(Field::getValue).containsExactly(
        "**5.52 credits**\n50,400 AIML credits (0.03 USD)\n3 fal units",
        "**1 credit**\n0.01 USD",
        "3 requests, 4 sounds\nMusic · stable\\_audio: 2\nSpeech · speaker: 1",
        "You, today: 14.48 of 20 credits · renews <t:1795275000:R>\n"
            + "This server, this month: 0 of 1,000 credits · renews <t:1795275000:R>");
    assertThat(card.getImage()).extracting(MessageEmbed.ImageInfo::getUrl).isEqualTo("attachment://usage.png");
    assertThat(card.getFooter()).extracting(MessageEmbed.Footer::getText)
        .isEqualTo("A credit is a hundredth of a US dollar. Days are those of UTC.");
  }

  @Test
  void withoutAPictureItSaysSoAndNamesNoColours() {
    MessageEmbed card = UsageCard.of(Locale.ENGLISH, UsageSamples.of(UsagePeriod.TODAY, true), false);
    assertThat(card.getImage()).isNull();
    assertThat(card.getFields()).extracting(Field::getName).containsExactly("You", "This server");
    assertThat(card.getFooter()).extracting(MessageEmbed.Footer::getText).asString()
        .endsWith(" The picture could not be drawn.");
  }

  @Test
  void whereNothingWasSpentThatIsAllItSays() {
    MessageEmbed card = UsageCard.of(Locale.ENGLISH, UsageSamples.nothing(), false);
    assertThat(card.getTitle()).isEqualTo("Usage today");
    assertThat(card.getDescription()).isEqualTo("Nothing was spent in this time.");
    assertThat(card.getFields()).isEmpty();
    assertThat(card.getFooter()).extracting(MessageEmbed.Footer::getText).asString().doesNotContain("picture");
  }

  @Test
  void aLittleIsNotNothing() {
    Spent little = new Spent(new Spending(Map.of(CostUnit.USD, new BigDecimal("0.00001"))), new BigDecimal("0.001"),
        List.of());
    MessageEmbed card = UsageCard.of(Locale.ENGLISH,
        new Usage(UsagePeriod.TODAY, little, Optional.empty(), List.of(), List.of()), false);
    assertThat(card.getFields().getFirst().getValue())
        .isEqualTo("**less than 0.01 credits**\nless than 0.01 USD");
  }

  @Test
  void manyModelsAreSummedUpAndFitIntoAnEmbed() {
    List<Tally> many = IntStream.range(0, 100)
        .mapToObj(i -> new Tally(SoundKind.SOUND, new ModelId("*".repeat(90) + i), 1, 1)).toList();
    List<Allowance> allowances = Stream.of(Scope.values()).flatMap(scope -> Stream.of(true, false)
        .map(daily -> new Allowance(scope, daily, BigDecimal.ONE, BigDecimal.TEN, UsageSamples.NOW))).toList();
    MessageEmbed card = UsageCard.of(Locale.ENGLISH,
        new Usage(UsagePeriod.LAST_30_DAYS, MEMBER, Optional.of(SERVER), many, allowances), true);
    assertThat(card.getFields().get(2).getValue()).endsWith("\nand 94 more models");
    assertThat(String.valueOf(card.getFields().get(3).getValue()).lines()).hasSize(6);
    assertThat(card.getLength()).isLessThan(MessageEmbed.EMBED_MAX_LENGTH_BOT);
  }
}
