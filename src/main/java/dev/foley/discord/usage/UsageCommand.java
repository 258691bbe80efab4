package dev.foley.discord.usage;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.History;
import dev.foley.generation.Ledger;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Tariff;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.FileUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /usage}: what a member spent, what their server spent, and what is left. Only who asks reads the answer; of the server they
 * see the sum, on which their own budget depends, and of nobody else anything.
 */
public final class UsageCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(UsageCommand.class);
  private static final String NAME = "usage";
  private static final String PERIOD = "period";

  private final UsageReader reader;
  private final UsagePicture picture;
  private final Intake intake;

  public UsageCommand(Ledger ledger, History history, Limits limits, Tariff tariff, PreferenceSource preferences,
      Intake intake, InstantSource clock) {
    this.reader = new UsageReader(ledger, history, limits, tariff, preferences, clock);
    this.picture = new UsagePicture(new UsageBars());
    this.intake = intake;
  }

  @Override
  public SlashCommandData data() {
    OptionData period = Localized.option(OptionType.STRING, NAME, PERIOD)
        .addChoices(Arrays.stream(UsagePeriod.values()).map(value -> Localized.choice(value.choice(), value.label()))
            .toList());
    return Localized.slash(NAME).addOptions(period);
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Origin origin = Received.of(event).origin();
    UsagePeriod period = UsagePeriod.of(Optional.ofNullable(event.getOption(PERIOD, OptionMapping::getAsString)));
    intake.take(event, Deferral.of(event, true), hook -> answer(hook, origin, period),
        Intake::reword);
  }

  private void answer(InteractionHook hook, Origin origin, UsagePeriod period) {
    Usage usage;
    try {
      usage = reader.read(origin, period);
    } catch (StoreException e) {
      log.atError().setCause(e).log("What was spent could not be read");
      Intake.reword(hook, Messages.of(origin.locale(), UsageText.UNREADABLE));
      return;
    }
    Optional<byte[]> png = picture.of(usage);
    List<FileUpload> files = png.map(bytes -> FileUpload.fromData(bytes, UsageCard.PICTURE)
        .setDescription(Messages.of(origin.locale(), UsageText.PICTURE))).stream().toList();
    hook.editOriginalEmbeds(UsageCard.of(origin.locale(), usage, png.isPresent())).setFiles(files).queue(_ -> {},
        failure -> log.atInfo().addKeyValue("failure", RestFailures.meaning(failure))
            .log("What was spent did not reach the member"));
  }
}
