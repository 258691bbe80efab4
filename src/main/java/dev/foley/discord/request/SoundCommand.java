package dev.foley.discord.request;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.text.Localized;
import dev.foley.generation.policy.Preferences;
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
  private final PreferenceSource preferences;
  private final Voices voices;
  private final Refusals refusals;
  private final Ordering ordering;

  /** @param catalogue has a model for this form */
  SoundCommand(CommandForm form, ModelCatalogue catalogue, PreferenceSource preferences, Voices voices,
      Refusals refusals, Ordering ordering) {
    this.form = form;
    this.catalogue = catalogue;
    this.preferences = preferences;
    this.voices = voices;
    this.refusals = refusals;
    this.ordering = ordering;
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
    Received received = Received.of(event);
    ordering.knowing(event, received.origin(), known -> invoked(event, received, known));
  }

  /** Called on the event thread, or on another one if the preferences had to be asked for. Does not wait either. */
  private void invoked(SlashCommandInteractionEvent event, Received received, Preferences known) {
    FilledOptions filled = FilledOptions.of(event.getOptions());
    Optional<AudioModel> model = model(filled, known);
    Locale locale = Received.locale(event);
    if (model.isEmpty()) {
      Intake.refuse(event, refusals.unknownModel(filled.text(CommandOptions.MODEL).orElse(""), form.kind(), locale));
      return;
    }
    Wish wish = Wish.read(form, model.get().id(), filled);
    voices.settle(model.get(), wish.request(), locale,
        settled -> Intake.guarded(event, () -> settled(event, settled, Ask.plain(received, wish), known)));
  }

  /** Called on one of those threads, or on yet another one if the service had to be asked for its voices. */
  private void settled(SlashCommandInteractionEvent event, Voices.Settled settled, Ask ask, Preferences known) {
    switch (settled) {
      case Voices.Settled.Request(AudioRequest request) ->
        ordering.order(event, ask.with(ask.wish().with(request)), known, sentence -> Intake.refuse(event, sentence));
      case Voices.Settled.NoSuchVoice(String sentence) -> Intake.refuse(event, sentence);
    }
  }

  @Override
  public void typed(CommandAutoCompleteInteractionEvent event) {
    String typed = event.getFocusedOption().getValue();
    if (event.getFocusedOption().getName().equals(CommandOptions.VOICE)) {
      preferences.at(Received.of(event).origin(), known -> suggestVoices(event, typed, known),
          () -> suggestVoices(event, typed, Preferences.NONE));
    } else {
      Intake.suggest(event, ModelSuggestions.of(catalogue, form.kind(), typed, Received.locale(event)));
    }
  }

  private void suggestVoices(CommandAutoCompleteInteractionEvent event, String typed, Preferences known) {
    voices.suggest(model(FilledOptions.of(event.getOptions()), known), typed, Received.locale(event),
        choices -> Intake.suggest(event, choices));
  }

  private Optional<AudioModel> model(FilledOptions filled, Preferences known) {
    return new ModelChoice(catalogue).of(form.kind(), filled.text(CommandOptions.MODEL), known);
  }
}
