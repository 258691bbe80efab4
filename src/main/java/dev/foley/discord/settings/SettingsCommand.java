package dev.foley.discord.settings;

import dev.foley.discord.interaction.Command;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.interaction.Deferral;
import dev.foley.discord.interaction.Intake;
import dev.foley.discord.interaction.Received;
import dev.foley.discord.models.ModelFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.GuildId;
import dev.foley.generation.StoreException;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.PreferenceStore;
import dev.foley.generation.policy.PreferenceStore.Entry;
import dev.foley.generation.policy.PreferenceValue;
import dev.foley.generation.policy.ServerPreferences;
import dev.foley.provider.ModelCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /settings}: what the managers of a server set. Discord offers it only to them, but a server can open a command to others, so
 * that each use is looked at anew. Of two managers who change one list at the same time the later one wins; both read what is so.
 */
public final class SettingsCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(SettingsCommand.class);

  /** For a list in an answer, which has at most 2,000 characters. */
  private static final int MAX_LIST = 700;

  private final ModelCatalogue catalogue;
  private final PreferenceStore preferences;
  private final Limits host;
  private final Intake intake;

  /** @param host what the host of the bot allows */
  public SettingsCommand(ModelCatalogue catalogue, PreferenceStore preferences, Limits host, Intake intake) {
    this.catalogue = catalogue;
    this.preferences = preferences;
    this.host = host;
    this.intake = intake;
  }

  @Override
  public SlashCommandData data() {
    return SettingsForm.data();
  }

  @Override
  public void invoked(SlashCommandInteractionEvent event) {
    Received received = Received.of(event);
    Locale locale = Received.locale(event);
    Optional<GuildId> guild = received.origin().guild();
    String subcommand = Optional.ofNullable(event.getSubcommandName()).orElse("");
    if (guild.isEmpty()) {
      Intake.refuse(event, Messages.of(locale, SettingsText.NOT_HERE));
    } else if (!received.manager()) {
      Intake.refuse(event, Messages.of(locale, SettingsText.NOT_A_MANAGER));
    } else if (subcommand.equals(SettingsForm.SHOW)) {
      take(event, hook -> {
        List<MessageEmbed> page = new SettingsPage(words(locale), locale)
            .embeds(ServerPreferences.of(preferences.of(guild.get())));
        Intake.insist(() -> hook.editOriginalEmbeds(page));
      });
    } else {
      Map<String, String> options = event.getOptions().stream()
          .collect(Collectors.toMap(OptionMapping::getName, OptionMapping::getAsString, (first, _) -> first));
      try {
        List<Change> changes = new SettingsReader(catalogue, guild.get().value(), options).changes(subcommand);
        take(event, hook -> Intake.reword(hook, changed(guild.get(), changes, locale)));
      } catch (RefusedException e) {
        Intake.refuse(event, e.sentence(locale));
      }
    }
  }

  /** Models that can be used, of the kind that is chosen beside it as far as one is. */
  @Override
  public void typed(CommandAutoCompleteInteractionEvent event) {
    OptionMapping chosen = event.getOption(SettingsForm.KIND);
    String kind = chosen == null ? "" : chosen.getAsString();
    String part = event.getFocusedOption().getValue().strip().toLowerCase(Locale.ROOT);
    Locale locale = Received.locale(event);
    Map<String, Choice> suggestions = new LinkedHashMap<>();
    Arrays.stream(CommandForm.values()).filter(form -> kind.isEmpty() || form.command().equals(kind))
        .forEach(form -> catalogue.models(form.kind()).stream()
            .filter(model -> catalogue.provider(model.id()).isPresent())
            .filter(model -> model.id().value().toLowerCase(Locale.ROOT).contains(part))
            .forEach(model -> suggestions.putIfAbsent(model.id().value(), new Choice(
                SafeText.shorten(model.id() + " · " + ModelFacts.line(locale, model, form.kind()),
                    OptionData.MAX_CHOICE_NAME_LENGTH),
                model.id().value()))));
    Intake.suggest(event, suggestions.values().stream().limit(OptionData.MAX_CHOICES).toList());
  }

  private PreferenceWords words(Locale locale) {
    return new PreferenceWords(catalogue, host, locale);
  }

  private void take(SlashCommandInteractionEvent event, Intake.Task task) {
    Locale locale = Received.locale(event);
    intake.take(event, Deferral.of(event, true), hook -> {
      try {
        task.run(hook);
      } catch (StoreException e) {
        log.atError().setCause(e).log("A server's settings could not be read or changed");
        Intake.reword(hook, Messages.of(locale, SettingsText.NOT_SAVED));
      }
    }, Intake::reword);
  }

  /** Makes the changes, all or none unless the database fails in between, and says what is so now. */
  private String changed(GuildId guild, List<Change> changes, Locale locale) {
    ServerPreferences server = ServerPreferences.of(preferences.of(guild));
    List<Changed> done = new ArrayList<>();
    try {
      for (Change change : changes) {
        Optional<PreferenceValue> before = server.at(change.preference(), change.channel());
        done.add(new Changed(change, before, change.edit().apply(before)));
      }
    } catch (RefusedException e) {
      return e.sentence(locale);
    }
    done.forEach(change -> save(guild, change));
    return done.stream().map(change -> sentence(change, locale)).collect(Collectors.joining("\n\n"));
  }

  /** @param before and now are empty for what is not set */
  private record Changed(Change change, Optional<PreferenceValue> before, Optional<PreferenceValue> now) {}

  private void save(GuildId guild, Changed changed) {
    Change change = changed.change();
    String name = change.preference().storedName();
    changed.now().ifPresentOrElse(
        value -> preferences.set(guild, new Entry(change.channel(), name, value.text())),
        () -> preferences.unset(guild, change.channel(), name));
    log.atInfo().addKeyValue("guildId", guild).addKeyValue("setting", name)
        .addKeyValue("set", changed.now().isPresent())
        .log("A server's setting was changed");
  }

  private String sentence(Changed changed, Locale locale) {
    PreferenceWords words = words(locale);
    Change change = changed.change();
    String name = words.name(change.preference());
    String place = words.place(change.channel());
    String now = said(words, change, changed.now());
    List<String> lines = new ArrayList<>();
    lines.add(changed.now().equals(changed.before())
        ? Messages.of(locale, SettingsText.UNCHANGED, name, place, now)
        : Messages.of(locale, SettingsText.CHANGED, name, place, now, said(words, change, changed.before())));
    changed.now().flatMap(value -> words.hostNote(change.preference(), value)).ifPresent(lines::add);
    changed.now().ifPresent(_ -> lines.add("-# " + words.meaning(change.preference())));
    return String.join("\n", lines);
  }

  private static String said(PreferenceWords words, Change change, Optional<PreferenceValue> value) {
    return value.map(known -> words.value(change.preference(), known, MAX_LIST))
        .orElseGet(() -> words.unset(change.preference(), change.channel()));
  }
}
