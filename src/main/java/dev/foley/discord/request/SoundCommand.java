package dev.foley.discord.request;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /music}, {@code /sound} and {@code /speak}: words in, a sound out. */
public final class SoundCommand implements Command {
  private final CommandForm form;
  private final ModelCatalogue catalogue;
  private final Voices voices;
  private final Refusals refusals;
  private final Intake intake;

  /** @param catalogue has a model for this form */
  public SoundCommand(CommandForm form, ModelCatalogue catalogue, Voices voices, Refusals refusals, Intake intake) {
    this.form = form;
    this.catalogue = catalogue;
    this.voices = voices;
    this.refusals = refusals;
    this.intake = intake;
  }

  @Override
  public SlashCommandData data() {
    return data(form, catalogue.models(form.kind()));
  }

  public static SlashCommandData data(CommandForm form, List<AudioModel> models) {
    return Localized.slash(form.command()).addOptions(CommandOptions.of(form, models));
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    FilledOptions filled = FilledOptions.of(event.getOptions());
    Optional<AudioModel> model = model(filled);
    Locale locale = Received.locale(event);
    if (model.isEmpty()) {
      Intake.refuse(event, refusals.unknownModel(filled.text(CommandOptions.MODEL).orElse(""), form.kind(), locale));
      return;
    }
    Wish wish = Wish.read(form, model.get().id(), filled);
    Received received = Received.of(event).privately(wish.isPrivate());
    voices.settle(model.get(), wish.request(), locale,
        settled -> Intake.guarded(event, () -> settled(event, settled, wish, received)));
  }

  /** Called on the event thread, or on another one if the service had to be asked for its voices first. Does not wait either. */
  private void settled(SlashCommandInteractionEvent event, Voices.Settled settled, Wish wish, Received received) {
    switch (settled) {
      case Voices.Settled.Request(AudioRequest request) -> take(event, wish.with(request), received);
      case Voices.Settled.NoSuchVoice(String sentence) -> Intake.refuse(event, sentence);
    }
  }

  @Override
  public void typed(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    if (event.getFocusedOption().getName().equals(CommandOptions.VOICE)) {
      voices.suggest(model(FilledOptions.of(event.getOptions())), typed, Received.locale(event),
          choices -> Intake.suggest(event, choices));
    } else {
      Intake.suggest(event, ModelSuggestions.of(catalogue, form.kind(), typed, Received.locale(event)));
    }
  }

  private void take(SlashCommandInteractionEvent event, Wish wish, Received received) {
    Wish fitted = refusals.fitted(wish, received.origin());
    Optional<String> refusal = refusals.of(fitted, received);
    if (refusal.isPresent()) {
      Intake.refuse(event, refusal.get());
      return;
    }
    intake.take(event, event.deferReply(wish.isPrivate()), _ -> intake.accept(received.origin(), fitted),
        (hook, sentence) -> hook.editOriginal(sentence).queue());
  }

  /** The one that was named, as far as there is such a one; else the usual one. */
  private Optional<AudioModel> model(FilledOptions filled) {
    Optional<String> typed = filled.text(CommandOptions.MODEL).map(String::strip).filter(name -> !name.isEmpty());
    return typed.isEmpty()
        ? catalogue.usual(form.kind())
        : catalogue.models().stream().filter(model -> model.id().value().equalsIgnoreCase(typed.get())).findFirst();
  }
}
