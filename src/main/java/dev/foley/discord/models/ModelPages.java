package dev.foley.discord.models;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.reply.Notices;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Expectation;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;

/**
 * All models as embeds: one for each command, in as many messages as Discord's limits ask for. Pure.
 *
 * <p>An embed's description has at most 4,096 characters, and all embeds of a message together at most 6,000; a little is left free.
 */
final class ModelPages {
  private static final int MAX_DESCRIPTION = 3_900;
  private static final int MAX_MESSAGE = 5_700;

  private final ModelCatalogue catalogue;
  private final Expectation expectation;
  private final Locale locale;

  /** @param expectation from what was made here before */
  ModelPages(ModelCatalogue catalogue, Expectation expectation, Locale locale) {
    this.catalogue = catalogue;
    this.expectation = expectation;
    this.locale = locale;
  }

  /** A message each, at least one. */
  List<List<MessageEmbed>> pages() {
    List<List<MessageEmbed>> pages = new ArrayList<>();
    List<MessageEmbed> page = new ArrayList<>();
    int length = 0;
    for (MessageEmbed embed : embeds()) {
      if (!page.isEmpty() && length + embed.getLength() > MAX_MESSAGE) {
        pages.add(page);
        page = new ArrayList<>();
        length = 0;
      }
      page.add(embed);
      length += embed.getLength();
    }
    pages.add(page);
    return pages;
  }

  private List<MessageEmbed> embeds() {
    List<MessageEmbed> embeds = new ArrayList<>();
    for (CommandForm form : CommandForm.values()) {
      StringBuilder description = new StringBuilder();
      for (String entry : entries(form)) {
        if (description.length() + entry.length() > MAX_DESCRIPTION) {
          embeds.add(embed(form, description.toString()));
          description.setLength(0);
        }
        description.append(description.isEmpty() ? "" : "\n\n").append(entry);
      }
      if (!description.isEmpty()) {
        embeds.add(embed(form, description.toString()));
      }
    }
    if (embeds.isEmpty()) {
      embeds.add(new EmbedBuilder().setDescription(Messages.of(locale, Text.NO_MODELS)).build());
    }
    return embeds;
  }

  /** Those that are set up here first, the usual one before all. */
  private List<String> entries(CommandForm form) {
    Comparator<AudioModel> configuredFirst = Comparator.comparing(model -> catalogue.provider(model.id()).isEmpty());
    return catalogue.models(form.kind()).stream().sorted(configuredFirst).map(model -> entry(form, model)).toList();
  }

  private String entry(CommandForm form, AudioModel model) {
    boolean isConfigured = catalogue.provider(model.id()).isPresent();
    boolean isUsual = isConfigured && catalogue.usual(form.kind()).filter(model::equals).isPresent();
    String service = Messages.of(locale, model.provider());
    String name = model.id().value();
    return (isConfigured ? "**" + name + "**" : name)
        + (isUsual ? " · " + Messages.of(locale, Text.USUAL_MODEL) : "") + "\n"
        + ModelFacts.line(locale, model, form.kind()) + " · " + service
        + (isConfigured ? time(form, model) + options(model) : " · " + Messages.of(locale, Text.NOT_SET_UP));
  }

  /** Of a request without options, once enough of them were made. */
  private String time(CommandForm form, AudioModel model) {
    return expectation.of(ModelFacts.sample(model, form.kind()))
        .map(usual -> " · " + Messages.of(locale, Text.TYPICAL_TIME, AudioFacts.elapsed(locale, usual))).orElse("");
  }

  /** For a model that can be used, what can be set. */
  private String options(AudioModel model) {
    return model.parameters().isEmpty()
        ? ""
        : "\n" + Messages.of(locale, Text.MODEL_OPTIONS,
            String.join(", ",
                model.parameters().keySet().stream().map(parameter -> option(model, parameter)).toList()));
  }

  private String option(AudioModel model, Parameter parameter) {
    String name = Messages.of(locale, parameter);
    return model.required().contains(parameter) ? Messages.of(locale, Text.REQUIRED_OPTION, name) : name;
  }

  private MessageEmbed embed(CommandForm form, String description) {
    return new EmbedBuilder().setTitle("/" + form.command()).setDescription(description).setColor(Notices.CALM).build();
  }
}
