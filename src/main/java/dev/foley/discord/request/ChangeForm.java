package dev.foley.discord.request;

import dev.foley.discord.interaction.Form;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.Lineage;
import dev.foley.generation.Order;
import dev.foley.generation.policy.Preferences;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;

/**
 * The form in which an earlier request is changed and made again, as a message of its own. It is checked as a command is; what is
 * refused is kept as a draft, so that the member corrects it where they left off instead of writing it anew.
 */
final class ChangeForm implements Form {
  private final Purpose purpose;
  private final ModelCatalogue catalogue;
  private final EarlierRequests requests;
  private final Voices voices;
  private final Refusals refusals;
  private final Ordering ordering;
  private final Corrections corrections;

  ChangeForm(Purpose purpose, ModelCatalogue catalogue, EarlierRequests requests, Voices voices, Refusals refusals,
      Ordering ordering, Corrections corrections) {
    this.purpose = purpose;
    this.catalogue = catalogue;
    this.requests = requests;
    this.voices = voices;
    this.refusals = refusals;
    this.ordering = ordering;
    this.corrections = corrections;
  }

  /** Who changes it; the words are written into custom ids. */
  enum Purpose {
    /** Its author. */
    EDIT,
    /** Anybody who has seen it; what comes of it is theirs. */
    REMIX;

    private String kind() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String kind() {
    return purpose.kind();
  }

  /** Opens it, as the first answer. */
  <E extends IReplyCallback & IModalCallback> void open(E event, Earlier earlier, Locale locale) {
    ChangeFields fields = new ChangeFields(earlier.request(), catalogue.model(earlier.request().model()));
    if (!fields.fit()) {
      Intake.refuse(event, Messages.of(locale, RequestText.TOO_LONG_FOR_A_FORM, earlier.request().prompt().length(),
          TextInput.MAX_VALUE_LENGTH));
      return;
    }
    RequestText title = switch (purpose) {
      case EDIT -> RequestText.EDIT_TITLE;
      case REMIX -> RequestText.REMIX_TITLE;
    };
    Intake.ask(event, Modal.create(kind() + ":" + earlier.id(), Messages.of(locale, title))
        .addComponents(fields.labels(locale)).build());
  }

  @Override
  public void submitted(ModalInteractionEvent event, String argument) {
    switch (purpose) {
      case EDIT -> requests.ofAuthor(event, argument, RequestText.NOT_YOURS,
          (earlier, received) -> submitted(event, earlier, received));
      case REMIX -> requests.seenBy(event, argument, (earlier, received) -> submitted(event, earlier, received));
    }
  }

  private void submitted(ModalInteractionEvent event, Earlier earlier, Received received) {
    ordering.knowing(event, received.origin(), known -> submitted(event, earlier, received, known));
  }

  private void submitted(ModalInteractionEvent event, Earlier earlier, Received received, Preferences known) {
    Map<String, String> values = values(event);
    AudioRequest before = earlier.request();
    Locale locale = received.origin().locale();
    String typed = values.getOrDefault(CommandOptions.MODEL, before.model().value()).strip();
    Optional<AudioModel> model = new ModelChoice(catalogue).of(before.kind(), Optional.of(typed), known);
    ChangeFields fields = new ChangeFields(before, catalogue.model(before.model()));
    if (model.isPresent()) {
      Ask ask = ask(earlier, received, fields.changed(model.get(), values));
      voices.settle(model.get(), ask.wish().request(), locale,
          settled -> Intake.guarded(event, () -> settled(event, earlier, ask, settled, known)));
    } else {
      Ask ask = ask(earlier, received, fields.misnamed(typed, values));
      refuse(event, earlier, ask, refusals.unknownModel(typed, before.kind(), locale));
    }
  }

  private void settled(ModalInteractionEvent event, Earlier earlier, Ask ask, Voices.Settled settled,
      Preferences known) {
    switch (settled) {
      case Voices.Settled.Request(AudioRequest request) -> ordering.order(event, ask.with(ask.wish().with(request)),
          known, sentence -> refuse(event, earlier, ask, sentence));
      case Voices.Settled.NoSuchVoice(String sentence) -> refuse(event, earlier, ask, sentence);
    }
  }

  private void refuse(ModalInteractionEvent event, Earlier earlier, Ask ask, String sentence) {
    Wish wish = ask.wish();
    corrections.refuse(event, earlier, new Order(ask.received().origin(), wish.request(), wish.takes(), ask.lineage()),
        sentence, ask.received().origin().locale());
  }

  /** What somebody else makes out of it is for everybody to see, as that was. */
  private static Ask ask(Earlier earlier, Received received, AudioRequest request) {
    boolean isAuthor = earlier.isBy(received.origin().member());
    return Ask.of(received, earlier.wish().with(request),
        earlier.lineage(isAuthor ? Lineage.Kind.EDIT : Lineage.Kind.REMIX));
  }

  private static Map<String, String> values(ModalInteractionEvent event) {
    Map<String, String> values = new HashMap<>();
    event.getValues().forEach(value -> values.put(value.getCustomId(), SafeText.wellFormed(value.getAsString())));
    return values;
  }
}
