package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/** <b>Newer</b> and <b>Older</b> below a history. Who may read it is looked at each time: the id names only what is wanted. */
final class HistoryButton implements Press {
  private final HistoryPages pages;
  private final Intake intake;
  private final InstantSource clock;

  HistoryButton(HistoryPages pages, Intake intake, InstantSource clock) {
    this.pages = pages;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ButtonAction.HISTORY.kind();
  }

  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Viewer viewer = Viewer.of(Received.of(event));
    Optional<HistoryCursor> cursor = HistoryCursor.parse(argument)
        .filter(_ -> Buttons.carries(event.getMessage(), event.getComponentId()::equals));
    if (cursor.isEmpty()) {
      Intake.refuse(event, Messages.of(viewer.origin().locale(), Text.UNKNOWN_BUTTON));
    } else if (!HistoryCommand.mayRead(viewer, cursor.get().member())) {
      Intake.refuse(event, Messages.of(viewer.origin().locale(), LookText.HISTORY_NOT_YOURS));
    } else {
      intake.take(event, event.deferEdit(), hook -> PrivateAnswer.put(hook,
          new HistoryCard(viewer, clock.instant()).of(pages.of(cursor.get(), viewer.origin().guild()))),
          Intake::whisper);
    }
  }
}
