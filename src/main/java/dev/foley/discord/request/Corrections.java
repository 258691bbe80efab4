package dev.foley.discord.request;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.text.Messages;
import dev.foley.generation.Draft;
import dev.foley.generation.Drafts;
import dev.foley.generation.GenerationId;
import dev.foley.generation.Order;
import dev.foley.generation.StoreException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses what was written into a form, and keeps it, so that a button opens the form again with the same words. Does not block. */
final class Corrections {
  private static final Logger log = LoggerFactory.getLogger(Corrections.class);

  private final Drafts drafts;
  private final Supplier<GenerationId> ids;
  private final InstantSource clock;
  private final Intake intake;

  Corrections(Drafts drafts, Supplier<GenerationId> ids, InstantSource clock, Intake intake) {
    this.drafts = drafts;
    this.ids = ids;
    this.clock = clock;
    this.intake = intake;
  }

  /**
   * For an interaction that has not been answered.
   *
   * @param earlier what the form was opened for
   * @param filled as it was filled in, wrong as it is
   */
  void refuse(IReplyCallback event, Earlier earlier, Order filled, String sentence, Locale locale) {
    Draft draft = new Draft(ids.get(), filled, clock.instant());
    intake.look(event, () -> isKept(draft, earlier), kept -> {
      if (kept) {
        Intake.refuse(event, sentence, Button.primary(ButtonAction.EDIT.customId(draft.id()),
            Messages.of(locale, RequestText.CORRECT)));
      } else {
        Intake.refuse(event, sentence);
      }
    });
  }

  private boolean isKept(Draft draft, Earlier earlier) {
    try {
      drafts.insert(draft);
      if (earlier.stage() == Earlier.Stage.DRAFT) {
        drafts.remove(earlier.id()); // which this one takes the place of
      }
      return true;
    } catch (StoreException e) {
      log.atWarn().setCause(e).log("What was refused could not be kept for correction");
      return false;
    }
  }
}
