package dev.foley.discord.privacy;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Press;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.privacy.Forgetting.Forgotten;
import dev.foley.discord.text.Messages;
import dev.foley.generation.MemberData;
import dev.foley.generation.Origin;
import dev.foley.generation.StoreException;
import dev.foley.provider.AudioSpool;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** <b>Remove my data</b>, below the question of {@code /privacy delete}. What came of it takes the question's place. */
public final class ForgetButton implements Press {
  private static final Logger log = LoggerFactory.getLogger(ForgetButton.class);

  private final Forgetting forgetting;
  private final Intake intake;

  public ForgetButton(MemberData members, AudioSpool spool, Intake intake, InstantSource clock) {
    this.forgetting = new Forgetting(members, spool, clock);
    this.intake = intake;
  }

  @Override
  public String kind() {
    return ButtonAction.FORGET.kind();
  }

  /** Nobody else sees the button; but an id can be forged. */
  @Override
  public void pressed(ButtonInteractionEvent event, String argument) {
    Origin origin = Received.of(event).origin();
    if (argument.equals(origin.member().toString())) {
      intake.take(event, event.deferEdit(), hook -> forget(hook, origin), Intake::whisper);
    } else {
      Intake.refuse(event, Messages.of(origin.locale(), PrivacyText.NOT_YOURS));
    }
  }

  private void forget(InteractionHook hook, Origin origin) {
    Forgotten forgotten;
    try {
      forgotten = forgetting.forget(origin.member());
    } catch (StoreException e) {
      log.atError().setCause(e).log("A member's data could not be removed");
      Intake.whisper(hook, Messages.of(origin.locale(), PrivacyText.UNREMOVABLE));
      return;
    }
    log.atInfo().addKeyValue("requests", forgotten.requests()).addKeyValue("underWay", forgotten.underWay())
        .log("A member's data was removed");
    hook.editOriginal(sentences(origin.locale(), forgotten)).setComponents().queue(_ -> {},
        failure -> log.atInfo().addKeyValue("failure", RestFailures.meaning(failure))
            .log("That a member's data was removed did not reach them"));
  }

  private static String sentences(Locale locale, Forgotten forgotten) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Messages.of(locale, PrivacyText.DELETED, forgotten.requests()));
    if (forgotten.underWay() > 0) {
      sentences.add(Messages.of(locale, PrivacyText.STILL_UNDER_WAY, forgotten.underWay()));
    }
    sentences.add(Messages.of(locale, PrivacyText.WHAT_STAYS));
    return String.join("\n\n", sentences);
  }
}
