package dev.foley.discord.look;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.discord.text.Messages;
import dev.foley.generation.UserId;
import java.time.InstantSource;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /history}: what a member asked for, in this server, or everywhere if they ask in direct messages. Only who asks reads it. */
final class HistoryCommand implements Command {
  private static final String NAME = "history";
  private static final String MEMBER = "member";

  private final HistoryPages pages;
  private final Intake intake;
  private final InstantSource clock;

  HistoryCommand(HistoryPages pages, Intake intake, InstantSource clock) {
    this.pages = pages;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash(NAME).addOptions(Localized.option(OptionType.USER, NAME, MEMBER));
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Viewer viewer = Viewer.of(Received.of(event));
    User named = event.getOption(MEMBER, OptionMapping::getAsUser);
    UserId member = named == null ? viewer.origin().member() : new UserId(named.getIdLong());
    if (!mayRead(viewer, member)) {
      Intake.refuse(event, Messages.of(viewer.origin().locale(), LookText.HISTORY_NOT_YOURS));
      return;
    }
    intake.take(event, Deferral.of(event, true),
        hook -> PrivateAnswer.put(hook, new HistoryCard(viewer, clock.instant())
            .of(pages.of(HistoryCursor.newest(member), viewer.origin().guild()))),
        PrivateAnswer::say);
  }

  /** Their own, and as moderators what others made in their server. */
  static boolean mayRead(Viewer viewer, UserId member) {
    return member.equals(viewer.origin().member()) || (viewer.moderator() && viewer.origin().guild().isPresent());
  }
}
