package dev.foley.discord.request;

import dev.foley.discord.models.ModelFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.SoundKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The models that the option {@code model} suggests: those that are set up here first. Pure. */
final class ModelSuggestions {
  private ModelSuggestions() {}

  static List<Choice> of(ModelCatalogue catalogue, SoundKind kind, String typed, Locale locale) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    Comparator<AudioModel> configuredFirst = Comparator.comparing(model -> catalogue.provider(model.id()).isEmpty());
    return catalogue.models(kind).stream()
        .filter(model -> model.id().value().toLowerCase(Locale.ROOT).contains(part)).sorted(configuredFirst)
        .limit(OptionData.MAX_CHOICES)
        .map(model -> new Choice(label(catalogue, model, kind, locale), model.id().value())).toList();
  }

  private static String label(ModelCatalogue catalogue, AudioModel model, SoundKind kind, Locale locale) {
    String label = model.id() + " · " + (catalogue.provider(model.id()).isPresent()
        ? ModelFacts.line(locale, model, kind)
        : Messages.of(locale, Text.NOT_SET_UP));
    return SafeText.shorten(label, OptionData.MAX_CHOICE_NAME_LENGTH);
  }
}
