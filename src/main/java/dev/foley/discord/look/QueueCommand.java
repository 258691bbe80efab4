package dev.foley.discord.look;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /queue}: what is pending in this channel. Only who asks reads the answer. */
final class QueueCommand implements Command {
  private final Queue queue;
  private final Intake intake;

  QueueCommand(Queue queue, Intake intake) {
    this.queue = queue;
    this.intake = intake;
  }

  @Override
  public SlashCommandData data() {
    return Localized.slash("queue");
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Viewer viewer = Viewer.of(Received.of(event));
    intake.take(event, Deferral.of(event, true), hook -> PrivateAnswer.put(hook, queue.of(viewer)), PrivateAnswer::say);
  }
}
